import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { array, assert, asyncProperty, constantFrom, tuple } from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../server/contract/json.ts';
import { readOntology } from '../../server/ontology.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { tokenize } from '../../server/store/cypher-text.ts';
import { checkReadOnly } from '../../server/store/embedded-refusals.ts';
import { openEmbedded } from '../../server/store/embedded.ts';
import { limits, problem, rows } from './contract-suite.ts';
import { fixture, key } from './fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'embedded-dialect-'));
const store = openEmbedded({ path: join(folder, 'dialect.grafeo'), key });

beforeAll(async () => {
  await store.write(fixture);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

const places = [[[{ $node: 'city' }, { $node: 'province' }]]];

/** Queries that the engine answers wrongly, with the right rows. There are more in tests/conformance. */
const wrong: [string, Json[][]][] = [
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN true THEN n END AS x", [[{ $node: 'city' }]]],
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN false THEN null ELSE n END AS x", [[{ $node: 'city' }]]],
  ["MATCH (n:Entity {id: 'city'}) OPTIONAL MATCH (n)-[:NO]->(m) RETURN coalesce(m, n) AS x", [[{ $node: 'city' }]]],
  ['MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN CASE WHEN true THEN ns ELSE [] END AS x', places],
  ['MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN coalesce(ns, []) AS x', places],
  ['MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN [x IN ns | x] AS x', places],
  ["MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN [x IN ns WHERE x.name <> ''] AS x", places],
  ['MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN [] + ns AS x', places],
  ["MATCH (n:Entity {id: 'city'}), (m:Entity {id: 'province'}) RETURN [n] + [m] AS x", places],
  ["MATCH (n:Entity {id: 'city'}) UNWIND [n, null] AS x RETURN x", [[{ $node: 'city' }], [null]]],
  ['MATCH (n:Place) WITH n ORDER BY n.id WITH collect(n) AS ns RETURN reduce(l = [], x IN ns | l + [x]) AS x', places],
  ["MATCH p = (:Entity {id: 'city'})-->(:Place) RETURN [n IN nodes(p) | n] AS x", places],
  [
    "MATCH (:Entity {id: 'city'})-[r]->(:Place) RETURN CASE WHEN true THEN startNode(r) END AS x",
    [[{ $node: 'city' }]],
  ],
  [
    "MATCH p = (:Entity {id: 'city'})-->(:Place) RETURN coalesce(p, null) AS x",
    [[{ $path: ['city', 'city.PART_OF.province', 'province'] }]],
  ],
  ['RETURN [1, 2, 3][-2..] AS x', [[[2, 3]]]],
  ['RETURN [1, 2, 3][0..-1] AS x', [[[1, 2]]]],
  ["RETURN 1 = '1' AS x", [[false]]],
  ['RETURN null IN [] AS x', [[false]]],
];

/** Queries that the engine would answer wrongly as they are written, and does not as they are run. */
const reworded: [string, Json[][]][] = [
  ['RETURN [1, 2] + 3 AS x', [[[1, 2, 3]]]],
  ["RETURN 'a' + [1] AS x", [[['a', 1]]]],
  ['RETURN 2 ^ 3 ^ 2 AS x', [[64]]],
  ['RETURN round(-1.5) AS x', [[-1]]],
  ["RETURN toBoolean(' true ') AS x", [[true]]],
  ["RETURN '金华' =~ '.+' AS x, 'a\\rb' =~ 'a.b' AS y".replaceAll('\\\\', '\\'), [[true, false]]],
  ['MATCH (n:Place) RETURN sum(n.nothing) AS x', [[0]]],
  ['MATCH (n:Place) RETURN count(*) > sum(n.nothing)', [[true]]],
  ['MATCH (n:Place) WITH n ORDER BY n.id RETURN collect(n)', places],
  [
    "MATCH (n:Entity {id: 'city'})-[r]->(m) RETURN *",
    [[{ $node: 'province' }, { $node: 'city' }, { $relationship: 'city.PART_OF.province' }]],
  ],
  ["MATCH (n:Entity {id: 'city'}) RETURN [(n)-[:PART_OF]->(m) | m.nothing] AS x", [[[null]]]],
  ['MATCH (n:Place {unknown: null}) RETURN n', []],
  ['MATCH (n:Place) WHERE none(x IN [n.nothing] WHERE x = 1) RETURN n', []],
];

/** Queries that look like those, and are answered rightly. */
const right: [string, Json[][]][] = [
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN true THEN n.name END AS x", [['金华市']]],
  [
    "MATCH (n:Entity {id: 'city'}) WITH n.name AS name RETURN CASE WHEN true THEN name ELSE null END AS x",
    [['金华市']],
  ],
  ["MATCH (n:Entity {id: 'city'}) RETURN coalesce(n.nothing, n.name) AS x", [['金华市']]],
  ['RETURN [1, 2, 3][-1] AS x, [1, 2, 3][1..] AS y, [1, 2, 3][..2] AS z', [[3, [2, 3], [1, 2]]]],
  ['RETURN [1, 2] + [3] AS x, [1, 2][0] + 3 AS y', [[[1, 2, 3], 4]]],
  [
    "MATCH (n:Entity {id: 'association'}) RETURN [n.name] + n.aliases AS x, n.aliases[0] + '!' AS y",
    [[['金华市律师协会', '市律协', '律协'], '市律协!']],
  ],
  [
    "MATCH p = (:Entity {id: 'city'})-->(:Place) RETURN [n IN nodes(p) | n.name] AS x, nodes(p) AS y",
    [[['金华市', '浙江省'], ...(places[0] ?? [])]],
  ],
  [
    "MATCH p = (:Entity {id: 'city'})-->(:Place) WITH [n IN nodes(p) | n.id] AS ids RETURN coalesce(ids, []) + ['x'] AS x",
    [[['city', 'province', 'x']]],
  ],
  [
    "MATCH (n:Place) WITH collect(n) AS ns RETURN size([x IN ns WHERE x.name = '金华市']) AS x, CASE WHEN size(ns) > 1 THEN size(ns) ELSE 0 END AS y",
    [[1, 2]],
  ],
  [
    "MATCH (n:Entity {id: 'city'})-[r]->(m) RETURN n.name + '/' + m.name AS x, startNode(r).name + type(r) AS y",
    [['金华市/浙江省', '金华市PART_OF']],
  ],
  [
    "MATCH (n:Entity {id: 'city'}) RETURN [(n)-[:PART_OF]->(m) | m] AS x, COUNT { (n)--() } + 1 AS y",
    [[[{ $node: 'province' }], 3]],
  ],
  [
    "MATCH (n:PartyBranch) RETURN CASE WHEN n.order = 1 THEN 'first' WHEN n.order > 2 THEN n.name ELSE '' END AS x ORDER BY n.order",
    [['first'], [''], ['第十支部']],
  ],
  ['RETURN reduce(sum = 0, x IN [1, 2] | sum + x) AS x', [[3]]],
  ['RETURN 2 ^ 3 AS x, {a: null} AS y', [[8, { a: null }]]],
  ['MATCH (n:Place) WHERE n.unknown IS NULL RETURN count(n) AS x', [[2]]],
  ['MATCH (n:PartyBranch) RETURN min(n.order) AS x, max(n.order) AS y', [[1, 10]]],
  ['MATCH ()-[r:HAS_BRANCH|RUNS]->() RETURN count(r) AS x', [[4]]],
];

/** Cypher that the engine does not parse, and how the difference is called. */
const rejected: [string, string][] = [
  ['MATCH (n:Place|Figure) RETURN n', 'label expressions'],
  ['MATCH (n:Place&!Figure) RETURN n', 'label expressions'],
  ['MATCH (n:!Place) RETURN n', 'label expressions'],
  ["MATCH (n:$('Place')) RETURN n", 'label expressions'],
  ['MATCH (a)-[:PART_OF]->+(b) RETURN b', 'quantified'],
  ['MATCH (a)-[:PART_OF]->{1,2}(b) RETURN b', 'quantified'],
  ['MATCH (a) ((x)-[:PART_OF]->(y)){1,2} (b) RETURN b', 'quantified'],
  ['MATCH p = SHORTEST 1 (a)-[*]-(b) RETURN p', 'SHORTEST'],
  ['RETURN COLLECT { MATCH (n:Place) RETURN n.id } AS x', 'COLLECT'],
  ['MATCH (n:Place WHERE n.name IS NOT NULL) RETURN n', 'WHERE inside'],
  ["RETURN duration.between(date('2020-01-01'), date('2020-02-01')) AS x", 'dot'],
  ['MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n', 'RETURN inside'],
  ['RETURN CASE 2 WHEN 1, 2 THEN true END AS x', 'CASE'],
  ['MATCH (n) RETURN n.set AS x', 'keyword'],
  ['MATCH (n) RETURN collect(n.id)[0..2] AS x', 'collect'],
];

describe('a typed query in the embedded dialect', () => {
  for (const [cypher, rightRows] of wrong) {
    it(`is refused, for it would be answered wrongly: ${cypher}`, async () => {
      expect(await rows(store, cypher)).not.toEqual(rightRows);
      const error = await problem(store.readUntrusted(cypher, {}, limits));
      expect(error.code).toBe('cypher-unsupported');
      expect(error.message).toContain('NEO4J_URI');
      expect(error.values?.what).toMatch(/\w/);
    });
  }

  for (const [cypher, rightRows] of reworded) {
    it(`is worded otherwise, so that it is answered rightly: ${cypher}`, async () => {
      const asWritten = await rows(store, cypher).catch(() => undefined);
      expect(asWritten).not.toEqual(rightRows);
      expect((await store.readUntrusted(cypher, {}, limits)).table.rows).toEqual(rightRows);
    });
  }

  it('is refused when it would sort nodes or count a pattern', async () => {
    for (const cypher of ['MATCH (n) RETURN min(n) AS x', 'MATCH (n) RETURN size((n)-->()) AS x']) {
      expect((await problem(store.readUntrusted(cypher, {}, limits))).code).toBe('cypher-unsupported');
    }
  });

  for (const [cypher, rightRows] of right) {
    it(`is answered rightly: ${cypher}`, async () => {
      expect((await store.readUntrusted(cypher, {}, limits)).table.rows).toEqual(rightRows);
    });
  }

  for (const [cypher, what] of rejected) {
    it(`is told what the engine lacks: ${cypher}`, async () => {
      const error = await problem(store.readUntrusted(cypher, {}, limits));
      expect(error.code).toBe('cypher-unsupported');
      expect(error.message).toContain(what);
      expect(error.message).toContain('NEO4J_URI');
    });
  }

  it('is answered or refused with its own problem, whatever it is', async () => {
    const words =
      'MATCH OPTIONAL RETURN WITH WHERE AS n m p x 1 2.5 "b" ( ) [ ] { } , . : | - > = + * ^ $p null NOT AND CASE WHEN THEN END ORDER BY LIMIT UNWIND UNION COUNT EXISTS collect( size( shortestPath( CONTAINS IN .. ; CALL n.name (n:Place) -[r]-> [1,2] [x IN /* */ ` \\ 律 😀'.split(
        ' ',
      );
    const begins = ['MATCH (n)-[r]->(m)', 'RETURN', 'MATCH (n) WITH n', 'UNWIND [1, 2] AS x', ''];
    const ends = ['', 'RETURN n', 'AS z'];
    const text = tuple(constantFrom(...begins), array(constantFrom(...words), { maxLength: 8 }), constantFrom(...ends));
    await assert(
      asyncProperty(text, async ([begin, middle, end]) => {
        const typed = store.readUntrusted([begin, ...middle, end].join(' '), { p: 1 }, { ...limits, maxRows: 100 });
        const code = await typed.then(
          () => 'answered',
          (error: unknown) => (error instanceof ProblemError ? error.code : String(error)),
        );
        expect(code).toMatch(/^(answered|cypher-(syntax|failed|refused|unsupported|write))$/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('the catalogue', async () => {
  const ontology = await readOntology('graph-seed/jinhua-2011');
  for (const query of catalogue) {
    it(`has nothing in it that a typed query may not say: ${query.name}`, () => {
      const { cypher } = query.info(ontology);
      expect(() => checkReadOnly(cypher, tokenize(cypher))).not.toThrow();
    });
  }
});
