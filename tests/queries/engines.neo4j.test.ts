import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { catalogue } from '../../server/queries/catalogue.ts';
import { cases } from './cases.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded, openNeo4j } from './loaded-store.ts';

const neo4j = inject('neo4j');
const isAway = 'unavailable' in neo4j;

describe.skipIf(isAway)(`both engines${isAway ? ` (${neo4j.unavailable})` : ''}`, () => {
  let stores: LoadedStore[];
  beforeAll(async () => {
    if (!isAway) stores = await Promise.all([openEmbedded(), openNeo4j(neo4j)]);
  });
  afterAll(async () => {
    for (const store of stores) await store.close();
  });

  it.each(cases)('give the same rows in the same order: %s %j', async (query, input) => {
    const answers = await Promise.all(stores.map((store) => ask(store, query, input)));
    const [embedded, server] = answers.map(({ table, graph, truncated }) => ({ table, graph, truncated }));
    expect(embedded).toEqual(server);
  });

  it('give the same schema', async () => {
    const [embedded, server] = await Promise.all(stores.map((store) => ask(store, 'schema', {})));
    expect(embedded?.table).toEqual(server?.table);
  });

  it('say the same of what is wrong', async () => {
    for (const [query, input] of [
      ['node', { id: 'nobody' }],
      ['evidence', { id: 'a.HAS_BRANCH.b' }],
      ['paths', { from: 'party-branches', to: 'nobody' }],
    ] as const) {
      const outcomes = await Promise.allSettled(stores.map((store) => ask(store, query, input)));
      expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
      expect(outcomes[0]).toEqual(outcomes[1]);
    }
  });

  it('answer every question that the catalogue lists without a notice of the database', async () => {
    for (const [query, input] of cases) {
      const answers = await Promise.all(stores.map((store) => ask(store, query, input)));
      // A filter by a type that the data set does not have is worth a notice; nothing else is.
      const notices = answers.flatMap((answer) => answer.notices);
      expect([query, input, notices]).toEqual([query, input, []]);
    }
    expect(catalogue.length).toBeGreaterThan(10);
  });
});
