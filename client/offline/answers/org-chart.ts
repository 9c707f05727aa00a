import { nodeCell, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { prominenceOf } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';

export const orgChart: OfflineQuery = {
  name: 'org-chart',
  parameters: [],
  columns: ['above', 'relationship', 'below'],
  rows(graph) {
    const types = new Set(
      graph.ontology.types.filter(({ hierarchy, beside }) => hierarchy || beside !== undefined).map(({ name }) => name),
    );
    const isDrawn = (id: string): boolean => graph.around(id).some(({ relationship }) => types.has(relationship.type));
    return [...graph.nodes.values()]
      .flatMap((above) =>
        graph
          .around(above.id)
          .filter(({ isOut }) => isOut)
          .map(({ relationship, other: below }) => ({ above, relationship, below })),
      )
      .filter(({ relationship: { type }, below }) => types.has(type) || (type === 'MEASURES' && isDrawn(below.id)))
      .toSorted(
        inOrder(
          ({ above }) => prominenceOf(graph, above),
          ({ above }) => above.id,
          ({ relationship }) => relationship.type,
          ({ below }) => prominenceOf(graph, below),
          ({ below }) => below.id,
          ({ relationship }) => relationship.id,
        ),
      )
      .map(({ above, relationship, below }) => [nodeCell(above), relationshipCell(relationship), nodeCell(below)]);
  },
};
