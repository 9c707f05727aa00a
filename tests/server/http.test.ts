import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import express from 'express';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { createHttpServer } from '../../server/http-server.ts';
import { portOf } from '../neo4j/port-of.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

describe('another method than an address has', () => {
  it.each([
    ['POST', '/api/health', 'GET, HEAD, OPTIONS'],
    ['PUT', '/api/queries', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/queries/overview', 'GET, HEAD, OPTIONS'],
    ['PATCH', '/api/ontology', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/openapi.json', 'GET, HEAD, OPTIONS'],
    ['POST', '/api/docs/', 'GET, HEAD, OPTIONS'],
    ['GET', '/api/cypher', 'POST, OPTIONS'],
    ['GET', '/api/cypher/plan', 'POST, OPTIONS'],
    ['PUT', '/api/cypher/vocabulary', 'GET, HEAD, OPTIONS'],
    ['DELETE', '/api/cypher/queue', 'GET, HEAD, OPTIONS'],
  ])('%s %s is refused, and told which there are', async (method, path, allowed) => {
    const response = await fetch(app.url + path, { method });
    expect([response.status, response.headers.get('allow')]).toEqual([405, allowed]);
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'method-not-allowed', values: { method } });
    const options = await fetch(app.url + path, { method: 'OPTIONS' });
    expect([options.ok, options.headers.get('allow')]).toEqual([true, expect.stringContaining(allowed.slice(0, 3))]);
  });

  it('is told so before anybody is asked who they are', async () => {
    const closed = await app.another({ environment: { CYPHER_CONSOLE: 'off' } });
    expect((await closed.post('/api/cypher/vocabulary', {})).status).toBe(405);
    expect((await closed.post('/api/cypher/nothing', {})).status).toBe(404);
    expect((await closed.post('/api/cypher', {})).status).toBe(403);
  });

  it('is no matter for HEAD, which is GET without its body', async () => {
    const response = await fetch(`${app.url}/api/health`, { method: 'HEAD' });
    expect([response.status, await response.text()]).toEqual([200, '']);
  });
});

/** All that comes on a connection until its end. */
async function textOf(socket: Socket): Promise<string> {
  const chunks: Buffer[] = [];
  socket.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(socket, 'close');
  return Buffer.concat(chunks).toString();
}

describe('a request that never gets to the app', () => {
  it('is told that its address is too long, while it still sends', async () => {
    const ids = `id=${'x'.repeat(1_000)}&`.repeat(500);
    const response = await fetch(`${app.url}/api/queries/node?${ids}`);
    expect(response.status).toBe(431);
    expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'request-too-long', status: 431 });
  });

  it('may name 200 nodes and 200 others at once, whatever their ids are made of', async () => {
    const id = encodeURIComponent('4:00000000-0000-0000-0000-000000000000:1234567');
    const ids = Array.from({ length: 200 }, () => id).join(',');
    const response = await app.get(`/api/queries/neighbours?ids=${ids}&others=${ids}`);
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'unknown-node', status: 404 });
  });

  it('is told that it is no HTTP', async () => {
    const { hostname, port } = new URL(app.url);
    const socket = connect(Number(port), hostname);
    socket.end('hello\r\n\r\n');
    const [head = '', body = ''] = (await textOf(socket)).split('\r\n\r\n');
    expect(head).toMatch(/^HTTP\/1\.1 400 /);
    expect(Problem.parse(JSON.parse(body))).toMatchObject({ code: 'invalid-request', status: 400 });
  });

  it('breaks off the answer to the one before it that is under way, and puts nothing into it', async () => {
    const server = createHttpServer(express().use((_request, response) => void response.write('begun')));
    await once(server.listen(0, '127.0.0.1'), 'listening');
    const socket = connect(portOf(server), '127.0.0.1');
    const answer = textOf(socket);
    socket.write('GET / HTTP/1.1\r\nHost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.write('hello\r\n\r\n');
    expect((await answer).match(/HTTP|begun|problem/g)).toEqual(['HTTP', 'begun']);
    server.close();
  });
});
