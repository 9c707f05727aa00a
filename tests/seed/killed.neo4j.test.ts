import { expect, it } from 'vitest';
import { openStore } from '../../server/store/open.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { addManyNodes, killLoad } from './kill-load.ts';
import { runCommand } from './run-command.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

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
      expect(await killLoad(folder, settings)).toBe('SIGKILL');
      expect(await count()).toEqual({ nodes: 14, relationships: 24 });

      const { output } = await runCommand('load.ts', [folder], settings);
      expect(output).toContain('8014 nodes (8,000 added, ');
      expect(await count()).toEqual({ nodes: 8_014, relationships: 8_024 });
    });
  });

  it('is gone on with where it does not: what was written is not written again', async () => {
    await withDataSet(tinyFiles, async (folder) => {
      await addManyNodes(folder, 50_000);
      expect(await killLoad(folder, settings)).toBe('SIGKILL');
      const { nodes } = await count();
      expect(nodes).toBeGreaterThan(8_014);
      expect(nodes).toBeLessThan(50_014);

      const { output } = await runCommand('load.ts', [folder], settings);
      const [, added, unchanged] = /50014 nodes \((.*) added, .* removed, (.*) unchanged\) and/.exec(output) ?? [];
      expect([added, unchanged].map(number)).toEqual([50_014 - nodes, expect.any(Number)]);
      expect(await count()).toEqual({ nodes: 50_014, relationships: 50_024 });
    });
  });

  async function count() {
    const store = await openStore({ kind: 'neo4j', ...address, key: { label: 'Entity', property: 'id' } });
    try {
      return await store.count({});
    } finally {
      await store.close();
    }
  }
});

function number(text = ''): number {
  return Number(text.replaceAll(',', ''));
}
