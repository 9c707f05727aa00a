import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

/** A store that is closed is out of reach as a database is that has gone away. */
let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
  await app.loaded.store.close();
});
afterAll(async () => {
  await app.stop();
});

describe('while the database is out of reach', () => {
  it('the health says so', async () => {
    const response = await app.get('/api/health');
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    const health = Health.parse(await response.json());
    expect(health).toMatchObject({ status: 'unavailable', dataSet: 'jinhua-2011' });
    expect(health).not.toHaveProperty('nodes');
  });

  it('queries are told when to come back', async () => {
    const response = await app.get('/api/queries/overview');
    expect(response.status).toBe(503);
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Problem.parse(await response.json()).code).toBe('database-unavailable');
  });

  it('what needs no database is there', async () => {
    expect((await app.get('/api/ontology')).status).toBe(200);
    expect((await app.get('/api/queries')).status).toBe(200);
  });
});
