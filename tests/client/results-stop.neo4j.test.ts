import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runCypher } from '../../client/state/workbench/query-run.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startAppOver } from '../server/running-app.ts';

describeWithNeo4j('a query that the reader stops', (address) => {
  const usual = globalThis.fetch;
  let app: RunningApp;
  let driver: Driver;
  beforeAll(async () => {
    app = await startAppOver(await openNeo4j(address));
    driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    globalThis.fetch = (input, init) => usual(input instanceof Request ? input : new URL(input, app.url), init);
  });
  afterAll(async () => {
    globalThis.fetch = usual;
    await driver.close();
    await app.stop();
  });

  /** The texts of what the database runs, but for this question. */
  async function running(): Promise<string[]> {
    const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery');
    return records.map((record) => String(record.get('currentQuery'))).filter((text) => text.includes('UNWIND'));
  }

  it('is gone from the database, whether it was run or measured', async () => {
    for (const mode of ['run', 'profile'] as const) {
      const controller = new AbortController();
      const cypher = 'UNWIND range(1, 1000000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n';
      const outcome = runCypher(cypher, {}, mode, controller.signal);
      await expect.poll(running).not.toEqual([]);
      controller.abort();
      expect(await outcome).toEqual({ kind: 'stopped' });
      await expect.poll(running).toEqual([]);
    }
  });
});
