import type { PropertyValue } from '../contract/graph.ts';
import { quoted } from './cypher-name.ts';
import type { Batch } from './store.ts';

type Scalar = string | number | boolean | null;

/** The properties of a node or relationship as the driver sends them, with its id and data set. */
export function propertyRow(
  id: string,
  properties: Record<string, PropertyValue>,
  { key, dataSet }: Pick<Batch, 'key' | 'dataSet'>,
): Record<string, unknown> {
  const row: Record<string, unknown> = {};
  // A loop: of a large data set, this is done a million times.
  for (const name of Object.keys(properties)) {
    const value = properties[name] ?? null;
    row[name] = Array.isArray(value) ? value.map(sent) : sent(value);
  }
  row[key.property] = id;
  row['dataSet'] = dataSet;
  return row;
}

/** Properties of many nodes or relationships. */
interface PropertyTable {
  /** A map for a Cypher text, whose values are taken from the list `row`. */
  map: string;
  /** For each of them its values, after those that lead it. */
  rows: unknown[][];
}

/**
 * The properties of several nodes or relationships, with id and data set, as lists: their names are sent once, not with each,
 * which is a fifth faster.
 * @param leading values that stand before the properties in each row; the same number for all
 */
export function propertyTable<Item extends { id: string; properties: Record<string, PropertyValue> }>(
  items: readonly Item[],
  batch: Pick<Batch, 'key' | 'dataSet'>,
  leading: (item: Item) => unknown[] = () => [],
): PropertyTable {
  const places = new Map<string, number>();
  const rows: unknown[][] = [];
  let first = 0;
  for (const item of items) {
    const row = leading(item);
    first = row.length;
    const properties = propertyRow(item.id, item.properties, batch);
    for (const name of Object.keys(properties)) {
      let place = places.get(name);
      if (place === undefined) places.set(name, (place = first + places.size));
      row[place] = properties[name];
    }
    rows.push(row);
  }
  const entries = Array.from(places, ([name, place]) => `${quoted(name)}: row[${place}]`);
  // A row is as long as its own properties need: what is beyond its end is null, which is no property.
  for (const row of rows) for (let place = 0; place < row.length; place += 1) row[place] ??= null;
  return { map: `{${entries.join(', ')}}`, rows };
}

/** JSON has one kind of number, and a whole one must arrive as an integer. */
function sent(value: Scalar): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
