import { nodeCell, nodeOf, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { textOf, textsOf } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const passageMentions: OfflineQuery = {
  name: 'passage-mentions',
  parameters: ['id'],
  columns: ['passage', 'nodes', 'relationships', 'starts', 'ends'],
  rows(graph, given) {
    const passage = nodeOf(graph, given.text('id'));
    if (!passage.labels.includes('Passage')) return [];
    const citing = graph
      .around(passage.id)
      .filter(({ isOut, relationship }) => !isOut && relationship.type === 'CITES')
      .map(({ other }) => other);
    const address = textOf(passage, 'address');
    const facts = [...graph.relationships.values()]
      .filter((relationship) => address !== null && textsOf(relationship, 'evidence').includes(address))
      .toSorted(inOrder(({ id }) => id));
    return [
      [
        nodeCell(passage),
        [...new Set(citing)].toSorted(inOrder(({ id }) => id)).map(nodeCell),
        facts.map(relationshipCell),
        facts.map(({ start }) => ({ $node: start })),
        facts.map(({ end }) => ({ $node: end })),
      ],
    ];
  },
};
