import { expect, it, vi } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { rows } from '../store/contract-suite.ts';
import { addManyNodes, endLoad } from './kill-load.ts';
import { runCommand } from './run-command.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

// Each loads a hundred thousand nodes and relationships, with what a loader's start takes.
vi.setConfig({ testTimeout: 180_000 });

describeWithNeo4j('a load into Neo4j that is killed half-way', (address) => {
  const settings = {
    NEO4J_URI: address.uri,
    NEO4J_USERNAME: address.username,
    NEO4J_PASSWORD: address.password,
  };

  it('leaves the graph as it was where it fits into one transaction, and the next one works', async () => {
    await withDataSet(tinyFiles, async (folder) => {
      await runCommand('load.ts', [folder], settings);
      await addManyNodes(folder, 8_000);
      expect(await endLoad(folder, settings)).toMatchObject({ signal: 'SIGKILL' });
      expect(await count()).toEqual({ nodes: 14, relationships: 24 });

      const { output } = await runCommand('load.ts', [folder], settings);
      expect(output).toContain('8014 nodes (8,000 added, ');
      expect(await count()).toEqual({ nodes: 8_014, relationships: 8_024 });
    });
  });

  it('is gone on with where it does not: what was written is not written again', async () => {
    await withDataSet(tinyFiles, async (folder) => {
      await addManyNodes(folder, 50_000);
      expect(await endLoad(folder, settings)).toMatchObject({ signal: 'SIGKILL' });
      // The mark of what is not finished is no node of the data set.
      expect(await marks()).toEqual([['tiny']]);
      const nodes = (await count()).nodes - 1;
      expect(nodes).toBeGreaterThan(8_014);
      expect(nodes).toBeLessThan(50_014);

      const { output } = await runCommand('load.ts', [folder], settings);
      const [, added, unchanged] = /50014 nodes \((.*) added, .* removed, (.*) unchanged\) and/.exec(output) ?? [];
      expect([added, unchanged].map(number)).toEqual([50_014 - nodes, expect.any(Number)]);
      expect(await count()).toEqual({ nodes: 50_014, relationships: 50_024 });
      expect(await marks()).toEqual([]);
    });
  });

  it('says how much is there when its author has stopped it', async () => {
    await withDataSet(tinyFiles, async (folder) => {
      await addManyNodes(folder, 50_000, 'Renamed');
      const { code, errors } = await endLoad(folder, settings, 'SIGINT');
      const told = /^the load was stopped: (\d+) changes are in the database already, and the next load goes on/;
      const renamed = "MATCH (n) WHERE n.nameEn STARTS WITH 'Renamed' RETURN count(n) AS count";
      const [[changed] = []] = await withStore((store) => rows(store, renamed));
      expect([code, Number(told.exec(errors)?.[1])]).toEqual([1, changed]);
      expect(await marks()).toEqual([['tiny']]);
    });
  });

  function marks() {
    return withStore((store) => rows(store, 'MATCH (mark:UnfinishedLoad) RETURN mark.of AS name'));
  }

  function count() {
    return withStore((store) => store.count({}));
  }

  async function withStore<T>(use: (store: Store) => Promise<T>): Promise<T> {
    const store = await openStore({ kind: 'neo4j', ...address, key: { label: 'Entity', property: 'id' } });
    try {
      return await use(store);
    } finally {
      await store.close();
    }
  }
});

function number(text = ''): number {
  return Number(text.replaceAll(',', ''));
}
