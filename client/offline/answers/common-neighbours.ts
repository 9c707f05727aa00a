import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { nodeCell, nodeOf, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { prominenceOf } from '../file-graph.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';
import { typesToAvoid } from '../types-to-avoid.ts';
import { wrong } from '../parameters.ts';

export const commonNeighbours: OfflineQuery = {
  name: 'common-neighbours',
  parameters: ['ids', 'avoid', 'limit'],
  columns: ['node', 'relationships', 'total'],
  rows(graph, given) {
    const ids = given.texts('ids').map((id) => nodeOf(graph, id).id);
    if (ids.length < 2) throw wrong('ids', 'they are all the same node');
    const avoid = typesToAvoid(given.optionalTexts('avoid'), graph.ontology);
    const limit = given.whole('limit', 1, 1000, 25);
    const near = new Map(graph.around(ids[0] ?? '').map(({ other }) => [other.id, other]));
    const found = [...near.values()].flatMap((node) => {
      const relationships = relationshipsTo(node, ids, avoid, graph);
      return relationships ? [{ node, relationships }] : [];
    });
    const ordered = found.toSorted(
      inOrder(
        ({ node }) => prominenceOf(graph, node),
        ({ node }) => node.id,
      ),
    );
    return ordered
      .slice(0, limit)
      .map(({ node, relationships }) => [nodeCell(node), relationships.map(relationshipCell), found.length]);
  },
};

/** The relationships of a node with each of the given ones; null where it has none with one of them. */
function relationshipsTo(
  node: Node,
  ids: readonly string[],
  avoid: readonly string[],
  graph: FileGraph,
): Relationship[] | null {
  const found = graph
    .around(node.id)
    .filter(
      ({ other, relationship }) => other.id !== node.id && ids.includes(other.id) && !avoid.includes(relationship.type),
    );
  if (new Set(found.map(({ other }) => other.id)).size < ids.length) return null;
  return found
    .toSorted(
      inOrder(
        ({ other }) => other.id,
        ({ relationship }) => relationship.type,
        ({ relationship }) => relationship.id,
      ),
    )
    .map(({ relationship }) => relationship);
}
