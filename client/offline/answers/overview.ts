import type { Node } from '../../../server/contract/graph.ts';
import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import type { FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const overview: OfflineQuery = {
  name: 'overview',
  parameters: ['depth'],
  columns: ['node', 'relationships'],
  rows(graph, given) {
    const depth = given.whole('depth', 1, 9, 1);
    const isProminent = (node: Node): boolean => (prominence(graph, node) ?? Infinity) <= depth;
    return [...graph.nodes.values()]
      .filter(isProminent)
      .toSorted(
        inOrder(
          (node) => prominence(graph, node),
          ({ id }) => id,
        ),
      )
      .map((node) => {
        const relationships = graph
          .around(node.id)
          .filter(({ isOut, other }) => isOut && isProminent(other))
          .map(({ relationship }) => relationship)
          .toSorted(inOrder(({ id }) => id));
        return [nodeCell(node), relationships.map(relationshipCell)];
      });
  },
};

const prominence = (graph: FileGraph, { id }: Node): number | null => graph.indexOf(id).prominence;
