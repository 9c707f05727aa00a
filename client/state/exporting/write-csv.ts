import { stringify } from 'csv-stringify/browser/esm/sync';
import { cellAt } from '../workbench/results-table.ts';
import type { ResultLine } from '../workbench/results-table.ts';

/** What the reader chose for a spreadsheet. */
export interface CsvOptions {
  /** A byte order mark, without which Excel takes UTF-8 for something else. */
  bom: boolean;
  /** An apostrophe before what a spreadsheet would run as a formula. */
  escapeFormulas: boolean;
}

const byteOrderMark = '\uFEFF';

/** The rows as the table shows them, as CSV by RFC 4180: names in the place of nodes, nothing in the place of null. */
export function writeCsv(
  columns: readonly string[],
  lines: readonly ResultLine[],
  { bom, escapeFormulas }: CsvOptions,
): string {
  const records = lines.map((line) =>
    columns.map((_, column) => {
      const cell = cellAt(line, column);
      return cell.kind === 'number' ? cell.value : (line.texts[column] ?? '');
    }),
  );
  const all = [[...columns], ...records];
  const text = stringify(escapeFormulas ? all.map((record) => record.map(escapeLineFeed)) : all, {
    record_delimiter: '\r\n',
    // A reader takes a line feed in a field for the end of a line, too.
    quote_record_delimiter: true,
    escape_formulas: escapeFormulas,
    // Where fields are parted by semicolons, what stands after one would else be a field of its own.
    quoted_string: escapeFormulas,
    // A line with nothing in it would be no record.
    quoted_empty: columns.length === 1,
  });
  return `${bom ? byteOrderMark : ''}${text}`;
}

/** A spreadsheet may leave out a line feed that a text begins with, and then see a formula. */
function escapeLineFeed(field: string | number): string | number {
  return typeof field === 'string' && field.startsWith('\n') ? `'${field}` : field;
}
