import { once } from 'node:events';
import type { Server } from 'node:http';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ConsoleAccess } from '../../server/console-access.ts';
import { cypherDoor } from '../../server/cypher-door.ts';
import { queueLimits, QueryQueue } from '../../server/query-queue.ts';
import { readSettings } from '../../server/settings.ts';
import { portOf } from '../neo4j/port-of.ts';

describe('the door of typed queries', () => {
  const queue = new QueryQueue(queueLimits(1));
  let server: Server;
  let url: string;
  let arrived = 0;
  beforeAll(async () => {
    const app = express();
    // Longer than a test: who waited for another's turn would wait for good.
    const door = cypherDoor(new ConsoleAccess(readSettings({})), queue, 600_000);
    // An answer that does not end, as of a caller who reads no further.
    app.post('/cypher', door, (_request, response) => void response.write('[1'));
    server = app.listen(0, '127.0.0.1');
    server.on('request', () => (arrived += 1));
    await once(server, 'listening');
    url = `http://127.0.0.1:${portOf(server)}/cypher`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const ask = () => fetch(url, { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' });

  it('gives no turn to whoever does not send what they want to ask', async () => {
    const leaving = new AbortController();
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('{"query":')),
    });
    const slow = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' as const };
    const asked = fetch(url, { ...slow, signal: leaving.signal }).catch(String);
    await expect.poll(() => arrived).toBe(1);
    const other = await ask();
    expect(queue.stateFor('127.0.0.1')).toMatchObject({ running: 1, waiting: 0 });
    await other.body?.cancel();
    leaving.abort();
    await asked;
    await expect.poll(() => queue.stateFor('127.0.0.1').running).toBe(0);
  });
});
