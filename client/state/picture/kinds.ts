import type { Json } from '../../../server/contract/json.ts';
import { labelStyleByName, typeOrder, typeStyleOf } from '../ontology.ts';
import { answerOf } from '../answers.ts';

/** A kind of neighbours that a node has: a relationship type in one direction, and how many there are of it. */
export interface Kind {
  /** As an expansion asks for it, such as `out:LEADS`. */
  key: string;
  type: string;
  direction: 'in' | 'out';
  count: number;
  /** What stands at the other end, by label, the most frequent first. */
  labels: readonly { name: string; count: number }[];
}

/** The kinds of a node's neighbours with their counts, those that hold the document together last. One request. */
export async function kindsOf(id: string, stopped: AbortSignal): Promise<Kind[]> {
  const { table } = await answerOf('neighbour-counts', { ids: [id] }, stopped);
  const place = new Map(table.columns.map((column, index) => [column, index]));
  const kinds = new Map<string, Kind>();
  for (const row of table.rows) {
    const cell = (column: string): Json | undefined => row[place.get(column) ?? -1];
    const [type, label] = [textOf(cell('type')), textOf(cell('label'))];
    const direction = cell('direction') === 'out' ? 'out' : 'in';
    const key = `${direction}:${type}`;
    const labels = kinds.get(key)?.labels ?? [];
    // A node counts under its coarsest label, as in the legend.
    const isCoarsest = labelStyleByName(label)?.parent === undefined;
    const entries = isCoarsest ? [...labels, { name: label, count: Number(cell('count')) }] : labels;
    kinds.set(key, { key, type, direction, count: Number(cell('total')), labels: byCount(entries) });
  }
  const order = typeOrder.value;
  const placeOf = ({ type }: Kind): number => (order.includes(type) ? order.indexOf(type) : order.length);
  return [...kinds.values()].toSorted(
    (a, b) =>
      Number(typeStyleOf(a.type).isStructural) - Number(typeStyleOf(b.type).isStructural) ||
      placeOf(a) - placeOf(b) ||
      a.key.localeCompare(b.key),
  );
}

const textOf = (cell: Json | undefined): string => (typeof cell === 'string' ? cell : '');

const byCount = (entries: Kind['labels']): Kind['labels'] => entries.toSorted((a, b) => b.count - a.count);
