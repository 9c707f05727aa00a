import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import { Proxy } from '../neo4j/proxy.ts';
import type { LoadedStore } from '../queries/loaded-store.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import type { RunningApp } from './running-app.ts';
import { startAppOver } from './running-app.ts';

const neo4j = inject('neo4j');
const isAway = 'unavailable' in neo4j;

describe.skipIf(isAway)(`a Neo4j that goes away${isAway ? ` (${neo4j.unavailable})` : ''}`, () => {
  let proxy: Proxy;
  let loaded: LoadedStore;
  let app: RunningApp;
  beforeAll(async () => {
    if (isAway) return;
    proxy = await Proxy.before(neo4j.uri);
    loaded = await openNeo4j({ ...neo4j, uri: proxy.uri });
    app = await startAppOver(loaded);
  });
  afterAll(async () => {
    await app.stop();
    await proxy.shut();
  });

  it('is told as such with a time to come back, and answers again without a restart', async () => {
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    await proxy.shut();
    const health = await app.get('/api/health');
    expect([health.status, Health.parse(await health.json()).status]).toEqual([503, 'unavailable']);
    for (const response of [
      await app.get('/api/queries/overview'),
      await app.post('/api/cypher', { query: 'RETURN 1 AS one' }),
    ]) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'database-unavailable' });
    }
    await proxy.open();
    await expect.poll(async () => (await app.get('/api/health')).status, { timeout: 20_000 }).toBe(200);
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    expect((await app.post('/api/cypher', { query: 'RETURN 1 AS one' })).status).toBe(200);
  });
});
