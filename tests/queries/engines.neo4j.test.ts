import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import type { Notice } from '../../server/contract/answer.ts';
import type { QueryContext } from '../../server/queries/query-context.ts';
import { builtInDataSets, firstDataSet } from '../built-in-data-sets.ts';
import { casesOf } from './cases.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded, openNeo4j } from './loaded-store.ts';

const neo4j = inject('neo4j');
const isAway = 'unavailable' in neo4j;

// The second data set comes into the same database as the first one.
describe.skipIf(isAway).each(builtInDataSets)(
  `both engines on $name${isAway ? ` (${neo4j.unavailable})` : ''}`,
  (dataSet) => {
    const cases = casesOf[dataSet.name];
    let stores: LoadedStore[];
    beforeAll(async () => {
      if (!isAway) stores = await Promise.all([openEmbedded(dataSet), openNeo4j(neo4j, dataSet)]);
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
    });

    it.each(cases)('give the same rows in the same order: %s %j', async (query, input) => {
      const answers = await Promise.all(stores.map((store) => ask(store, query, input)));
      const [embedded, server] = answers.map(({ table, graph, truncated }) => ({ table, graph, truncated }));
      expect(embedded).toEqual(server);
    });

    // A schema is of all that a database holds.
    it.each(dataSet === firstDataSet ? ['schema'] : [])('give the same %s', async (query) => {
      const [embedded, server] = await Promise.all(stores.map((store) => ask(store, query, {})));
      expect(embedded?.table).toEqual(server?.table);
    });

    it('say the same of what is wrong', async () => {
      for (const [query, input] of [
        ['node', { id: 'nobody' }],
        ['evidence', { id: 'a.HAS_BRANCH.b' }],
        ['paths', { from: stores[0]?.ontology.document.id ?? '', to: 'nobody' }],
      ] as const) {
        const outcomes = await Promise.allSettled(stores.map((store) => ask(store, query, input)));
        expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
        expect(outcomes[0]).toEqual(outcomes[1]);
      }
    });

    it('have nothing against the texts of the catalogue, but for names that this data set does not use', async () => {
      const notices: Notice[] = [];
      for (const { store, ontology } of stores) {
        const listening: QueryContext['store'] = {
          schema: (options) => store.schema(options),
          async read(...question) {
            const answer = await store.read(...question);
            notices.push(...answer.notices);
            return answer;
          },
        };
        for (const [query, input] of cases) await ask({ store: listening, ontology }, query, input);
      }
      expect(notices.filter(({ code }) => !/Unknown(PropertyKey|RelationshipType|Label)Warning/.test(code))).toEqual(
        [],
      );
    });
  },
);
