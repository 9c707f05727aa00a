import { nodeCell, nodeOf, relationshipCell } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { kindOf, labelsOf, prominenceOf } from '../file-graph.ts';
import type { Around, FileGraph } from '../file-graph.ts';
import { inOrder } from '../in-order.ts';
import type { Parameters } from '../parameters.ts';

export const neighbours: OfflineQuery = {
  name: 'neighbours',
  parameters: ['ids', 'types', 'avoid', 'direction', 'kinds', 'others', 'labels', 'limit', 'skip'],
  columns: ['node', 'total', 'relationships', 'neighbours'],
  rows(graph, given) {
    const ids = given.texts('ids');
    const isWanted = wantedBy(graph, given);
    const limit = given.whole('limit', 1, 1000, 25);
    const skip = given.whole('skip', 0, 1_000_000, 0);
    return ids
      .map((id) => nodeOf(graph, id))
      .toSorted(inOrder(({ id }) => id))
      .map((node) => {
        const found = graph.around(node.id).filter(isWanted).toSorted(byProminence(graph));
        const page = found.slice(skip, skip + limit);
        return [
          nodeCell(node),
          found.length,
          page.map(({ relationship }) => relationshipCell(relationship)),
          page.map(({ other }) => nodeCell(other)),
        ];
      });
  },
};

const byProminence = (graph: FileGraph) =>
  inOrder<Around>(
    ({ other }) => prominenceOf(graph, other),
    ({ relationship: { type } }) => type,
    ({ other: { id } }) => id,
    ({ relationship: { id } }) => id,
  );

/** Which of a node's relationships the parameters leave. */
function wantedBy(graph: FileGraph, given: Parameters): (around: Around) => boolean {
  const types = given.optionalTexts('types');
  const avoid = given.optionalTexts('avoid') ?? [];
  const direction = given.oneOf('direction', ['both', 'in', 'out']);
  const kinds = given.optionalTexts('kinds');
  const others = given.optionalTexts('others', 200);
  const labels = given.optionalTexts('labels');
  return (around) => {
    const { relationship, other, isOut } = around;
    return (
      (types?.includes(relationship.type) ?? true) &&
      !avoid.includes(relationship.type) &&
      (direction === 'both' || (direction === 'out') === isOut) &&
      (kinds?.includes(kindOf(around)) ?? true) &&
      (others?.includes(other.id) ?? true) &&
      (!labels || labelsOf(graph, other).some((label) => labels.includes(label)))
    );
  };
}
