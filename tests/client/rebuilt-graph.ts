import type { Graph } from '../../server/contract/graph.ts';
import type { Store } from '../../server/store/store.ts';

/** All that a database with a key holds, in the order of the API. */
export async function heldBy(store: Pick<Store, 'read'>): Promise<Graph> {
  const cypher = `MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->(:Entity) RETURN n, r
    ORDER BY coalesce(n.prominence, 9), n.id, r.id`;
  const options = { timeoutMs: 20_000, maxRows: 20_000, maxBytes: 20_000_000 };
  return (await store.read(cypher, {}, options)).graph;
}

/** A graph as it travels where the ontology hides the key: it is told by the ids alone. */
export const withoutIds = ({ nodes, relationships }: Graph): Graph => ({
  nodes: nodes.map(withoutId),
  relationships: relationships.map(withoutId),
});

function withoutId<Item extends { properties: Graph['nodes'][number]['properties'] }>(item: Item): Item {
  const { id: _, ...properties } = item.properties;
  return { ...item, properties };
}
