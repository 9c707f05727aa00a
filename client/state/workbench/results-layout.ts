import type { ResultLine } from './results-table.ts';

/**
 * Where the rows of the results' table stand. Their heights are worked out from their texts, not measured on the page, so
 * that only the rows in sight are made, however many there are.
 */

/** Pixels; the styles have the same. */
export const headingHeight = 38;
const lineHeight = 20;
const paddingOfRow = 18;
const paddingOfColumn = 52;
const mostLines = 3;
const leastWidth = 72;
const usualWidths = { least: 88, most: 340 };
/** How wide the character of a Latin text is on average, and a Chinese one always. */
const characterWidths = { narrow: 7.4, wide: 14.2 };
/** Characters that are looked at: more never fit. */
const longestMeasured = 400;

/** How wide a text is in one line. */
function widthOf(text: string): number {
  const wide = text.match(/[\u2e80-\uffef]/g)?.length ?? 0;
  return wide * characterWidths.wide + (text.length - wide) * characterWidths.narrow;
}

/** Rows by which a column's width is judged. */
const rowsJudged = 50;

/** How wide each column is at first: as its name and the texts of the first rows ask for, within reason. */
export function usualColumnWidths(columns: readonly string[], lines: readonly ResultLine[]): number[] {
  return columns.map((name, column) => {
    const texts = [name, ...lines.slice(0, rowsJudged).map((line) => line.texts[column] ?? '')];
    const widest = Math.max(...texts.map((text) => widthOf(text.slice(0, longestMeasured)))) + paddingOfColumn;
    return Math.round(Math.min(usualWidths.most, Math.max(usualWidths.least, widest)));
  });
}

/** The widths with one of them changed, to no less than can be read. */
export const withWidth = (widths: readonly number[], column: number, width: number): number[] =>
  widths.map((before, index) => (index === column ? Math.max(leastWidth, Math.round(width)) : before));

/** The widths, the last one with the room that all of them leave. */
export function stretched(widths: readonly number[], room: number): number[] {
  const left = room - widths.reduce((sum, width) => sum + width, 0);
  return widths.map((width, index) => (index === widths.length - 1 ? width + Math.max(0, left) : width));
}

/** Where each row begins, in pixels from the first; one more number is the height of all of them. */
export function rowOffsets(lines: readonly ResultLine[], widths: readonly number[]): number[] {
  const offsets = [0];
  let height = 0;
  for (const { texts } of lines) {
    let most = 1;
    for (let column = 0; column < texts.length && most < mostLines; column += 1) {
      most = Math.max(most, linesOf(texts[column] ?? '', (widths[column] ?? leastWidth) - paddingOfColumn));
    }
    height += Math.min(mostLines, most) * lineHeight + paddingOfRow;
    offsets.push(height);
  }
  return offsets;
}

/** How many lines a text takes in a width. */
function linesOf(text: string, width: number): number {
  if (text.length * characterWidths.wide <= width && !text.includes('\n')) return 1;
  const parts = text.slice(0, longestMeasured).split('\n');
  return parts.reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / width)), 0);
}

/** Pixels beyond what is in sight in which rows are made too. */
const margin = 300;

/** The rows in sight, the first and the one after the last. */
export function rowsInSight(offsets: readonly number[], top: number, height: number): [number, number] {
  const first = rowAt(offsets, top - margin);
  return [first, Math.min(offsets.length - 1, rowAt(offsets, top + height + margin) + 1)];
}

/** The row in which a height lies; found by halving. */
export function rowAt(offsets: readonly number[], height: number): number {
  let [low, high] = [0, Math.max(0, offsets.length - 2)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((offsets[middle] ?? 0) <= height) low = middle;
    else high = middle - 1;
  }
  return low;
}
