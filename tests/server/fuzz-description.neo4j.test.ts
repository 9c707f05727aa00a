import { expect, it } from 'vitest';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { installSchemathesis } from '../schemathesis/install.ts';
import { fuzzDescribed } from '../schemathesis/run.ts';
import { startAppOver } from './running-app.ts';

const schemathesis = await installSchemathesis();
const reason = 'unavailable' in schemathesis ? ` (${schemathesis.unavailable})` : '';

describeWithNeo4j('Schemathesis, on Neo4j', (address) => {
  it.skipIf('unavailable' in schemathesis)(
    `finds that every answer is as described, and none is a fault of the server${reason}`,
    { timeout: 420_000 },
    async () => {
      if ('unavailable' in schemathesis) throw new Error(schemathesis.unavailable);
      const environment = { RATE_LIMIT_PER_MINUTE: '1000000', CYPHER_TIMEOUT_MS: '2000' };
      const app = await startAppOver(await openNeo4j(address), { environment });
      try {
        const { requests, faults } = await fuzzDescribed(schemathesis.python, app.url);
        expect(faults).toBe('');
        expect(requests).toBeGreaterThan(500);
      } finally {
        await app.stop();
      }
    },
  );
});
