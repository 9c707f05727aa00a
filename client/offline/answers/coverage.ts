import { nodeCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { textsOf } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const coverage: OfflineQuery = {
  name: 'coverage',
  parameters: [],
  columns: ['passage', 'nodes', 'relationships', 'figures', 'leftOut'],
  rows: (graph) =>
    [...graph.nodes.values()]
      .filter(({ labels }) => labels.includes('Passage'))
      .toSorted(
        inOrder(
          ({ id }) => graph.indexOf(id).place,
          ({ id }) => id,
        ),
      )
      .map((passage) => {
        const { citedBy, facts } = graph.indexOf(passage.id);
        const citing = graph
          .around(passage.id)
          .filter(({ isOut, relationship, other }) => !isOut && relationship.type === 'CITES' && isFigure(other));
        const figures = new Set(citing.map(({ other }) => other.id)).size;
        return [
          nodeCell(passage),
          citedBy === null ? null : citedBy - figures,
          facts === null ? null : facts - figures,
          figures,
          textsOf(passage, 'leftOut').length,
        ];
      }),
};

const isFigure = ({ labels }: { labels: readonly string[] }): boolean => labels.includes('Figure');
