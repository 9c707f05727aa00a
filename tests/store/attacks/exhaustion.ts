import { allOf, type Attack } from './attack.ts';

/** What would take memory, which the limit of the database ends, or of the process that the engine runs in. */
const memory: [string, string][] = [
  ['collecting', 'UNWIND range(1, 1000000000) AS x RETURN collect(x) AS all'],
  ['telling apart', 'UNWIND range(1, 1000000000) AS x RETURN DISTINCT x ORDER BY x DESC'],
  ['sorting', 'UNWIND range(1, 1000000000) AS x RETURN x ORDER BY -x SKIP 10 LIMIT 1000000000'],
  ['grouping', 'UNWIND range(1, 1000000000) AS x RETURN x AS x, count(*) AS n ORDER BY n DESC'],
];

/** What would take time. */
const time: [string, string][] = [
  ['counting', 'UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x'],
  [
    'a product',
    'MATCH (a), (b), (c), (d), (e), (f), (g), (h) WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id + h.id = "" RETURN count(*) AS n',
  ],
  // In Neo4j an expression is deaf to being told to stop: its caller is let go, and it runs on.
  ['a deep expression', 'RETURN any(a IN range(1, 30000) WHERE any(b IN range(1, 30000) WHERE a + b < 0)) AS x'],
];

/** One row that would take the memory and the time of the server that reads it. */
const rows: [string, string][] = [
  ['ten million numbers', 'RETURN range(1, 10000000) AS x'],
  ['four million empty lists', 'RETURN [x IN range(1, 4000000) | []] AS x'],
  ['two million maps', 'RETURN [x IN range(1, 2000000) | {a: 1}] AS x'],
  ['several rows of a million numbers', 'UNWIND range(1, 500) AS i RETURN range(1, 1000000) AS x'],
  ['a string of 16 MB', "RETURN reduce(s = 'x', i IN range(1, 24) | s + s) AS s"],
];

/** What would take the answer's reader. */
const answers: Attack[] = [
  {
    name: 'a string of 4 MB',
    cypher: "RETURN reduce(s = 'x', i IN range(1, 22) | s + s) AS s",
    outcome: { neo4j: ['cut'], embedded: ['cut', 'refused'] },
    rows: [],
    limits: { maxBytes: 1_000_000 },
  },
  {
    name: 'a million rows',
    cypher: 'UNWIND range(1, 1000000) AS x RETURN x',
    outcome: ['cut'],
    limits: { maxRows: 100 },
  },
  {
    name: 'rows that are large together',
    cypher: "UNWIND range(1, 100000) AS x RETURN 'a text of some length that comes again and again' AS text",
    outcome: ['cut'],
    limits: { maxBytes: 100_000 },
  },
];

/** What would take more than there is. */
export const exhaustion: Attack[] = [
  ...allOf(['stopped'], memory),
  ...allOf(['stopped'], time, { limits: { timeoutMs: 1_000 } }),
  ...allOf({ neo4j: ['stopped'], embedded: ['stopped', 'cut', 'refused'] }, rows, { limits: { maxBytes: 4_000_000 } }),
  ...answers,
  {
    name: 'a regular expression that goes back and forth',
    cypher: `RETURN '${'a'.repeat(26)}' =~ '(a+)+b' AS x`,
    outcome: ['answered', 'stopped'],
    limits: { timeoutMs: 1_000 },
  },
];
