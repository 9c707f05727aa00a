import type { Json } from '../contract.ts';
import type { StreamPart } from '../store/store.ts';
import { wholeCells } from './whole-cells.ts';

/** An answer as a list of records in JSON, by the names of the columns; nodes, relationships and paths are whole. */
export async function* writeJson(parts: AsyncIterable<StreamPart>): AsyncGenerator<string> {
  let names: string[] = [];
  let separator = '[\n';
  for await (const part of parts) {
    if (part.kind === 'columns') names = part.columns.map((column) => JSON.stringify(column));
    if (part.kind !== 'rows') continue;
    const records = part.rows.map((row) => record(names, wholeCells(row)));
    yield separator + records.join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/** Put together by hand: an object of ours would sort columns such as `1`, and lose one named `__proto__`. */
function record(names: string[], cells: Json[]): string {
  return `{${names.map((name, index) => `${name}:${JSON.stringify(cells[index] ?? null)}`).join(',')}}`;
}
