import { nodeCell, nodeOf, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { textOf } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const figures: OfflineQuery = {
  name: 'figures',
  parameters: ['measure', 'node'],
  columns: ['measure', 'time', 'value', 'unit', 'unitEn', 'qualifier', 'basis', 'figure', 'relationship', 'of'],
  rows(graph, given) {
    const wanted = given.optionalText('measure', 100);
    const of = given.optionalText('node');
    if (of !== undefined) nodeOf(graph, of);
    return [...graph.nodes.values()]
      .filter(({ labels }) => labels.includes('Figure'))
      .flatMap((figure) => {
        const measure = textOf(figure, 'measure');
        const time = textOf(figure, 'at') ?? textOf(figure, 'period');
        return graph
          .around(figure.id)
          .filter(({ isOut, relationship }) => isOut && relationship.type === 'MEASURES')
          .map(({ relationship, other }) => ({ figure, measure, time, relationship, other }));
      })
      .filter(({ measure, other }) => (wanted ?? measure) === measure && (of ?? other.id) === other.id)
      .toSorted(
        inOrder(
          ({ measure }) => measure,
          ({ time }) => time ?? '',
          ({ figure }) => figure.id,
          ({ other }) => other.id,
        ),
      )
      .map(({ figure, measure, time, relationship, other }) => [
        measure,
        time,
        figure.properties['value'] ?? null,
        textOf(figure, 'unit'),
        textOf(figure, 'unitEn'),
        textOf(figure, 'qualifier'),
        textOf(figure, 'basis'),
        nodeCell(figure),
        relationshipCell(relationship),
        nodeCell(other),
      ]);
  },
};
