import type { PropertyValue } from '../contract/graph.ts';
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

/** JSON has one kind of number, and a whole one must arrive as an integer. */
function sent(value: Scalar): unknown {
  return typeof value === 'number' && Number.isSafeInteger(value) ? BigInt(value) : value;
}
