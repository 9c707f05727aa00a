import type { Json } from '../../../server/contract/json.ts';
import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { inOrder } from '../in-order.ts';

export const facts: OfflineQuery = {
  name: 'facts',
  parameters: ['ids'],
  columns: ['node', 'relationship', 'end'],
  rows(graph, given) {
    const ids = given.texts('ids', 1, 100);
    const relationships = ids.flatMap((id) => graph.relationships.get(id) ?? []);
    const starts = relationships.map(({ start }) => start);
    return [...new Set([...ids, ...starts])]
      .flatMap((id) => graph.nodes.get(id) ?? [])
      .toSorted(inOrder(({ id }) => id))
      .flatMap((node): Json[][] => {
        const own = relationships.filter(({ start }) => start === node.id).toSorted(inOrder(({ id }) => id));
        if (own.length === 0) return [[nodeCell(node), null, null]];
        return own.map((relationship) => [nodeCell(node), relationshipCell(relationship), { $node: relationship.end }]);
      });
  },
};
