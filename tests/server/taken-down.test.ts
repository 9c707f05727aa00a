import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readDataSet } from '../../graph-seed/read.ts';
import { QueryQueueState } from '../../server/contract/cypher.ts';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import { openEmbedded, type EmbeddedStore } from '../../server/store/embedded.ts';
import { runaway } from '../store/contract-suite.ts';
import type { RunningApp, Served } from './running-app.ts';
import { startAppOver } from './running-app.ts';

describe('an embedded engine that a query takes down', () => {
  let folder: string;
  let store: EmbeddedStore;
  let app: RunningApp<Served>;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'taken-down-'));
    const { ontology, batch } = await readDataSet(
      fileURLToPath(new URL('../../graph-seed/jinhua-2011', import.meta.url)),
    );
    store = openEmbedded({ path: join(folder, 'own.grafeo'), key: ontology.key });
    await store.write(batch);
    app = await startAppOver({ store, ontology, close: () => store.close() });
  });
  afterAll(async () => {
    await app.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const running = async () => {
    const { running: count } = QueryQueueState.parse(await (await app.get('/api/cypher/queue')).json());
    return count;
  };

  it('is told as such to who asked it, and to nobody else; the next query is answered', async () => {
    const asked = app.post('/api/cypher', { query: runaway });
    await expect.poll(running).toBe(1);
    await expect.poll(() => store.pids).toHaveLength(2);
    const [named = 0, typed = 0] = store.pids;
    process.kill(typed, 'SIGKILL');
    const response = await asked;
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'database-unavailable' });
    expect(Health.parse(await (await app.get('/api/health')).json())).toMatchObject({ status: 'ok' });
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    expect((await app.post('/api/cypher', { query: 'RETURN 1 AS one' })).status).toBe(200);
    expect(await running()).toBe(0);
    // Named queries have a process of their own, which was left alone.
    expect(store.pids).toContain(named);
    expect(store.pids).not.toContain(typed);
  });

  it('does not keep those waiting who waited for it', async () => {
    const asked = app.post('/api/cypher', { query: runaway });
    await expect.poll(running).toBe(1);
    const next = app.post('/api/cypher', { query: 'RETURN 1 AS one' });
    await expect.poll(() => store.pids).toHaveLength(2);
    const [, typed = 0] = store.pids;
    process.kill(typed, 'SIGKILL');
    expect((await asked).status).toBe(503);
    expect((await next).status).toBe(200);
  });
});
