import type { Json } from '../../../server/contract/json.ts';
import { nodeOf } from '../define-answer.ts';
import type { OfflineQuery } from '../define-answer.ts';
import type { Around } from '../file-graph.ts';
import { grouped } from '../../state/grouped.ts';
import { inOrder } from '../in-order.ts';

export const neighbourCounts: OfflineQuery = {
  name: 'neighbour-counts',
  parameters: ['ids'],
  columns: ['id', 'type', 'direction', 'total', 'label', 'count'],
  rows(graph, given) {
    const ids = given.texts('ids').map((id) => nodeOf(graph, id).id);
    return ids.toSorted(inOrder((id) => id)).flatMap((id) => countsOf(id, graph.around(id)));
  },
};

/** A row for each type, direction and label of the other end. */
function countsOf(id: string, around: readonly Around[]): Json[][] {
  const groups = grouped(around, ({ relationship: { type }, isOut }) => `${type} ${isOut ? 'out' : 'in'}`);
  return [...groups].toSorted(inOrder(([key]) => key)).flatMap(([key, group]) => {
    const [type = '', direction = ''] = key.split(' ');
    const counts = grouped(
      group.flatMap(({ other }) => other.labels),
      (label) => label,
    );
    return [...counts]
      .toSorted(inOrder(([label]) => label))
      .map(([label, same]) => [id, type, direction, group.length, label, same.length]);
  });
}
