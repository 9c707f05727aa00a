import { existsSync } from 'node:fs';
import type { GrafeoDB } from '@grafeo-db/js';
import type { PropertyValue, Relationship } from '../contract.ts';
import { chunks, groups } from './chunks.ts';
import type { WriteRequest } from './embedded-messages.ts';
import type { Batch, Written } from './store.ts';

/**
 * Makes a new database file of a batch: constraint and index first, then the nodes by their labels and the
 * relationships by their type. The ends of all relationships must be among the nodes.
 */
export async function buildDatabase(
  databases: typeof GrafeoDB,
  { batch, path, oldPath }: WriteRequest,
  onProgress: (written: number) => void,
): Promise<Written> {
  const removed = await countRemoved(databases, batch, oldPath);
  const engine = databases.create(path);
  await createIndexes(engine, batch.key);
  let written = 0;
  const progress = (count: number) => {
    written += count;
    onProgress(written);
  };
  const engineIds = await writeNodes(engine, batch, progress);
  await writeRelationships(engine, batch.relationships, engineIds, progress);
  const counts = { nodes: engine.nodeCount(), relationships: engine.edgeCount() };
  engine.close();
  if (counts.nodes !== batch.nodes.length || counts.relationships !== batch.relationships.length) {
    throw new Error(`the new database holds ${counts.nodes} nodes and ${counts.relationships} relationships`);
  }
  return { ...counts, removed };
}

async function createIndexes(engine: GrafeoDB, { label, property }: Batch['key']): Promise<void> {
  const on = `FOR (n:${quoted(label)})`;
  await engine.executeCypher(`CREATE CONSTRAINT entity_key ${on} REQUIRE n.${quoted(property)} IS UNIQUE`);
  await engine.executeCypher(`CREATE INDEX entity_key_index ${on} ON (n.${quoted(property)})`);
}

async function writeNodes(
  engine: GrafeoDB,
  { nodes, key }: Batch,
  progress: (count: number) => void,
): Promise<Map<string, number>> {
  const engineIds = new Map<string, number>();
  for (const group of groups(nodes, ({ labels }) => JSON.stringify(labels.toSorted()))) {
    const labels = [key.label, ...(group[0]?.labels.filter((label) => label !== key.label) ?? [])];
    for (const chunk of chunks(group)) {
      const rows = chunk.map(({ properties }) => present(properties));
      const numbers = await engine.batchCreateNodesWithProps(labels, rows);
      for (const [index, { id }] of chunk.entries()) engineIds.set(id, numbers[index] ?? -1);
      progress(chunk.length);
    }
  }
  return engineIds;
}

async function writeRelationships(
  engine: GrafeoDB,
  relationships: Relationship[],
  engineIds: Map<string, number>,
  progress: (count: number) => void,
): Promise<void> {
  for (const group of groups(relationships, ({ type }) => type)) {
    for (const chunk of chunks(group)) {
      await engine.batchCreateEdges(
        chunk.map(({ type, start, end, properties }) => ({
          src: engineIds.get(start) ?? -1,
          dst: engineIds.get(end) ?? -1,
          type,
          properties: present(properties),
        })),
      );
      progress(chunk.length);
    }
  }
}

/** How many nodes and relationships of the old database the batch does not have. One that cannot be read has none. */
async function countRemoved(
  databases: typeof GrafeoDB,
  { nodes, relationships, key }: Batch,
  oldPath: string,
): Promise<number> {
  if (!existsSync(oldPath)) return 0;
  let old: GrafeoDB;
  try {
    old = databases.openReadOnly(oldPath);
  } catch {
    return 0;
  }
  const property = quoted(key.property);
  const gone = async (cypher: string, items: { id: string }[]) => {
    const kept = new Set<unknown>(items.map(({ id }) => id));
    return (await old.executeCypher(cypher)).rows().filter(([id]) => !kept.has(id)).length;
  };
  const removed =
    (await gone(`MATCH (n) RETURN n.${property} AS id`, nodes)) +
    (await gone(`MATCH ()-[r]->() RETURN r.${property} AS id`, relationships));
  old.close();
  return removed;
}

/** A property that is null is one that is not there. */
function present(properties: Record<string, PropertyValue>): Record<string, PropertyValue> {
  return Object.fromEntries(Object.entries(properties).filter(([, value]) => value !== null));
}

function quoted(name: string): string {
  return `\`${name.replaceAll('`', '``')}\``;
}
