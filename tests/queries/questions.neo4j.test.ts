import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { queryOf } from '../../client/state/questions.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded, openNeo4j } from './loaded-store.ts';

/** Nodes that the blanks of a data set's questions offer at least. */
const fewestOffered = { 'jinhua-2011': 100, 'metre-convention': 10 };

// The second data set comes into the same database as the first one.
describeWithNeo4j('the questions on both engines', (address) => {
  describe.each(builtInDataSets)('of $name', (dataSet) => {
    let stores: LoadedStore[];
    beforeAll(async () => {
      stores = await Promise.all([openEmbedded(dataSet), openNeo4j(address, dataSet)]);
    });
    afterAll(async () => {
      for (const store of stores) await store.close();
    });

    const bothAnswers = async (query: string, input: Parameters<typeof ask>[2]) => {
      const answers = await Promise.all(stores.map((store) => ask(store, query, input)));
      return answers.map(({ table, graph, truncated }) => ({ table, graph, truncated }));
    };

    it('have the same rows in the same order, as they stand at first', async () => {
      for (const question of stores[0]?.ontology.questions ?? []) {
        const first = Object.entries(question.blanks).map(([name, blank]) => [name, blank.default]);
        const [embedded, server] = await bothAnswers(queryOf(question), {
          ...question.parameters,
          ...Object.fromEntries(first),
        });
        expect({ question: question.id, ...embedded }).toEqual({ question: question.id, ...server });
      }
    });

    it('have the same rows for every node that a blank offers', async () => {
      let asked = 0;
      for (const question of stores[0]?.ontology.questions ?? []) {
        for (const [name, blank] of Object.entries(question.blanks)) {
          if (blank.kind !== 'node' || blank.kinds.length === 0) continue;
          const { labels, kinds } = blank;
          const [choices] = await bothAnswers('nodes', { ...(labels.length > 0 && { labels }), kinds, limit: 200 });
          for (const { id } of choices?.graph.nodes ?? []) {
            const [embedded, server] = await bothAnswers(queryOf(question), { [name]: id });
            expect({ question: question.id, id, ...embedded }).toEqual({ question: question.id, id, ...server });
            asked += 1;
          }
        }
      }
      expect(asked).toBeGreaterThan(fewestOffered[dataSet.name]);
    });
  });
});
