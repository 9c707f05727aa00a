import type { Record as Row, Result } from 'neo4j-driver';
import type { Node, Relationship } from '../contract/graph.ts';
import { quoted } from './cypher-name.ts';
import type { Held } from './differing.ts';
import { CellReader } from './neo4j-cells.ts';
import type { Batch } from './store.ts';

/** Nodes or relationships that are given at once. */
const portionSize = 1_000;

/** A session or a transaction. */
export interface Runner {
  run(cypher: string, params: Record<string, unknown>): Result;
}

/** What a database holds of a data set. A node without the key's label has the engine's own id, which is none of the batch's. */
export function heldBy(runner: Runner, { key, dataSet }: Pick<Batch, 'key' | 'dataSet'>): Held {
  const property = quoted(key.property);
  return {
    nodes: () => {
      const result = runner.run('MATCH (n) WHERE n.dataSet = $dataSet RETURN n', { dataSet });
      return portions(result, (row) => new CellReader(key).node(row.get('n')));
    },
    relationships: () => {
      const cypher = `MATCH (a)-[r]->(b) WHERE r.dataSet = $dataSet RETURN r, a.${property} AS start, b.${property} AS end`;
      return portions(runner.run(cypher, { dataSet }), (row) => ({
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
