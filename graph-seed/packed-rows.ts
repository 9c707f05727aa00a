/** Rows that are packed together. */
const chunkSize = 1_000;

/** Characters that no cell may have: between cells, and between rows. */
const cellEnd = '\u001F';
const rowEnd = '\u001E';

/** A row of a table, and the line on which it begins. */
export interface Row {
  cells: string[];
  line: number;
}

interface Chunk {
  bytes: Buffer;
  lines: Uint32Array;
}

/** Rows of a large table, kept as bytes: as texts and lists they would take five times the room. */
export class PackedRows implements Iterable<Row> {
  readonly #chunks: Chunk[] = [];
  #rows: string[] = [];
  #lines: number[] = [];
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Adds a row, whose cells have no control characters but tabs and line ends. */
  push({ cells, line }: Row): void {
    this.#rows.push(cells.join(cellEnd));
    this.#lines.push(line);
    this.#length += 1;
    if (this.#rows.length === chunkSize) this.#pack();
  }

  *[Symbol.iterator](): Generator<Row> {
    if (this.#rows.length > 0) this.#pack();
    for (const { bytes, lines } of this.#chunks) {
      const rows = bytes.toString().split(rowEnd);
      for (const [index, row] of rows.entries()) yield { cells: row.split(cellEnd), line: lines[index] ?? 1 };
    }
  }

  #pack(): void {
    this.#chunks.push({ bytes: Buffer.from(this.#rows.join(rowEnd)), lines: Uint32Array.from(this.#lines) });
    this.#rows = [];
    this.#lines = [];
  }
}
