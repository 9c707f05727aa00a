import { stringify } from 'csv-stringify/sync';
import type { Json } from '../contract/json.ts';
import type { StreamPart } from '../store/store.ts';
import { wholeCells } from './whole-cells.ts';

type Field = string | number | null;

const byteOrderMark = '\uFEFF';

/**
 * An answer as CSV by RFC 4180, with a line of column names. Texts, numbers, true and false stand as they are, null as
 * nothing; nodes, relationships, paths, lists and maps as JSON.
 */
export async function* writeCsv(
  parts: AsyncIterable<StreamPart>,
  { bom, escapeFormulas }: { bom: boolean; escapeFormulas: boolean },
): AsyncGenerator<string> {
  let isNarrow = false;
  const write = (records: Field[][]) =>
    stringify(escapeFormulas ? records.map((record) => record.map(escapeLineFeed)) : records, {
      record_delimiter: '\r\n',
      // A reader takes a line feed in a field for the end of a line, too.
      quote_record_delimiter: true,
      escape_formulas: escapeFormulas,
      // Where fields are parted by semicolons, what stands after one would else be a field of its own.
      quoted_string: escapeFormulas,
      // A line with nothing in it would be no record.
      quoted_empty: isNarrow,
    });
  for await (const part of parts) {
    if (part.kind === 'columns') {
      isNarrow = part.columns.length === 1;
      yield `${bom ? byteOrderMark : ''}${write([part.columns])}`;
    } else if (part.kind === 'rows') {
      yield write(part.rows.map((row) => wholeCells(row).map(field)));
    }
  }
}

/** A spreadsheet may leave out a line feed that a text begins with, and then see a formula. */
function escapeLineFeed(given: Field): Field {
  return typeof given === 'string' && given.startsWith('\n') ? `'${given}` : given;
}

function field(cell: Json): Field {
  if (cell === null || typeof cell === 'string' || typeof cell === 'number') return cell;
  return JSON.stringify(cell);
}
