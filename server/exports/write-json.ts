import type { Json } from '../contract/json.ts';
import type { StreamPart } from '../store/store.ts';
import { summaryOf } from './summary-of.ts';
import { wholeCells } from './whole-cells.ts';

/**
 * An answer as a list of records in JSON, by the names of the columns; nodes, relationships and paths are whole. With a
 * summary it is an object, `{rows, summary}`.
 */
export async function* writeJson(
  parts: AsyncIterable<StreamPart>,
  { summary }: { summary: boolean },
): AsyncGenerator<string> {
  let names: string[] = [];
  let separator = summary ? '{"rows":[\n' : '[\n';
  for await (const part of parts) {
    if (part.kind === 'columns') {
      names = part.columns.map((column) => JSON.stringify(column));
    } else if (part.kind === 'rows') {
      const records = part.rows.map((row) => record(names, wholeCells(row)));
      yield separator + records.join(',\n');
      separator = ',\n';
    } else {
      const opening = part.rows === 0 ? separator : '\n';
      yield `${opening}]${summary ? `,"summary":${JSON.stringify(summaryOf(part))}}` : ''}\n`;
    }
  }
}

/** Put together by hand: an object of ours would sort columns such as `1`, and lose one named `__proto__`. */
function record(names: string[], cells: Json[]): string {
  return `{${names.map((name, index) => `${name}:${JSON.stringify(cells[index] ?? null)}`).join(',')}}`;
}
