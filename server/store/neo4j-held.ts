import type { Node as DriverNode, Record as Row, Result, Session } from 'neo4j-driver';
import type { Node, Relationship } from '../contract/graph.ts';
import { quoted } from './cypher-name.ts';
import type { Held } from './differing.ts';
import { CellReader } from './neo4j-cells.ts';
import type { Batch } from './store.ts';

/** Nodes or relationships that are given at once. */
const portionSize = 1_000;

/** Milliseconds that a transaction of a load may take: a database's own limit is made for queries. */
export const loadTimeout = 3_600_000;

/** A session or a transaction. */
export interface Runner {
  run(cypher: string, params: Record<string, unknown>): Result;
}

/**
 * What a database holds of a data set. What lacks the key has the engine's own id, which is none of the batch's: a node
 * without the key's label, and a relationship without its property.
 * @param onNode called with the id of each node that is read, and the engine's own
 */
export function heldBy(
  session: Session,
  { key, dataSet }: Pick<Batch, 'key' | 'dataSet'>,
  onNode: (id: string, elementId: string) => void = () => {},
): Held {
  const config = { timeout: loadTimeout };
  const idOf = (end: string) =>
    `CASE WHEN ${end}:${quoted(key.label)} THEN ${end}.${quoted(key.property)} ELSE elementId(${end}) END`;
  return {
    nodes: () => {
      const result = session.run('MATCH (n) WHERE n.dataSet = $dataSet RETURN n', { dataSet }, config);
      return portions(result, (row) => {
        const found: DriverNode = row.get('n');
        const node = new CellReader(key).node(found);
        onNode(node.id, found.elementId);
        return node;
      });
    },
    relationships: () => {
      const cypher = `MATCH (a)-[r]->(b) WHERE r.dataSet = $dataSet RETURN r, ${idOf('a')} AS start, ${idOf('b')} AS end`;
      return portions(session.run(cypher, { dataSet }, config), (row) => ({
        ...new CellReader(key).relationship(row.get('r')),
        start: String(row.get('start')),
        end: String(row.get('end')),
      }));
    },
  };
}

async function* portions<Item extends Node | Relationship>(
  result: Result,
  itemOf: (row: Row) => Item,
): AsyncGenerator<Item[]> {
  let portion: Item[] = [];
  for await (const row of result) {
    portion.push(itemOf(row));
    if (portion.length < portionSize) continue;
    yield portion;
    portion = [];
  }
  yield portion;
}
