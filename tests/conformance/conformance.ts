import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Key } from '../../server/store/key.ts';
import type { Store } from '../../server/store/store.ts';
import { features, isOrdered, type Case } from './features.ts';
import { graphs, key } from './graphs.ts';
import { ask, comparable, expectedOf, type Outcome } from './outcome.ts';

/**
 * Asks a store every case, graph by graph, for a store holds one at a time.
 * @param open opens a store on a database that holds nothing else
 * @param check looks at what came of a case
 */
export function describeConformance(
  open: (key: Key) => Promise<Store>,
  check: (outcome: Outcome, example: Case) => void,
): void {
  let store: Store;
  beforeAll(async () => {
    store = await open(key);
  });
  afterAll(() => store.close());

  const [usual = ''] = Object.keys(graphs);
  for (const [name, graph] of Object.entries(graphs)) {
    describe(`asked of the graph ${name}`, () => {
      beforeAll(async () => {
        await store.write(graph);
      });
      for (const { title, cases } of features) {
        const own = cases.filter((example) => (example.graph ?? usual) === name);
        it.each(own.map((example) => [example.name, example.query, example] as const))(
          `${title}: %s: %s`,
          async (_name, query, example) => {
            expect.hasAssertions();
            check(await ask(store, query, example.params), example);
          },
        );
      }
    });
  }
}

/** Fails unless a case ends as it says. */
export function checkAnswer(outcome: Outcome, example: Case): void {
  expect(comparable(outcome, isOrdered(example))).toEqual(expectedOf(example));
}
