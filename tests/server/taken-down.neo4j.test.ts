import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryQueueState } from '../../server/contract/cypher.ts';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import { canStart, startOwnNeo4j, type OwnNeo4j } from '../neo4j/start.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { rows, runaway } from '../store/contract-suite.ts';
import type { RunningApp } from './running-app.ts';
import { startAppOver } from './running-app.ts';

const isPossible = await canStart();

/** Milliseconds that a server may take to start, on a machine that does much else. */
const patienceMs = 300_000;

/** One of its own: nobody else's tests should lose theirs. */
describe.skipIf(!isPossible)(
  `a Neo4j that is taken down${isPossible ? '' : ' (needs Docker, or Java and Maven)'}`,
  () => {
    let home: string;
    let server: OwnNeo4j;
    let app: RunningApp;
    beforeAll(async () => {
      home = await mkdtemp(join(tmpdir(), 'taken-down-'));
      server = await startOwnNeo4j({ home });
      app = await startAppOver(await openNeo4j(server), { environment: { CYPHER_TIMEOUT_MS: '60000' } });
    });
    afterAll(async () => {
      await app.stop();
      await server.stop();
      await rm(home, { recursive: true, force: true });
    });

    const running = async () => QueryQueueState.parse(await (await app.get('/api/cypher/queue')).json()).running;

    it(
      'in the middle of a query is told as such, and answers again when it is back',
      { timeout: 2 * patienceMs },
      async () => {
        const asked = app.post('/api/cypher', { query: runaway });
        await expect.poll(running).toBe(1);
        // It has come to the database, too.
        const cypher = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $query RETURN count(*) AS n';
        const inDatabase = () => rows(app.loaded.store, cypher, { query: runaway });
        await expect.poll(inDatabase).toEqual([[1]]);
        await server.kill();
        const responses = [await asked, await app.get('/api/queries/overview')];
        for (const response of responses) {
          expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
          expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'database-unavailable' });
        }
        const health = await app.get('/api/health');
        expect([health.status, Health.parse(await health.json()).status]).toEqual([503, 'unavailable']);
        expect(await running()).toBe(0);

        server = await startOwnNeo4j({ home, port: Number(new URL(server.uri).port), password: server.password });
        await expect.poll(async () => (await app.get('/api/health')).status, { timeout: patienceMs }).toBe(200);
        expect((await app.get('/api/queries/overview')).status).toBe(200);
        expect((await app.post('/api/cypher', { query: 'RETURN 1 AS one' })).status).toBe(200);
      },
    );
  },
);
