import type { FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { CsvError, parse } from 'csv-parse';
import { hint } from './hint.ts';
import { PackedRows } from './packed-rows.ts';
import type { Row } from './packed-rows.ts';
import { withFile } from './read-text.ts';
import { lowerFirst } from './schema-problems.ts';
import { problemAt } from './seed-error.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';
import type { Columns, TableName } from './table-columns.ts';
import { layoutOf } from './table-delimiter.ts';

/** What a table may have at most. */
export interface TableLimits {
  bytes: number;
  rows: number;
  /** Characters of a cell. */
  cell: number;
  /** Characters of a row: a quote that nothing closes must not swallow the rest of the file. */
  row: number;
  /** Mistakes after which the rest is not read. */
  mistakes: number;
}

export const tableLimits: TableLimits = {
  bytes: 500_000_000,
  rows: 1_000_000,
  cell: 10_000,
  row: 100_000,
  mistakes: 1_000,
};

/** A table as it stands in its file. */
export interface RawTable {
  file: string;
  header: string[];
  rows: PackedRows;
  problems: SeedProblem[];
  /** False where not all of it could be read. */
  complete: boolean;
}

interface ReadingOptions {
  /** Called with each row whose cells are as they should be. It gives what else is wrong with the row. */
  onRow?: (row: Row, table: RawTable) => SeedProblem[];
  limits?: TableLimits;
}

/** Reads the table `<name>.csv` of a folder, piece by piece; undefined where there is none. */
export async function readTable(
  folder: string,
  name: TableName,
  columns: Columns,
  { onRow = () => [], limits = tableLimits }: ReadingOptions = {},
): Promise<RawTable | undefined> {
  const reader = new TableReader(join(folder, `${name}.csv`), name, columns, { onRow, limits });
  const failure = await withFile(folder, `${name}.csv`, limits.bytes, async (handle) => {
    await reader.read(handle);
    return undefined;
  });
  if (failure?.flaw.code === 'file-missing') return undefined;
  if (failure) reader.refuse(failure.flaw, failure.line);
  return reader.table;
}

/** Ends the reading of a table. */
class Stop extends Error {
  override readonly name = 'Stop';
}

class TableReader {
  readonly table: RawTable;
  readonly #name: TableName;
  readonly #columns: Columns;
  readonly #limits: TableLimits;
  readonly #onRow: NonNullable<ReadingOptions['onRow']>;
  /** The line on which the next row begins. */
  #line = 1;

  constructor(file: string, name: TableName, columns: Columns, { onRow, limits }: Required<ReadingOptions>) {
    this.table = { file, header: [], rows: new PackedRows(), problems: [], complete: true };
    this.#name = name;
    this.#columns = columns;
    this.#limits = limits;
    this.#onRow = onRow;
  }

  /** Notes why the table, or the rest of it, is not read. */
  refuse(flaw: Flaw, line: number): void {
    this.#note(flaw, line);
    this.table.complete = false;
  }

  async read(handle: FileHandle): Promise<void> {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(2 ** 16), 0, 2 ** 16, 0);
    const { delimiter, headerLine } = layoutOf(buffer.toString('utf8', 0, bytesRead), this.#columns.puts);
    this.#line = headerLine;
    const parser = parse({
      bom: true,
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      from_line: headerLine,
      relax_column_count: true,
      max_record_size: this.#limits.row,
      // Rows are taken here: those before a mistake would be lost to who reads the parser as a stream.
      on_record: (cells: string[]) => {
        if (!this.#take(cells)) throw new Stop();
      },
    });
    try {
      await pipeline(handle.createReadStream({ start: 0, autoClose: false, highWaterMark: 2 ** 18 }), parser.resume());
      if (this.table.header.length === 0) this.refuse({ code: 'table-empty', message: 'the table is empty' }, 1);
    } catch (error) {
      if (error instanceof Stop) return;
      if (!(error instanceof CsvError)) throw error;
      this.refuse(syntaxFlaw(error, this.#limits.row), this.#line);
    }
  }

  /** Takes the next row. False where no more are wanted. */
  #take(raw: string[]): boolean {
    const line = this.#line;
    this.#line += linesOf(raw);
    const cells = raw.map((cell) => cell.trim());
    const { table } = this;
    if (table.header.length === 0) return this.#takeHeader(cells, line);
    // An empty line, or a row that a spreadsheet has left empty.
    if (cells.every((cell) => cell === '')) return true;
    if (table.rows.length === this.#limits.rows) {
      this.refuse({ code: 'too-many-rows', message: `the table has more than ${this.#limits.rows} rows` }, line);
      return false;
    }
    const flaw = this.#flawOf(cells);
    if (flaw) {
      this.#note(flaw, line);
    } else {
      table.rows.push({ cells, line });
      table.problems.push(...this.#onRow({ cells, line }, table));
    }
    return this.#goesOn(line);
  }

  #takeHeader(cells: string[], line: number): boolean {
    const { table } = this;
    table.header = cells;
    for (const flaw of headerFlaws(cells, this.#columns)) this.#note(flaw, line);
    // Of the rows below a wrong header, each would be wrong again.
    table.complete = table.problems.length === 0;
    return table.complete;
  }

  #flawOf(cells: string[]): Flaw | undefined {
    const { header } = this.table;
    if (!isText(cells))
      return { code: 'not-text', message: 'the row has characters that are no UTF-8, or none to be seen' };
    if (cells.length !== header.length) {
      return {
        code: 'cell-count',
        message: `the row has ${cells.length} cells, and the first row has ${header.length}`,
      };
    }
    const long = cells.findIndex((cell) => cell.length > this.#limits.cell);
    if (long === -1) return undefined;
    return { code: 'cell-too-long', message: `${header[long]} has more than ${this.#limits.cell} characters` };
  }

  #goesOn(line: number): boolean {
    const { problems } = this.table;
    if (problems.length < this.#limits.mistakes) return true;
    this.refuse({ code: 'too-many-mistakes', message: `the table has ${problems.length} mistakes up to here` }, line);
    return false;
  }

  #note(flaw: Flaw, line: number): void {
    this.table.problems.push(problemAt({ file: this.table.file, line, id: this.#name }, flaw));
  }
}

function headerFlaws(header: readonly string[], { puts, required }: Columns): Flaw[] {
  const twice = header.filter((name, index) => header.indexOf(name) < index);
  return [
    ...header
      .filter((name) => !puts.has(name))
      .map((name): Flaw => {
        return {
          code: 'unknown-column',
          message: `the column ${name === '' ? 'without a name' : name} is unknown`,
          hint: () => hint(name, puts.keys()),
        };
      }),
    ...twice.map((name): Flaw => ({ code: 'column-twice', message: `the column ${name} is there twice` })),
    ...required
      .filter((name) => !header.includes(name))
      .map((name): Flaw => ({ code: 'missing-column', message: `the column ${name} is missing` })),
  ];
}

function syntaxFlaw({ code, message }: CsvError, mostCharacters: number): Flaw {
  if (code === 'CSV_MAX_RECORD_SIZE') {
    return {
      code: 'table-syntax',
      message: `the row has more than ${mostCharacters} characters, or a quote that nothing closes`,
    };
  }
  const [what = message] = message.split(':');
  return { code: 'table-syntax', message: `the quotes are wrong: ${lowerFirst(what)}` };
}

/** Lines that a row takes: cells in quotes may have line ends in them. */
function linesOf(cells: readonly string[]): number {
  let lines = 1;
  for (const cell of cells) {
    if (cell.includes('\n')) lines += cell.split('\n').length - 1;
  }
  return lines;
}

/** What is no UTF-8 has been decoded as the replacement character. */
function isText(cells: readonly string[]): boolean {
  return !/[^\P{Cc}\t\n\r]|\uFFFD/u.test(cells.join(''));
}
