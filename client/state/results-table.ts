import type { Answer } from '../../server/contract.ts';
import { locale } from './locale.ts';
import { cellText, readCell } from './results-cell.ts';
import type { ResultCell } from './results-cell.ts';
import type { ResultGraph } from './results-graph.ts';

/** A row of an answer as the table shows it; `index` is its place in the query's own order. */
export interface ResultLine {
  index: number;
  cells: readonly ResultCell[];
}

/** By which column the rows are sorted. */
export interface ResultOrder {
  column: number;
  isDescending: boolean;
}

export const readLines = ({ table }: Answer): ResultLine[] =>
  table.rows.map((row, index) => ({ index, cells: row.map(readCell) }));

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
export function sortLines(
  lines: readonly ResultLine[],
  order: ResultOrder | null,
  graph: ResultGraph,
): readonly ResultLine[] {
  if (order === null) return lines;
  const { column, isDescending } = order;
  const { compare } = new Intl.Collator(locale.value === 'zh' ? 'zh-CN' : 'en-GB', { numeric: true });
  // Made once a row, not at every comparison.
  const keyed = lines.map((line) => {
    const cell = line.cells[column] ?? { kind: 'null' };
    return { line, cell, text: cell.kind === 'number' ? '' : cellText(cell, graph) };
  });
  const sign = isDescending ? -1 : 1;
  return keyed
    .toSorted((one, other) => {
      const nulls = Number(one.cell.kind === 'null') - Number(other.cell.kind === 'null');
      if (nulls !== 0) return nulls;
      const { cell: a } = one;
      const { cell: b } = other;
      if (a.kind === 'number' && b.kind === 'number') return sign * (a.value - b.value);
      return sign * (ranks[a.kind] - ranks[b.kind] || compare(one.text, other.text));
    })
    .map(({ line }) => line);
}

/** How much room a column asks for, by the texts of its first rows; as a number of characters. */
export function columnMeasure(lines: readonly ResultLine[], column: number, graph: ResultGraph): number {
  const lengths = lines
    .slice(0, rowsMeasured)
    .map(({ cells }) => widthOf(cellText(cells[column] ?? { kind: 'null' }, graph)));
  return Math.max(0, ...lengths);
}

const rowsMeasured = 50;

/** Chinese characters are as wide as two Latin ones. */
const widthOf = (text: string): number => text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0);

/** Whether a column holds numbers, which are read from their right side. */
export const isNumberColumn = (lines: readonly ResultLine[], column: number): boolean => {
  const kinds = lines.slice(0, rowsMeasured).map(({ cells }) => cells[column]?.kind);
  return kinds.includes('number') && kinds.every((kind) => kind === 'number' || kind === 'null');
};
