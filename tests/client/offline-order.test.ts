import * as fc from 'fast-check';
import { beforeAll, describe, it, expect } from 'vitest';
import { queryAddress } from '../../client/api/api.ts';
import type { FileContent } from '../../client/offline/file-content.ts';
import { offlineTransport } from '../../client/offline/offline-transport.ts';
import { collectContent } from '../../client/state/exporting/collect-content.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { ask } from '../queries/loaded-store.ts';
import { againstApp } from './against-app.ts';

const { app } = againstApp();
let content: FileContent;
let ids: string[];
let types: string[];
beforeAll(async () => {
  content = await collectContent('', new AbortController().signal);
  ids = content.graph.nodes.map(({ id }) => id);
  types = content.ontology.types.map(({ name }) => name);
});

/** One of a list that is known once the tests run. */
const oneOf = <Item>(list: () => readonly Item[]): fc.Arbitrary<Item> =>
  fc.nat().map((place) => {
    const items = list();
    const item = items[place % items.length];
    if (item === undefined) throw new Error('the list is empty');
    return item;
  });

const node = oneOf(() => ids);
const nodes = fc.array(node, { minLength: 1, maxLength: 5 });
const someTypes = fc.array(
  oneOf(() => types),
  { maxLength: 4 },
);
const limit = fc.integer({ min: 1, max: 30 });

const searchTexts = (): string[] =>
  content.index.rows.flatMap((row) => row.filter((cell) => typeof cell === 'string').slice(-1));

/** Any piece of what search looks through, or two of them. */
const piece = oneOf(() => searchTexts())
  .chain((text) => fc.tuple(fc.nat({ max: text.length - 1 }), fc.integer({ min: 1, max: 6 }), fc.constant(text)))
  .map(([from, length, text]) => text.slice(from, from + length).trim())
  .filter((text) => text !== '');
const words = fc.array(piece, { minLength: 1, maxLength: 2 }).map((pieces) => pieces.join(' '));

/** The rows that the engine has, or the code of what it has against the question. */
async function rowsOfEngine(name: string, parameters: Given): Promise<unknown> {
  try {
    return (await ask(app().loaded, name, parameters)).table;
  } catch (error) {
    if (error instanceof ProblemError) return error.code;
    throw error;
  }
}

/** The same of the file. */
async function rowsOfFile(name: string, parameters: Given): Promise<unknown> {
  const response = await offlineTransport(content)(queryAddress(name, parameters), {});
  const body: unknown = await response.json();
  if (typeof body !== 'object' || body === null) return body;
  return 'table' in body ? body.table : 'code' in body ? body.code : body;
}

type Given = Record<string, string | number | string[]>;

const asked: [name: string, fc.Arbitrary<Given>][] = [
  ['search', fc.record({ text: words, limit })],
  ['nodes', fc.record({ text: words, limit })],
  [
    'neighbours',
    fc.record({ ids: nodes, limit, skip: fc.nat({ max: 20 }), avoid: someTypes }, { requiredKeys: ['ids'] }),
  ],
  ['neighbour-counts', fc.record({ ids: nodes })],
  ['common-neighbours', fc.record({ ids: fc.array(node, { minLength: 2, maxLength: 3 }), limit, avoid: someTypes })],
  ['among', fc.record({ ids: nodes, avoid: someTypes })],
  [
    'paths',
    fc.record(
      {
        from: node,
        to: node,
        kind: fc.constantFrom('shortest', 'all-shortest'),
        maxHops: fc.integer({ min: 1, max: 8 }),
        limit,
        avoid: someTypes,
      },
      { requiredKeys: ['from', 'to'] },
    ),
  ],
  [
    'paths',
    fc.record({ from: node, to: node, kind: fc.constant('all'), maxHops: fc.integer({ min: 1, max: 3 }), limit }),
  ],
  ['evidence', fc.record({ id: oneOf(() => [...ids, ...content.graph.relationships.map(({ id }) => id)]) })],
  [
    'facts',
    fc.record({
      ids: fc.array(
        oneOf(() => [...ids, ...content.graph.relationships.map(({ id }) => id), 'nothing']),
        { minLength: 1, maxLength: 6 },
      ),
    }),
  ],
  ['passage-mentions', fc.record({ id: node })],
  ['mentions', fc.constant({})],
  ['coverage', fc.constant({})],
  ['org-structure', fc.record({ types: someTypes })],
];

describe('whatever is asked, a file has the rows of the server in their order', () => {
  it.each(asked)('%s', async (name, parameters) => {
    await fc.assert(
      fc.asyncProperty(parameters, async (given) => {
        expect(await rowsOfFile(name, given)).toEqual(await rowsOfEngine(name, given));
      }),
      { numRuns: 40 },
    );
  });
});
