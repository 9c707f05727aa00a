import { once } from 'node:events';
import type { Response as Answer } from 'express';
import express from 'express';
import { expect, it } from 'vitest';
import { abortSignal } from '../../server/routes/abort-signal.ts';
import { portOf } from '../neo4j/port-of.ts';

it('a signal for a caller who goes is aborted, also where it is asked for only afterwards; for one who is answered it is not', async () => {
  const came: Answer[] = [];
  const app = express();
  app.get('/stays', (_request, response) => void response.end('an answer', () => came.push(response)));
  app.get('/goes', (_request, response) => void came.push(response));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${portOf(server)}`;

  await (await fetch(`${url}/stays`)).text();
  const leaving = new AbortController();
  const ask = () => fetch(`${url}/goes`, { signal: leaving.signal }).catch(String);
  const asked = Promise.all([ask(), ask()]);
  await expect.poll(() => came.length).toBe(3);
  const [stayed, gone, other] = came;
  if (!stayed || !gone || !other) throw new Error('nobody came');
  const before = abortSignal(gone);
  expect(before.aborted).toBe(false);
  leaving.abort();
  await asked;
  await expect.poll(() => [stayed.closed, gone.closed, other.closed]).toEqual([true, true, true]);
  expect(before.aborted).toBe(true);
  expect(abortSignal(gone)).toBe(before);
  expect(abortSignal(other).aborted).toBe(true);
  expect(abortSignal(stayed).aborted).toBe(false);
  server.close();
});
