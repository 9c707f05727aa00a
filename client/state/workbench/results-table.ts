import type { Answer } from '../../../server/contract/answer.ts';
import { spoken } from '../locale.ts';
import { cellText, readCell } from './results-cell.ts';
import type { ResultCell } from './results-cell.ts';
import type { ResultGraph } from './results-graph.ts';

/** A row of an answer as the table shows it; `index` is its place in the query's own order. */
export interface ResultLine {
  index: number;
  cells: readonly ResultCell[];
  /** What the cells say, in the reader's language. */
  texts: readonly string[];
}

/** By which column the rows are sorted. */
export interface ResultOrder {
  column: number;
  isDescending: boolean;
}

/** The rows of an answer, worded in the present language. */
export const readLines = ({ table }: Answer, graph: ResultGraph): ResultLine[] =>
  table.rows.map((row, index) => {
    const cells = row.map(readCell);
    return { index, cells, texts: cells.map((cell) => cellText(cell, graph)) };
  });

/** As Cypher sorts what is not alike; null comes last in either direction, for it says nothing. */
const ranks: Record<ResultCell['kind'], number> = {
  map: 0,
  node: 1,
  relationship: 2,
  list: 3,
  path: 4,
  text: 5,
  boolean: 6,
  number: 7,
  null: 8,
};

/** The rows in the order that was asked for; null is the query's own. Rows that are alike keep theirs. */
export function sortLines(lines: readonly ResultLine[], order: ResultOrder | null): readonly ResultLine[] {
  if (order === null) return lines;
  const { column, isDescending } = order;
  const { compare } = new Intl.Collator(spoken.value === 'zh' ? 'zh-CN' : 'en-GB', { numeric: true });
  const sign = isDescending ? -1 : 1;
  return lines.toSorted((one, other) => {
    const [a, b] = [cellAt(one, column), cellAt(other, column)];
    const nulls = Number(a.kind === 'null') - Number(b.kind === 'null');
    if (nulls !== 0) return nulls;
    if (a.kind === 'number' && b.kind === 'number') return sign * (a.value - b.value);
    return sign * (ranks[a.kind] - ranks[b.kind] || compare(one.texts[column] ?? '', other.texts[column] ?? ''));
  });
}

/** The cell of a row in a column. */
export const cellAt = ({ cells }: ResultLine, column: number): ResultCell => cells[column] ?? { kind: 'null' };

/** Rows by which it is judged what a column holds. */
const rowsJudged = 50;

/** Whether a column holds numbers, which are read from their right side. */
export function isNumberColumn(lines: readonly ResultLine[], column: number): boolean {
  const kinds = lines.slice(0, rowsJudged).map(({ cells }) => cells[column]?.kind);
  return kinds.includes('number') && kinds.every((kind) => kind === 'number' || kind === 'null');
}
