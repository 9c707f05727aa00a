import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
let page: Pick<RunningApp, 'url'>;
let folder: string;
beforeAll(async () => {
  app = await startApp();
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await writeFile(join(folder, 'index.html'), '<!doctype html><title>page</title>');
  page = await app.another({ pageFolder: folder });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true });
});

/** The status and the problem's code of a request with headers that fetch would not send. */
async function send(
  method: string,
  url: string,
  headers: OutgoingHttpHeaders,
  body = '',
): Promise<{ status: number | undefined; code: string | undefined }> {
  const sent = request(url, { method, headers }).end(body);
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    sent.once('response', resolve).once('error', reject);
  });
  const answer = await text(response);
  const isProblem = answer.startsWith('{"type":"/api/docs#');
  return { status: response.statusCode, code: isProblem ? Problem.parse(JSON.parse(answer)).code : undefined };
}

const json = { 'content-type': 'application/json' };
const query = JSON.stringify({ query: 'RETURN 1 AS one' });

describe('a page elsewhere that has its own name point at this machine', () => {
  it.each([
    ['GET', '/'],
    ['GET', '/index.html'],
    ['GET', '/nothing'],
    ['GET', '/api/nothing'],
    ['GET', '/api/health'],
    ['GET', '/api/ontology'],
    ['GET', '/api/queries'],
    ['GET', '/api/queries/overview'],
    ['GET', '/api/openapi.json'],
    ['GET', '/api/docs/'],
    ['GET', '/api/docs/swagger-ui.css'],
    ['GET', '/api/cypher/queue'],
    ['GET', '/api/cypher/vocabulary'],
    ['OPTIONS', '/api/cypher'],
    ['HEAD', '/api/health'],
  ])('gets nothing of %s %s', async (method, path) => {
    expect(await send(method, page.url + path, { host: 'rebound.example.org' })).toMatchObject({ status: 421 });
  });

  it('gets no query run', async () => {
    const headers = { ...json, host: 'rebound.example.org', origin: 'http://rebound.example.org' };
    expect(await send('POST', `${app.url}/api/cypher`, headers, query)).toEqual({ status: 421, code: 'host-refused' });
  });

  it('cannot say so in the address in place of the header, nor say nothing', async () => {
    const { port } = new URL(app.url);
    const lines = [
      ['GET /api/health HTTP/1.0', ''],
      ['GET http://127.0.0.1/api/health HTTP/1.1', 'Host: rebound.example.org', ''],
      ['GET /api/health HTTP/1.1', 'Host: rebound.example.org', 'Host: 127.0.0.1', ''],
    ];
    for (const [first, ...rest] of lines) {
      const socket = connect(Number(port), '127.0.0.1');
      socket.write([first, ...rest.slice(0, -1), 'Connection: close', '', ''].join('\r\n'));
      expect(await text(socket)).toMatch(/^HTTP\/1\.1 4(21|00) /);
    }
  });
});

describe('what a page of another origin sends', () => {
  it('is refused before a route sees it, whatever it is', async () => {
    const neighbour = `http://localhost:${Number(new URL(app.url).port) + 1}`;
    for (const origin of ['https://elsewhere.example.org', neighbour, 'null', 'file://', '']) {
      const sent = [
        await send('POST', `${app.url}/api/cypher`, { ...json, origin }, query),
        await send('POST', `${app.url}/api/cypher`, { 'content-type': 'text/plain', origin }, query),
        await send('OPTIONS', `${app.url}/api/cypher`, { origin, 'access-control-request-method': 'POST' }),
      ];
      expect(sent).toEqual(sent.map(() => ({ status: 403, code: 'origin-refused' })));
    }
  });

  it('is taken from our own page, also under a name that the settings have', async () => {
    const { host, port } = new URL(app.url);
    const address = `${app.url}/api/cypher`;
    expect(await send('POST', address, { ...json, origin: `http://${host}` }, query)).toEqual({ status: 200 });
    const localhost = { ...json, host: `localhost:${port}`, origin: `http://localhost:${port}` };
    expect(await send('POST', address, localhost, query)).toEqual({ status: 200 });
    const environment = { ALLOWED_HOSTS: 'graph.example.org', CYPHER_CONSOLE: 'on' };
    const named = await app.another({ environment });
    const proxied = { ...json, origin: 'https://graph.example.org' };
    expect(await send('POST', `${named.url}/api/cypher`, proxied, query)).toEqual({ status: 200 });
    const other = { ...json, origin: 'https://graph.example.org.elsewhere.example' };
    expect(await send('POST', `${named.url}/api/cypher`, other, query)).toEqual({
      status: 403,
      code: 'origin-refused',
    });
  });

  it('is answered where it only looks, and then the browser does not hand it over', async () => {
    const response = await app.get('/api/queries/overview', { origin: 'https://elsewhere.example.org' });
    expect(response.status).toBe(200);
    expect(response.headers.get('access-control-allow-origin')).toBeNull();
    expect(response.headers.get('cross-origin-resource-policy')).toBe('same-origin');
  });
});
