import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { inOrder } from '../in-order.ts';

export const among: OfflineQuery = {
  name: 'among',
  parameters: ['ids', 'types', 'avoid'],
  columns: ['node', 'relationships'],
  rows(graph, given) {
    const ids = given.texts('ids');
    const types = given.optionalTexts('types');
    const avoid = given.optionalTexts('avoid') ?? [];
    return ids
      .flatMap((id) => graph.nodes.get(id) ?? [])
      .toSorted(inOrder(({ id }) => id))
      .map((node) => {
        const relationships = graph
          .around(node.id)
          .filter(({ isOut, other }) => isOut && ids.includes(other.id))
          .map(({ relationship }) => relationship)
          .filter(({ type }) => (types?.includes(type) ?? true) && !avoid.includes(type))
          .toSorted(inOrder(({ id }) => id));
        return [nodeCell(node), relationships.map(relationshipCell)];
      });
  },
};
