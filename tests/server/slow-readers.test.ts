import { once } from 'node:events';
import type { Server } from 'node:http';
import type { RequestHandler } from 'express';
import express from 'express';
import { afterEach, describe, expect, it } from 'vitest';
import { ConsoleAccess } from '../../server/console-access.ts';
import { cypherDoor } from '../../server/cypher-door.ts';
import { namedDoor } from '../../server/named-door.ts';
import { queueLimits, QueryQueue } from '../../server/query-queue.ts';
import { readSettings } from '../../server/settings.ts';
import { portOf } from '../neo4j/port-of.ts';

let server: Server;
afterEach(() => {
  server.closeAllConnections();
  server.close();
});

/** The address of a server that sends, behind a door, the beginning of an answer and nothing more, as to a caller who reads no further. */
async function serve(...doors: RequestHandler[]): Promise<string> {
  const app = express();
  app.use(...doors, (_request, response) => void response.write('[1'));
  server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return `http://127.0.0.1:${portOf(server)}`;
}

const post = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{}' };
const access = new ConsoleAccess(readSettings({}));
const ways = [
  {
    door: 'typed',
    open: (queue: QueryQueue) => cypherDoor(access, queue, 500),
    path: '/cypher',
    request: post,
  },
  { door: 'named', open: (queue: QueryQueue) => namedDoor(queue, 500), path: '/queries/overview', request: {} },
];

describe.each(ways)('the door of $door queries', ({ open, path, request }) => {
  it('ends a turn with its connection when the answer is not read in time, and lets the next in', async () => {
    const queue = new QueryQueue(queueLimits(1));
    const url = (await serve(open(queue))) + path;
    const first = await fetch(url, request);
    expect(queue.stateFor('127.0.0.1')).toMatchObject({ running: 1, waiting: 0 });
    const second = fetch(url, request);
    await expect.poll(() => queue.stateFor('127.0.0.1')).toMatchObject({ running: 1, waiting: 1, places: [1] });
    await expect(first.text()).rejects.toThrow('terminated');
    await expect((await second).text()).rejects.toThrow('terminated');
    await expect.poll(() => queue.stateFor('127.0.0.1')).toMatchObject({ running: 0, waiting: 0 });
  });
});

it('gives a file the time of files, and no other typed query', async () => {
  const queue = new QueryQueue(queueLimits(4));
  const ofFiles = express.Router().post('/cypher/export', cypherDoor(access, queue, 600_000));
  const ofOthers = express.Router().post(['/cypher', '/cypher/plan'], cypherDoor(access, queue, 500));
  const url = await serve(ofFiles, ofOthers);
  const leaving = new AbortController();
  const file = await fetch(`${url}/cypher/export`, { ...post, signal: leaving.signal });
  for (const path of ['/cypher', '/cypher/plan']) {
    await expect((await fetch(url + path, post)).text()).rejects.toThrow('terminated');
  }
  await expect.poll(() => queue.stateFor('127.0.0.1').running).toBe(1);
  leaving.abort();
  // What the server had ended would be terminated.
  await expect(file.text()).rejects.toThrow(/aborted/);
  await expect.poll(() => queue.stateFor('127.0.0.1').running).toBe(0);
});
