import type { Server, Socket } from 'node:net';
import { connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { Health, Problem } from '../../server/contract.ts';
import type { LoadedStore } from '../queries/loaded-store.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import type { RunningApp } from './running-app.ts';
import { startAppOver } from './running-app.ts';

const neo4j = inject('neo4j');
const isAway = 'unavailable' in neo4j;

/** A way to the server that can be cut and mended. */
class Line {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #port = 0;

  constructor(target: URL) {
    this.#target = target;
  }

  get uri(): string {
    return `bolt://127.0.0.1:${this.#port}`;
  }

  async mend(): Promise<void> {
    const server = createServer((socket) => {
      const onward = connect(Number(this.#target.port), this.#target.hostname);
      for (const end of [socket, onward]) {
        this.#sockets.add(end);
        end.on('error', () => end.destroy());
      }
      socket.pipe(onward).pipe(socket);
    });
    await new Promise<void>((resolve) => server.listen(this.#port, '127.0.0.1', resolve));
    const address = server.address();
    if (typeof address === 'object' && address !== null) this.#port = address.port;
    this.#server = server;
  }

  async cut(): Promise<void> {
    for (const socket of this.#sockets) socket.destroy();
    this.#sockets.clear();
    await new Promise((resolve) => this.#server?.close(resolve));
  }
}

describe.skipIf(isAway)(`a Neo4j that goes away${isAway ? ` (${neo4j.unavailable})` : ''}`, () => {
  let line: Line;
  let loaded: LoadedStore;
  let app: RunningApp;
  beforeAll(async () => {
    if (isAway) return;
    line = new Line(new URL(neo4j.uri));
    await line.mend();
    loaded = await openNeo4j({ ...neo4j, uri: line.uri });
    app = await startAppOver(loaded);
  });
  afterAll(async () => {
    await app.stop();
    await line.cut();
  });

  it('is told as such with a time to come back, and answers again without a restart', async () => {
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    await line.cut();
    const health = await app.get('/api/health');
    expect([health.status, Health.parse(await health.json()).status]).toEqual([503, 'unavailable']);
    for (const response of [
      await app.get('/api/queries/overview'),
      await app.post('/api/cypher', { query: 'RETURN 1 AS one' }),
    ]) {
      expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
      expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'database-unavailable' });
    }
    await line.mend();
    await expect.poll(async () => (await app.get('/api/health')).status, { timeout: 20_000 }).toBe(200);
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    expect((await app.post('/api/cypher', { query: 'RETURN 1 AS one' })).status).toBe(200);
  });
});
