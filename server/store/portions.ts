import type { Node } from '../contract/graph.ts';
import { sizeOf } from './row-parts.ts';
import type { RowParts } from './store.ts';
import { tooManyBytes } from './store-problems.ts';

interface Limits {
  maxRows: number;
  maxBytes: number;
}

/** Rows and bytes that travel at once, and milliseconds after which a portion goes with the next row, whatever it has. */
const mostRows = 500;
const mostBytes = 256_000;
const mostMs = 100;

/** Gathers rows into portions that are small enough to be held, and counts them against the limits of all. */
export class Portions {
  readonly #limits: Limits;
  #portion: RowParts[] = [];
  #portionBytes = 0;
  #portionBegan = 0;
  #rows = 0;
  #bytes = 0;

  constructor(limits: Limits) {
    this.#limits = limits;
  }

  /** Rows so far. */
  get rows(): number {
    return this.#rows;
  }

  /** Whether there are as many rows as there may be. */
  get isFull(): boolean {
    return this.#rows >= this.#limits.maxRows;
  }

  /** Adds a row. True says that the portion is to be taken now. Throws a ProblemError when all are too many bytes. */
  add(parts: RowParts): boolean {
    const bytes = this.#count(parts);
    if (this.#portion.length === 0) this.#portionBegan = performance.now();
    this.#portion.push(parts);
    this.#rows += 1;
    this.#portionBytes += bytes;
    // The first row goes alone: somebody waits for it.
    return this.#rows === 1 || this.#portion.length >= mostRows || this.#portionBytes >= mostBytes || this.#isOld();
  }

  /** Counts nodes that are added to rows of the portion later. Throws a ProblemError when all are too many bytes. */
  countNodes(nodes: Node[]): void {
    this.#count({ row: [], nodes, relationships: [] });
  }

  /** The rows that were added since the last portion. */
  take(): RowParts[] {
    const portion = this.#portion;
    this.#portion = [];
    this.#portionBytes = 0;
    return portion;
  }

  #count(parts: RowParts): number {
    const bytes = sizeOf(parts);
    const { maxBytes } = this.#limits;
    if (this.#bytes + bytes > maxBytes) throw tooManyBytes(maxBytes);
    this.#bytes += bytes;
    return bytes;
  }

  #isOld(): boolean {
    return performance.now() - this.#portionBegan > mostMs;
  }
}
