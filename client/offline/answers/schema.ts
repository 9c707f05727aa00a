import type { Json } from '../../../server/contract/json.ts';
import type { OfflineQuery } from '../define-answer.ts';
import { grouped } from '../../state/grouped.ts';
import { inOrder } from '../in-order.ts';

/** The names of the graph in the file, which has none of the properties that are hidden. */
export const schema: OfflineQuery = {
  name: 'schema',
  parameters: [],
  columns: ['kind', 'name', 'count'],
  rows({ nodes, relationships }) {
    const all = [...nodes.values(), ...relationships.values()];
    const properties = new Set(all.flatMap((item) => Object.keys(item.properties)));
    return [
      ...counted(
        'label',
        [...nodes.values()].flatMap(({ labels }) => labels),
      ),
      ...counted(
        'type',
        [...relationships.values()].map(({ type }) => type),
      ),
      ...[...properties].toSorted(inOrder((name) => name)).map((name) => ['property', name, null]),
    ];
  },
};

const counted = (kind: string, names: readonly string[]): Json[][] =>
  [...grouped(names, (name) => name)]
    .toSorted(inOrder(([name]) => name))
    .map(([name, same]) => [kind, name, same.length]);
