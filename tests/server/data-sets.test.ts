import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answer } from '../../server/contract/answer.ts';
import { DataSetInfo } from '../../server/contract/data-set-info.ts';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import { Health } from '../../server/contract/health.ts';
import { Problem } from '../../server/contract/problem.ts';
import { DataSets, type DataSetsOptions } from '../../server/data-sets.ts';
import { ProblemError } from '../../server/problem-error.ts';
import { Description, exampleRequests, faultIn } from '../openapi/description.ts';
import type { RunningApp, Served } from './running-app.ts';
import { startAppOver, statusForHost } from './running-app.ts';
import { associationOf, loadDataSets, titleOf, type SeveralDataSets, type WatchedSource } from './several-data-sets.ts';

let several: SeveralDataSets;
let app: RunningApp<Served>;
let beta: WatchedSource;
let gamma: WatchedSource;

/** Starts an app over the data sets alpha, beta, gamma and delta, of which so many may be open. */
async function start(
  mostOpen: number,
  patienceMs = 20_000,
  failureMs = 0,
  { held }: Pick<DataSetsOptions, 'held'> = {},
): Promise<void> {
  const { first, others } = several;
  const dataSets = new DataSets(first, others, { mostOpen, patienceMs, failureMs, ...(held && { held }) });
  app = await startAppOver({ ...first, dataSets, close: () => dataSets.close() });
}

beforeEach(async () => {
  several = await loadDataSets('alpha', ['beta', 'gamma', 'delta']);
  const [second, third] = several.others;
  if (!second || !third) throw new Error('there are fewer data sets than asked for');
  [beta, gamma] = [second, third];
});
afterEach(async () => {
  await app.stop();
  await several.remove();
});

const statusOf = async (path: string): Promise<number> => (await app.get(path)).status;
const problemAt = async (path: string): Promise<Problem> => Problem.parse(await (await app.get(path)).json());
const titleAt = async (path: string): Promise<string> => Ontology.parse(await (await app.get(path)).json()).title.en;
/** The English names of the nodes of an answer. */
const namesAt = async (path: string) =>
  Answer.parse(await (await app.get(path)).json()).graph.nodes.map(({ properties }) => properties['nameEn']);
const listed = async (): Promise<DataSetInfo[]> =>
  z.array(DataSetInfo).parse(await (await app.get('/api/data-sets')).json());

/** Whether any of these processes lives. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

describe('data sets side by side', () => {
  it('are listed in their order, with titles, and with counts once they have been open', async () => {
    await start(3);
    expect(await listed()).toMatchObject([
      { name: 'alpha', title: titleOf('alpha'), isFirst: true },
      { name: 'beta', title: titleOf('beta'), isFirst: false },
      { name: 'gamma', title: titleOf('gamma'), isFirst: false },
      { name: 'delta', title: titleOf('delta'), isFirst: false },
    ]);
    expect([beta.opened, gamma.opened]).toEqual([0, 0]);
    await app.get('/api/data-sets/beta/health');
    const [, second, third] = await listed();
    expect(second?.nodes).toBeGreaterThan(5);
    expect(second?.relationships).toBeGreaterThan(5);
    expect(third).not.toHaveProperty('nodes');
  });

  it('answer below their names what the first one answers below /api', async () => {
    await start(3);
    expect(await titleAt('/api/ontology')).toBe('The alpha');
    expect(await titleAt('/api/data-sets/alpha/ontology')).toBe('The alpha');
    expect(await titleAt('/api/data-sets/beta/ontology')).toBe('The beta');
    const health = Health.parse(await (await app.get('/api/data-sets/beta/health')).json());
    expect(health).toMatchObject({ status: 'ok', dataSet: 'beta', cypherConsole: true });
    const query = 'MATCH (n:Entity) RETURN DISTINCT n.dataSet AS dataSet';
    expect(await (await app.post('/api/data-sets/beta/cypher', { query })).json()).toMatchObject({
      table: { columns: ['dataSet'], rows: [['beta']] },
    });
    for (const [path, name] of [
      ['/api', 'alpha'],
      ['/api/data-sets/alpha', 'alpha'],
      ['/api/data-sets/beta', 'beta'],
      ['/api/data-sets/gamma', 'gamma'],
    ] as const) {
      expect(await namesAt(`${path}/queries/overview`)).toContain(associationOf(name));
    }
    const csv = await app.post('/api/data-sets/beta/cypher/export', { query: 'RETURN 7 AS n', format: 'csv' });
    expect(await csv.text()).toBe('"n"\r\n7\r\n');
    expect(beta.opened).toBe(1);
  });

  it('are each described by a document of their own, whose examples are answered as it says', async () => {
    await start(3);
    const description = Description.parse(await (await app.get('/api/data-sets/beta/openapi.json')).json());
    const requests = exampleRequests(description);
    expect(requests.length).toBeGreaterThan(20);
    // Paths are found however their letters are written.
    const [usual, large] = await Promise.all(['/api', '/API'].map((base) => app.get(`${base}/openapi.json`)));
    expect(await large?.text()).toBe(await usual?.text());
    expect(requests.every(({ path }) => path.startsWith('/api/data-sets/beta/'))).toBe(true);
    const faults: string[] = [];
    for (const { name, operation, path, init } of requests) {
      const fault = await faultIn(description, operation, await fetch(app.url + path, init));
      if (fault !== undefined) faults.push(`${name}: ${fault}`);
    }
    expect(faults).toEqual([]);
    expect(await statusOf('/api/data-sets/beta/docs/')).toBe(200);
  });

  it('are not found by another name, and the nearest is told', async () => {
    await start(3);
    for (const path of ['', '/ontology', '/health', '/queries/overview']) {
      const problem = await problemAt(`/api/data-sets/bata${path}`);
      expect(problem).toMatchObject({ status: 404, code: 'unknown-data-set', suggestions: ['beta'] });
    }
    expect(await problemAt('/api/data-sets/%E0%A4%A/health')).toMatchObject({ status: 404, code: 'not-found' });
    expect(await problemAt('/api/data-sets/beta/nothing')).toMatchObject({ code: 'not-found' });
    expect(await problemAt('/api/data-sets/constructor/health')).toMatchObject({ code: 'unknown-data-set' });
  });

  it('have the same guards at their doors', async () => {
    await start(3);
    expect(await statusForHost(`${app.url}/api/data-sets/beta`, 'elsewhere.example.org')).toBe(421);
    const closed = await app.another({ environment: { CYPHER_CONSOLE: 'off', RATE_LIMIT_PER_MINUTE: '3' } });
    const typed = await closed.post('/api/data-sets/beta/cypher', { query: 'RETURN 1 AS one' });
    expect(Problem.parse(await typed.json()).code).toBe('cypher-off');
    const foreign = await closed.post('/api/data-sets/beta/cypher', {}, { origin: 'https://example.org' });
    expect(Problem.parse(await foreign.json()).code).toBe('origin-refused');
    const packed = await closed.get('/api/data-sets/beta/ontology', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    // One budget for all that a caller asks, whichever data set it is.
    expect((await closed.get('/api/health')).status).toBe(200);
    expect((await closed.get('/api/data-sets/beta/health')).status).toBe(429);
  });
});

describe('a data set beside the first one', () => {
  it('is opened once for all who ask at the same time', async () => {
    await start(3);
    const statuses = await Promise.all(Array.from({ length: 20 }, () => statusOf('/api/data-sets/beta/ontology')));
    expect(new Set(statuses)).toEqual(new Set([200]));
    expect(beta.opened).toBe(1);
  });

  it('tells who asks to come back while it is being loaded, and is there when it is done', async () => {
    await start(3, 50);
    const loading = new AbortController();
    beta.before = async () => void (await once(loading.signal, 'abort'));
    const response = await app.get('/api/data-sets/beta/ontology');
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '1']);
    expect(Problem.parse(await response.json())).toMatchObject({ code: 'data-set-loading', values: { name: 'beta' } });
    // The others go on meanwhile.
    expect(await statusOf('/api/queries/overview')).toBe(200);
    loading.abort();
    await expect.poll(() => titleAt('/api/data-sets/beta/ontology').catch(() => '')).toBe('The beta');
    expect(beta.opened).toBe(1);
  });

  it('says why it cannot be opened, is not tried at once again, and is there when it is mended', async () => {
    await start(3, 20_000, 300);
    beta.before = () =>
      Promise.reject(new ProblemError('data-set-unusable', 'beta: no', { values: { name: 'beta', reason: 'no' } }));
    const problem = { status: 503, code: 'data-set-unusable', values: { name: 'beta', reason: 'no' } };
    expect(await problemAt('/api/data-sets/beta/health')).toMatchObject(problem);
    expect(await problemAt('/api/data-sets/beta/ontology')).toMatchObject(problem);
    expect(beta.opened).toBe(1);
    expect(await statusOf('/api/health')).toBe(200);
    beta.before = () => Promise.resolve();
    await expect.poll(() => statusOf('/api/data-sets/beta/ontology')).toBe(200);
    expect(beta.opened).toBe(2);
  });

  it('is closed when another is asked for and no more may be open, and opened again when it is asked for', async () => {
    await start(2);
    expect(await titleAt('/api/data-sets/beta/ontology')).toBe('The beta');
    const children = beta.pids();
    expect(children.every(isAlive)).toBe(true);
    expect(await titleAt('/api/data-sets/gamma/ontology')).toBe('The gamma');
    await expect.poll(() => children.filter(isAlive)).toEqual([]);
    // What it had is known still, and asking how it is opens nothing.
    const health = Health.parse(await (await app.get('/api/data-sets/beta/health')).json());
    expect(health).toMatchObject({ status: 'ok', dataSet: 'beta', nodes: expect.any(Number) });
    expect([beta.opened, gamma.opened]).toEqual([1, 1]);
    expect(await titleAt('/api/data-sets/beta/ontology')).toBe('The beta');
    expect([beta.opened, gamma.opened]).toEqual([2, 1]);
  });

  it('is not called well once it has made room and cannot be opened again, until it can', async () => {
    await start(2, 20_000, 300);
    await app.get('/api/data-sets/beta/ontology');
    await expect.poll(() => statusOf('/api/data-sets/gamma/ontology')).toBe(200);
    expect(await statusOf('/api/data-sets/beta/health')).toBe(200);
    beta.before = () =>
      Promise.reject(new ProblemError('data-set-unusable', 'beta: no', { values: { name: 'beta', reason: 'no' } }));
    expect(await problemAt('/api/data-sets/beta/ontology')).toMatchObject({ code: 'data-set-unusable' });
    expect(await problemAt('/api/data-sets/beta/health')).toMatchObject({ code: 'data-set-unusable' });
    beta.before = () => Promise.resolve();
    await expect.poll(() => statusOf('/api/data-sets/beta/health')).toBe(200);
    expect(await titleAt('/api/data-sets/beta/ontology')).toBe('The beta');
  });

  it('is as the database of all is while it is closed, with what that holds of it', async () => {
    const holding = { isAway: false, of: new Map([['beta', { nodes: 7, relationships: 8 }]]) };
    const held = () =>
      holding.isAway
        ? Promise.reject(new ProblemError('database-unavailable', 'not now'))
        : Promise.resolve(holding.of);
    await start(2, 20_000, 0, { held });
    await app.get('/api/data-sets/beta/ontology');
    await expect.poll(() => statusOf('/api/data-sets/gamma/ontology')).toBe(200);
    const health = async () => {
      const response = await app.get('/api/data-sets/beta/health');
      return [response.status, Health.parse(await response.json())];
    };
    expect(await health()).toMatchObject([200, { status: 'ok', dataSet: 'beta', nodes: 7, relationships: 8 }]);
    holding.isAway = true;
    expect(await health()).toMatchObject([503, { status: 'unavailable', dataSet: 'beta' }]);
    expect([beta.opened, gamma.opened]).toEqual([1, 1]);
    holding.isAway = false;
    holding.of.clear();
    expect(await health()).toMatchObject([200, { status: 'ok', nodes: 0, relationships: 0 }]);
  });

  it('stays open rather than one that was used longer ago, or only looked after', async () => {
    await start(3);
    await app.get('/api/data-sets/beta/ontology');
    await app.get('/api/data-sets/gamma/ontology');
    await app.get('/api/data-sets/beta/ontology');
    await app.get('/api/data-sets/gamma/health');
    await app.get('/api/data-sets/delta/ontology');
    await app.get('/api/data-sets/beta/ontology');
    expect([beta.opened, gamma.opened]).toEqual([1, 1]);
    await app.get('/api/data-sets/gamma/ontology');
    expect([beta.opened, gamma.opened]).toEqual([1, 2]);
  });

  it('keeps its store while an answer of it is under way, though others wait for the place', async () => {
    await start(2);
    const query = "UNWIND range(1, 200000) AS x RETURN x, 'row ' + toString(x) AS text";
    const response = await app.post('/api/data-sets/beta/cypher/export', { query });
    const reader = response.body?.getReader();
    await reader?.read();
    const refused = await app.get('/api/data-sets/gamma/ontology');
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '5']);
    expect(Problem.parse(await refused.json())).toMatchObject({ code: 'too-many-data-sets', values: { most: '2' } });
    let rest = '';
    for (let piece = await reader?.read(); piece && !piece.done; piece = await reader?.read()) {
      rest = `${rest.slice(-1_000)}${new TextDecoder().decode(piece.value)}`;
    }
    expect(rest).toContain('"summary":{"rows":200000');
    await expect.poll(() => statusOf('/api/data-sets/gamma/ontology')).toBe(200);
  });

  it('is let go by callers who have left', async () => {
    await start(2);
    const leaving = new AbortController();
    const query = 'UNWIND range(1, 1000000) AS x RETURN x';
    const sent = { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ query }) };
    await fetch(`${app.url}/api/data-sets/beta/cypher/export`, { ...sent, signal: leaving.signal });
    leaving.abort();
    await expect.poll(() => statusOf('/api/data-sets/gamma/ontology')).toBe(200);
  });

  it('ends with the server, also while it is being opened', async () => {
    await start(3, 50);
    let isStopped = false;
    beta.before = async (signal) => {
      await sleep(60_000, undefined, { signal }).catch(() => undefined);
      isStopped = signal.aborted;
      signal.throwIfAborted();
    };
    await app.get('/api/data-sets/gamma/ontology');
    expect(await statusOf('/api/data-sets/beta/ontology')).toBe(503);
    await app.loaded.dataSets?.close();
    expect(isStopped).toBe(true);
    await expect.poll(() => gamma.pids().filter(isAlive)).toEqual([]);
  });

  it('is not opened once the server ends, nor kept by what did not notice', async () => {
    await start(3, 50);
    beta.before = async (signal) => void (await once(signal, 'abort'));
    expect(await statusOf('/api/data-sets/beta/ontology')).toBe(503);
    await app.loaded.dataSets?.close();
    await expect.poll(() => beta.pids().filter(isAlive)).toEqual([]);
    expect(beta.pids()).toHaveLength(1);
    expect(await problemAt('/api/data-sets/gamma/ontology')).toMatchObject({ code: 'database-unavailable' });
    expect([gamma.opened, gamma.pids()]).toEqual([0, []]);
  });
});
