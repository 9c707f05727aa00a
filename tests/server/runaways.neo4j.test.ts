import { afterAll, beforeAll, expect, it } from 'vitest';
import { QueryQueueState } from '../../server/contract/cypher.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { rows, runaway } from '../store/contract-suite.ts';
import type { RunningApp } from './running-app.ts';
import { startAppOver } from './running-app.ts';

describeWithNeo4j('runaway queries on Neo4j', describeRunaways);

function describeRunaways(address: Neo4jAddress): void {
  let app: RunningApp;
  beforeAll(async () => {
    // Callers are told apart by what a proxy says of them. How long a busy machine takes is not the question.
    const environment = {
      CYPHER_CONSOLE: 'on',
      TRUST_PROXY: 'loopback',
      CYPHER_TIMEOUT_MS: '300000',
      QUERY_TIMEOUT_MS: '300000',
    };
    app = await startAppOver(await openNeo4j(address), { environment });
    // A machine that does much else takes long to load a data set.
  }, 300_000);
  afterAll(async () => {
    await app.stop();
  });

  /** Asks for a runaway query as this caller, until the signal is aborted. */
  const ask = (caller: string, signal: AbortSignal) =>
    fetch(`${app.url}/api/cypher`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-forwarded-for': caller },
      body: JSON.stringify({ query: runaway }),
      signal,
    }).catch(String);

  const queueOf = async (caller: string) => {
    const response = await app.get('/api/cypher/queue', { 'x-forwarded-for': caller });
    return QueryQueueState.parse(await response.json());
  };

  const inDatabase = async () => {
    const cypher = 'SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery = $query RETURN count(*) AS n';
    return rows(app.loaded.store, cypher, { query: runaway });
  };

  const statusOfNext = async () => {
    const headers = { 'x-forwarded-for': '203.0.113.1' };
    return (await app.post('/api/cypher', { query: 'RETURN 1 AS one' }, headers)).status;
  };

  it('of one caller leave a turn to the next, and named queries all of theirs; stopped, they are gone from the database', async () => {
    const leaving = new AbortController();
    const first = Array.from({ length: 6 }, () => ask('203.0.113.1', leaving.signal));
    await expect
      .poll(() => queueOf('203.0.113.1'))
      .toEqual({ running: 3, waiting: 3, mostRunning: 4, mostWaiting: 200, places: [1, 2, 3] });
    const second = ask('203.0.113.2', leaving.signal);
    await expect.poll(() => queueOf('203.0.113.2')).toMatchObject({ running: 4, waiting: 3, places: [] });
    // A third comes before what the first has waiting.
    const third = ask('203.0.113.3', leaving.signal);
    await expect.poll(() => queueOf('203.0.113.3')).toMatchObject({ waiting: 4, places: [1] });
    await expect.poll(inDatabase).toEqual([[4]]);
    for (const path of ['/api/queries/overview', '/api/queries/search?text=lsxh', '/api/health']) {
      expect((await app.get(path, { 'x-forwarded-for': '203.0.113.4' })).status).toBe(200);
    }
    expect(await inDatabase()).toEqual([[4]]);

    leaving.abort();
    await Promise.all([...first, second, third]);
    await expect.poll(inDatabase).toEqual([[0]]);
    await expect.poll(() => queueOf('203.0.113.1')).toMatchObject({ running: 0, waiting: 0 });
    await expect.poll(statusOfNext).toBe(200);
  });
}
