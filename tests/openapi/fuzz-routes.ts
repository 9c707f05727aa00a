import * as fc from 'fast-check';
import type { RunningApp, Served } from '../server/running-app.ts';
import { faultIn, type Description, type Operation } from './description.ts';

/** A request of any kind is answered within this: typed queries have two seconds. */
const patienceMs = 15_000;

/** Texts that have broken programs before. */
const hostile = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '__proto__',
    'constructor',
    'null',
    'NaN',
    '-1',
    '1e309',
    '9007199254740993',
    '0x10',
    '\u0000',
    '\u202e',
    '👩‍👩‍👧‍👦',
    "' OR 1=1 //",
    '`',
    '${7*7}',
    '{"$ne": null}',
    '../../etc/passwd',
    '%',
    '%00',
    'a,b',
    'label:Person',
    'label:',
    'jinhua-lawyers-association',
    'jinhua-lawyers-association.BEGAN_WITH.association-founded',
  ),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ maxLength: 2_000 }),
);

/** Words that come together to something near Cypher: parsers and planners get further than with letters alone. */
const cypherWords = fc.constantFrom(
  ...'MATCH OPTIONAL WHERE WITH RETURN UNWIND CALL ORDER BY SKIP LIMIT UNION DISTINCT AS AND OR XOR NOT IN IS NULL CASE'.split(
    ' ',
  ),
  ...'WHEN THEN ELSE END EXISTS COUNT COLLECT CREATE DELETE SET MERGE EXPLAIN PROFILE USE LOAD CSV FROM YIELD'.split(
    ' ',
  ),
  ...'( ) [ ] { } : , . .. | -> <- - + * / % ^ = <> < > <= >= =~ $p $q ` " \' ; // /* */ ..3 * n m r x p'.split(' '),
  ...'(n) (n:Person) (n:Entity {id:$p}) -[r]-> -[:KNOWS*1..2]- n.name n.id 1 -1 1.5e3 0x1F null true "a" [1,2] {a:1}'.split(
    ' ',
  ),
  ...'size(n.name) labels(n) count(*) collect(n) shortestPath((n)--(m)) range(1,3) date("2020-01-01") \\u0041'.split(
    ' ',
  ),
);

const cypher = fc.oneof(
  fc.array(cypherWords, { maxLength: 14 }).map((words) => words.join(' ')),
  fc.array(cypherWords, { maxLength: 8 }).map((words) => `MATCH (n) ${words.join(' ')} RETURN n LIMIT 3`),
  fc.array(cypherWords, { maxLength: 8 }).map((words) => `RETURN ${words.join(' ')} AS x`),
  hostile,
);

const anyJson = fc.oneof(
  fc.jsonValue({ maxDepth: 4 }),
  // Half a character, which is JSON but no text.
  fc.constant('\ud800'),
  hostile,
  fc.double(),
  fc.dictionary(hostile, fc.oneof(hostile, fc.jsonValue({ maxDepth: 2 })), { maxKeys: 4 }),
);

/** Bodies from well formed to nothing like it. */
const bodies = fc.oneof(
  { weight: 6, arbitrary: fc.record({ query: cypher, params: fc.record({ p: anyJson, q: anyJson }) }) },
  {
    weight: 3,
    arbitrary: fc.record(
      {
        query: fc.oneof(cypher, anyJson),
        params: anyJson,
        limit: anyJson,
        profile: anyJson,
        format: fc.oneof(fc.constantFrom('ndjson', 'csv', 'json'), anyJson),
        bom: anyJson,
      },
      { requiredKeys: [] },
    ),
  },
  { weight: 2, arbitrary: anyJson },
);

const texts = fc.oneof({ weight: 5, arbitrary: bodies.map((body) => JSON.stringify(body)) }, hostile);

/** Parameters by their names and others, some given several times. */
function searches({ parameters }: Operation): fc.Arbitrary<string> {
  const names = parameters.filter(({ in: place }) => place === 'query').map(({ name }) => name);
  const name = names.length > 0 ? fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, hostile) : hostile;
  return fc
    .array(fc.tuple(name, fc.oneof(hostile, fc.integer().map(String), fc.double().map(String))), { maxLength: 6 })
    .map((pairs) => new URLSearchParams(pairs.map(([key, value]) => [key, value])).toString());
}

/**
 * Sends an operation whatever comes. Rejects with the smallest request that is answered in another way than is
 * described, or not in time, or with 5xx; but a typed query may meet its time limit.
 */
export async function fuzzOperation(
  app: Pick<RunningApp<Served>, 'url'>,
  description: Description,
  { path, method, operation }: { path: string; method: string; operation: Operation },
  runs: number,
): Promise<void> {
  const ask = async (address: string, init: RequestInit) => {
    const response = await fetch(app.url + address, { ...init, method, signal: AbortSignal.timeout(patienceMs) });
    const isLate = operation.tags.includes('cypher') && response.status === 504;
    const fault = await faultIn(description, operation, response);
    if (fault !== undefined) throw new Error(fault);
    if (response.status >= 500 && !isLate) throw new Error(`it is answered ${response.status}`);
  };
  const filled = hostile.map((text) => path.replaceAll(/\{\w+\}/g, encodeURIComponent(text) || '-'));
  const request =
    method === 'post'
      ? fc.asyncProperty(filled, texts, (address, body) =>
          ask(address, { body, headers: { 'content-type': 'application/json' } }),
        )
      : fc.asyncProperty(filled, searches(operation), (address, search) => ask(`${address}?${search}`, {}));
  await fc.assert(request, { numRuns: runs });
}

/** The operations of a description, one by one. */
export function operationsOf({ paths }: Description): { path: string; method: string; operation: Operation }[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
}
