import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { inOrder } from '../in-order.ts';

export const mentions: OfflineQuery = {
  name: 'mentions',
  parameters: [],
  columns: ['node', 'isSection', 'relationships'],
  rows: (graph) =>
    [...graph.nodes.values()]
      .map((node) => ({
        node,
        isSection: node.labels.includes('Section'),
        relationships: graph
          .around(node.id)
          .filter(({ isOut, relationship }) => isOut && 'evidence' in relationship.properties)
          .map(({ relationship }) => relationship)
          .toSorted(inOrder(({ id }) => id)),
      }))
      .filter(
        ({ node, isSection, relationships }) => isSection || 'evidence' in node.properties || relationships.length > 0,
      )
      .toSorted(
        inOrder(
          ({ isSection }) => (isSection ? 0 : 1),
          ({ node }) => node.id,
        ),
      )
      .map(({ node, isSection, relationships }) => [nodeCell(node), isSection, relationships.map(relationshipCell)]),
};
