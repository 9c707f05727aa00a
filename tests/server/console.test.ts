import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { QueryQueueState } from '../../server/contract/cypher.ts';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import { startIssuer, type Issuer } from './issuer.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

const token = 'a-token-that-everybody-here-shares';
const query = { query: 'RETURN 1 AS one' };
const bearer = (value: string) => ({ authorization: `Bearer ${value}` });

let app: RunningApp;
let issuer: Issuer;
beforeAll(async () => {
  [app, issuer] = await Promise.all([startApp(), startIssuer()]);
});
afterAll(async () => {
  issuer.stop();
  await app.stop();
});

type Asked = Pick<RunningApp, 'get' | 'post'>;

/** Status and code of the answer to a typed query; `answer` where it is no problem. */
async function typed(asked: Asked, headers: Record<string, string> = {}, path = '/api/cypher') {
  const response = await asked.post(path, query, headers);
  if (response.ok) return [response.status, 'answer'];
  return [response.status, Problem.parse(await response.json()).code];
}

const from = (address: string, given: string) => ({ ...bearer(given), 'x-forwarded-for': address });

const statuses = async (asked: Asked, addresses: string[]) => {
  const found: number[] = [];
  for (const address of addresses) {
    found.push((await asked.get('/api/ontology', { 'x-forwarded-for': address })).status);
  }
  return found;
};

const stateOf = async (asked: Asked) => QueryQueueState.parse(await (await asked.get('/api/cypher/queue')).json());

const consoleOf = async (asked: Asked, headers = {}) => {
  const { cypherConsole, signIn } = Health.parse(await (await asked.get('/api/health', headers)).json());
  return { cypherConsole, signIn };
};

const endless = {
  query: 'MATCH (a), (b), (c), (d), (e) WHERE a.name + b.name + c.name + d.name + e.name = "" RETURN 1',
};

/** Asks so many times for what has no end, until the function that is returned is called. */
function askEndlessly({ url }: Pick<RunningApp, 'url'>, times: number, headers: Record<string, string> = {}) {
  const leaving = new AbortController();
  const asked = Array.from({ length: times }, () =>
    fetch(`${url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(endless),
      signal: leaving.signal,
    }).catch(String),
  );
  return async () => {
    leaving.abort();
    await Promise.all(asked);
  };
}

const Paths = z.looseObject({ paths: z.record(z.string(), z.record(z.string(), z.unknown())) });

/** Every address that takes a typed query, as the API describes itself. */
async function typingPaths(): Promise<string[]> {
  const { paths } = Paths.parse(await (await app.get('/api/openapi.json')).json());
  return Object.keys(paths).filter((path) => path.startsWith('/api/cypher') && 'post' in (paths[path] ?? {}));
}

describe('the console, unless told otherwise', () => {
  it('is for who is at this machine, and not for whom a proxy on it asks', async () => {
    expect(await typed(app)).toEqual([200, 'answer']);
    expect(await consoleOf(app)).toEqual({ cypherConsole: true, signIn: 'not-needed' });
    for (const header of ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip']) {
      expect(await typed(app, { [header]: '203.0.113.7' })).toEqual([403, 'cypher-off']);
      expect(await consoleOf(app, { [header]: '203.0.113.7' })).toMatchObject({ cypherConsole: false });
    }
  });

  it('is off for everybody beyond loopback, by whichever address they come', async () => {
    const open = await app.another({ environment: { HOST: '0.0.0.0' } });
    const paths = await typingPaths();
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) expect(await typed(open, bearer(token), path)).toEqual([403, 'cypher-off']);
    expect(await consoleOf(open)).toEqual({ cypherConsole: false, signIn: 'not-needed' });
    expect((await open.get('/api/queries/overview')).status).toBe(200);
  });

  it('is for everybody where it is on', async () => {
    const open = await app.another({ environment: { HOST: '0.0.0.0', CYPHER_CONSOLE: 'on' } });
    expect(await typed(open, { 'x-forwarded-for': '203.0.113.7' })).toEqual([200, 'answer']);
  });
});

describe('the console for those who sign in', () => {
  let guarded: Asked;
  beforeAll(async () => {
    guarded = await app.another({
      environment: { CYPHER_TOKEN: token, OIDC_ISSUER: issuer.url, OIDC_AUDIENCE: issuer.audience },
    });
  });

  it('asks for a token, on whichever address', async () => {
    for (const path of await typingPaths()) expect(await typed(guarded, {}, path)).toEqual([401, 'sign-in-needed']);
    const response = await guarded.post('/api/cypher', query);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="cypher"');
    expect(await consoleOf(guarded)).toEqual({ cypherConsole: true, signIn: 'needed' });
  });

  it('takes the token of the server', async () => {
    expect(await typed(guarded, bearer(token))).toEqual([200, 'answer']);
    expect(await typed(guarded, { authorization: `bearer  ${token}` })).toEqual([200, 'answer']);
    expect(await consoleOf(guarded, bearer(token))).toEqual({ cypherConsole: true, signIn: 'done' });
  });

  it('takes a token of the issuer', async () => {
    expect(await typed(guarded, bearer(await issuer.token()))).toEqual([200, 'answer']);
  });

  it('refuses any other, says why, and runs nothing', async () => {
    const expired = bearer(await issuer.token({ seconds: -60 }));
    const response = await guarded.post('/api/cypher', endless, expired);
    expect(response.headers.get('www-authenticate')).toBe('Bearer realm="cypher", error="invalid_token"');
    expect(Problem.parse(await response.json())).toMatchObject({
      status: 401,
      code: 'sign-in-refused',
      values: { reason: 'it has expired' },
    });
    expect(await typed(guarded, bearer(`${token}x`))).toEqual([401, 'sign-in-refused']);
    expect(await typed(guarded, { authorization: `Basic ${btoa(`neo4j:${token}`)}` })).toEqual([401, 'sign-in-needed']);
    // A query that has no end would still run.
    expect(await stateOf(guarded)).toMatchObject({ running: 0, waiting: 0 });
    expect(await consoleOf(guarded, expired)).toEqual({ cypherConsole: true, signIn: 'needed' });
  });

  it('does not concern named queries, nor what the page needs to open', async () => {
    for (const path of ['/api/queries', '/api/queries/overview', '/api/ontology', '/api/health', '/api/openapi.json']) {
      expect((await guarded.get(path)).status).toBe(200);
    }
  });

  it.each([
    { method: 'post', path: '/api/cypher', status: 401 },
    { method: 'get', path: '/api/health', status: 200 },
    { method: 'get', path: '/api/cypher/queue', status: 200 },
  ])('lets nobody guess on and on at $path, while others sign in', async ({ method, path, status }) => {
    const trusting = await app.another({ environment: { CYPHER_TOKEN: token, TRUST_PROXY: 'loopback' } });
    for (let guess = 0; guess < 60; guess += 1) {
      const headers = from('203.0.113.7', `guess-${guess}`);
      const guessed = method === 'post' ? trusting.post(path, query, headers) : trusting.get(path, headers);
      expect((await guessed).status).toBe(status);
    }
    expect(await typed(trusting, from('203.0.113.7', token))).toEqual([429, 'too-many-requests']);
    expect(await consoleOf(trusting, from('203.0.113.7', token))).toMatchObject({ signIn: 'needed' });
    expect(await typed(trusting, from('203.0.113.8', token))).toEqual([200, 'answer']);
  });

  it('takes no query that is stopped for a guess, nor one that still runs', async () => {
    const busy = await app.another({ environment: { CYPHER_TOKEN: token, CYPHER_TIMEOUT_MS: '20000' } });
    for (let round = 0; round < 2; round += 1) {
      const leave = askEndlessly(busy, 35, bearer(token));
      await expect.poll(() => stateOf(busy)).toMatchObject({ running: 1, waiting: 34 });
      await leave();
      await expect.poll(() => stateOf(busy)).toMatchObject({ running: 0, waiting: 0 });
    }
    expect(await typed(busy, bearer(token))).toEqual([200, 'answer']);
  });

  it('says that the issuer is away, which is nobody’s mistake', async () => {
    const away = await startIssuer();
    away.stop();
    const environment = { OIDC_ISSUER: away.url, OIDC_AUDIENCE: away.audience };
    const lonely = await app.another({ environment });
    const response = await lonely.post('/api/cypher', query, bearer(await away.token()));
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Problem.parse(await response.json())).toMatchObject({ status: 503, code: 'sign-in-unavailable' });
  });
});

describe('the address of a caller', () => {
  const limited = { RATE_LIMIT_PER_MINUTE: '2' };
  it('is the one of the connection: whoever writes another gets no new limit', async () => {
    const strict = await app.another({ environment: limited });
    expect(await statuses(strict, ['203.0.113.1', '203.0.113.2', '203.0.113.3'])).toEqual([200, 200, 429]);
  });

  it('is the one that a trusted proxy tells, of IPv6 the network', async () => {
    const behind = await app.another({ environment: { ...limited, TRUST_PROXY: '127.0.0.1' } });
    const same = ['203.0.113.1', '203.0.113.1', '203.0.113.1', '203.0.113.2'];
    expect(await statuses(behind, same)).toEqual([200, 200, 429, 200]);
    // What a caller has written itself stands before what the proxy has added.
    expect(await statuses(behind, ['198.51.100.1, 203.0.113.1', '198.51.100.2, 203.0.113.1'])).toEqual([429, 429]);
    expect(await statuses(behind, ['2001:db8::1', '2001:db8::2', '2001:db8::3'])).toEqual([200, 200, 429]);
  });
});

describe('GET /api/cypher/queue', () => {
  it('says how many run and wait, and where those of the caller are', async () => {
    const busy = await app.another({ environment: { CYPHER_TIMEOUT_MS: '20000' } });
    expect(await stateOf(busy)).toEqual({ running: 0, waiting: 0, mostRunning: 1, mostWaiting: 200, places: [] });
    const leave = askEndlessly(busy, 3);
    await expect.poll(() => stateOf(busy)).toMatchObject({ running: 1, waiting: 2, places: [1, 2] });
    // Whoever asks for what was named beforehand does not wait for them.
    expect((await busy.get('/api/queries/overview')).status).toBe(200);
    await leave();
    await expect.poll(() => stateOf(busy)).toMatchObject({ running: 0, waiting: 0, places: [] });
    expect(await typed(busy)).toEqual([200, 'answer']);
  });
});
