import neo4j from 'neo4j-driver';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { describeExport } from './export-suite.ts';
import { startAppOver, type RunningApp } from './running-app.ts';

describeWithNeo4j('exports of Neo4j', (address) => {
  describeExport('Neo4j', async () => startAppOver(await openNeo4j(address)));

  describeWithNeo4j('an export whose caller goes away', () => {
    let app: RunningApp;
    const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
    beforeAll(async () => {
      app = await startAppOver(await openNeo4j(address));
    });
    afterAll(async () => {
      await app.stop();
      await driver.close();
    });

    it.each([
      [
        'before its first row',
        'UNWIND range(1, 1000000) AS a UNWIND range(1, 1000000) AS b WITH a, b WHERE a < 0 RETURN a AS mark',
      ],
      ['in the middle of its rows', 'UNWIND range(1, 100000000) AS a RETURN a AS mark'],
    ])('%s is gone from the database', async (_, query) => {
      const transactions = async () => {
        const { records } = await driver.executeQuery('SHOW TRANSACTIONS YIELD currentQuery');
        return records.filter((record) => String(record.get('currentQuery')).startsWith(query)).length;
      };
      const controller = new AbortController();
      const asking = fetch(`${app.url}/api/cypher/export`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query, format: 'ndjson' }),
        signal: controller.signal,
      }).then(async (response) => response.body?.getReader().read());
      asking.catch(() => {});
      await expect.poll(transactions).toBe(1);
      controller.abort();
      await expect.poll(transactions).toBe(0);
    });
  });
});
