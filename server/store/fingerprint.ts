import { hash } from 'node:crypto';
import type { Node, PropertyValue, Relationship } from '../contract/graph.ts';
import type { Batch } from './store.ts';

/** A text that two nodes or relationships of one id share if they are the same, whichever of two versions they come from. */
export type Fingerprint = string;

type Key = Batch['key'];

/** Of a node: its labels but for that which all share, and its properties. */
export function nodeFingerprint({ labels, properties }: Node, key: Key): Fingerprint {
  const own = labels.filter((label) => label !== key.label).toSorted();
  return digest([own, shown(properties, key)]);
}

/** Of a relationship: its type, its ends, and its properties. */
export function relationshipFingerprint({ type, start, end, properties }: Relationship, key: Key): Fingerprint {
  return digest([type, start, end, shown(properties, key)]);
}

/** Short, as there may be a million. */
function digest(value: unknown): Fingerprint {
  return hash('sha1', JSON.stringify(value), 'base64');
}

/** Properties in order. Each has its id and data set, which are compared by others; one that is null is one that is not there. */
function shown(properties: Record<string, PropertyValue>, key: Key): [string, PropertyValue][] {
  const pairs: [string, PropertyValue][] = [];
  for (const name of Object.keys(properties).toSorted()) {
    const value = properties[name] ?? null;
    if (value !== null && name !== key.property && name !== 'dataSet') pairs.push([name, value]);
  }
  return pairs;
}
