import type { Node, Relationship } from '../contract/graph.ts';
import { engineNode, engineRelationship } from './embedded-cells.ts';
import { newReader, type Database } from './embedded-engine.ts';

/** The engine's numbers of all nodes, or of all relationships. */
export async function numbersOf({ engine }: Database, of: 'nodes' | 'relationships'): Promise<number[]> {
  const pattern = of === 'nodes' ? 'MATCH (x)' : 'MATCH ()-[x]->()';
  return (await engine.executeCypher(`${pattern} RETURN id(x) AS number`)).rows().map(([number]) => Number(number));
}

/** The nodes with these numbers. */
export function nodesOf(database: Database, numbers: readonly number[]): Node[] {
  const cells = newReader(database);
  return numbers.flatMap((number) => {
    const node = database.engine.getNode(number);
    return node ? [cells.node(engineNode(node))] : [];
  });
}

/** The relationships with these numbers. */
export function relationshipsOf(database: Database, numbers: readonly number[]): Relationship[] {
  const cells = newReader(database);
  return numbers.flatMap((number) => {
    const edge = database.engine.getEdge(number);
    return edge ? [cells.relationship(engineRelationship(edge))] : [];
  });
}
