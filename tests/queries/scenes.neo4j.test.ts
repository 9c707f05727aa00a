import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { LoadedStore } from './loaded-store.ts';
import { openEmbedded, openNeo4j } from './loaded-store.ts';
import { answerToScene } from './scene-answers.ts';

// The second data set comes into the same database as the first one.
describeWithNeo4j('the scenes on both engines', (address) => {
  describe.each(builtInDataSets)('of $name', (dataSet) => {
    let embedded: LoadedStore;
    let server: LoadedStore;
    beforeAll(async () => {
      [embedded, server] = await Promise.all([openEmbedded(dataSet), openNeo4j(address, dataSet)]);
    });
    afterAll(async () => {
      await Promise.all([embedded.close(), server.close()]);
    });

    it('have the same picture', async () => {
      expect(embedded.scenes.length).toBeGreaterThan(0);
      for (const scene of embedded.scenes) {
        const [one, other] = await Promise.all([embedded, server].map((store) => answerToScene(store, scene)));
        expect({ scene: scene.id, graph: one?.graph, table: one?.table }).toEqual({
          scene: scene.id,
          graph: other?.graph,
          table: other?.table,
        });
      }
    });
  });
});
