import { expect, it } from 'vitest';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { Description } from '../openapi/description.ts';
import { fuzzOperation, operationsOf } from '../openapi/fuzz-routes.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { startAppOver } from './running-app.ts';

describeWithNeo4j('whatever is sent to it, on Neo4j', (address) => {
  it('answers in time, as described, and is never at fault', { timeout: 600_000 }, async () => {
    const logged: string[] = [];
    const app = await startAppOver(await openNeo4j(address), {
      environment: { RATE_LIMIT_PER_MINUTE: '1000000', CYPHER_TIMEOUT_MS: '2000' },
      log: { write: (line) => logged.push(line) },
    });
    try {
      const description = Description.parse(await (await app.get('/api/openapi.json')).json());
      for (const item of operationsOf(description)) {
        await fuzzOperation(app, description, item, item.method === 'post' ? 100 : 20);
      }
      expect(logged).toEqual([]);
    } finally {
      await app.stop();
    }
  });
});
