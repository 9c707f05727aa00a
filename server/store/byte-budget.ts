import type { Json } from '../contract/json.ts';
import { sizeOf } from './row-parts.ts';
import type { RowParts } from './store.ts';

/**
 * Counts the bytes of rows, each with its nodes and relationships, as JSON in UTF-8, against a limit. To write them all down
 * only to count takes as long as to send them: so they are estimated from above, and measured only where it matters. Until
 * then they are kept.
 */
export class ByteBudget {
  readonly #most: number;
  /** Bytes of what was measured, and no fewer than those of all. */
  #measured = 0;
  #bound = 0;
  #unmeasured: RowParts[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  /** Counts a row, if it fits. Else it says how many bytes the row has. */
  take(parts: RowParts): { fits: true } | { fits: false; bytes: number } {
    const bound = boundOf(parts);
    if (this.#bound + bound <= this.#most) {
      this.#bound += bound;
      this.#unmeasured.push(parts);
      return { fits: true };
    }
    for (const earlier of this.#unmeasured) this.#measured += sizeOf(earlier);
    this.#unmeasured = [];
    const bytes = sizeOf(parts);
    const fits = this.#measured + bytes <= this.#most;
    if (fits) this.#measured += bytes;
    this.#bound = this.#measured;
    return fits ? { fits } : { fits, bytes };
  }
}

/** No fewer bytes than the parts have as JSON. */
function boundOf({ row, nodes, relationships }: RowParts): number {
  let bytes = 2 + boundOfJson(row);
  for (const { id, labels, properties } of nodes) bytes += 40 + boundOfJson([id, labels, properties]);
  for (const { id, type, start, end, properties } of relationships) {
    bytes += 60 + boundOfJson([id, type, start, end, properties]);
  }
  return bytes;
}

/** A character has six bytes where it is escaped, a number no more than 25; each value has a sign after it. */
function boundOfJson(value: Json): number {
  if (typeof value === 'string') return 6 * value.length + 3;
  if (typeof value !== 'object' || value === null) return 26;
  let bytes = 3;
  if (Array.isArray(value)) {
    for (const item of value) bytes += boundOfJson(item);
    return bytes;
  }
  for (const name of Object.keys(value)) bytes += 6 * name.length + 3 + boundOfJson(value[name] ?? null);
  return bytes;
}
