import { countFigures } from './count-figures.ts';
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
        const figures = countFigures(graph, passage.id);
        return [
          nodeCell(passage),
          citedBy === null ? null : citedBy - figures,
          facts === null ? null : facts - figures,
          figures,
          textsOf(passage, 'leftOut').length,
        ];
      }),
};
