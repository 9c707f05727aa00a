import type { Point } from '../../server/contract/point.ts';
import type { ChartBox, ChartTask } from './chart-task.ts';

/** Pixels from a column's trunk to its cards, and between cards and columns. */
const indent = 20;
const rowGap = 14;
const columnGap = 26;
/** From the top of the block, where its line arrives, to the first card. */
const headroom = 22;

/** Leaves of one parent that hang in columns: for the layout one box, at whose top the line from the parent arrives. */
export interface HangingLeaves {
  /** No card has such an id, for it holds a line break. */
  id: string;
  parent: string;
  /** Where at the box's top the line arrives. */
  entrance: number;
  width: number;
  height: number;
  /** Where each card stands, from the box's upper left corner. */
  places: Map<string, Point>;
  /** How the line goes on from there to each card. */
  ways: Map<string, readonly Point[]>;
}

/** Hangs leaves in columns of at most `rows` cards, each column on a trunk at its left. */
export function hangLeaves(parent: string, leaves: readonly ChartBox[], rows: number): HangingLeaves {
  const places = new Map<string, Point>();
  const ways = new Map<string, readonly Point[]>();
  const columns = Math.ceil(leaves.length / rows);
  const inColumn = Math.ceil(leaves.length / columns);
  let left = 0;
  let height = 0;
  for (let column = 0; column < columns; column += 1) {
    const cards = leaves.slice(column * inColumn, (column + 1) * inColumn);
    let top = headroom;
    for (const card of cards) {
      places.set(card.id, { x: left + indent, y: top });
      const middle = top + card.height / 2;
      ways.set(card.id, [
        { x: left, y: 0 },
        { x: left, y: middle },
        { x: left + indent, y: middle },
      ]);
      top += card.height + rowGap;
    }
    height = Math.max(height, top - rowGap);
    left += indent + Math.max(...cards.map(({ width }) => width)) + columnGap;
  }
  const width = left - columnGap;
  // A single trunk goes straight down from the line; several share it in their middle.
  const entrance = columns === 1 ? 0 : Math.round(width / 2);
  return { id: `leaves\n${parent}`, parent, entrance, width, height, places, ways };
}

/** Most leaves that stand side by side where the chart is not compact: a longer row cannot be taken in. */
const longestRow = 6;
/** Cards up to which a chart may be wide, and its layout take its time. */
export const mostWithoutHaste = 200;

/** How many of one parent's leaves stand below one another; 0 where all stand in a row. */
export function rowsFor(leaves: number, { cards, isCompact }: Pick<ChartTask, 'cards' | 'isCompact'>): number {
  if (leaves < 2) return 0;
  if (isCompact) return Math.max(12, Math.ceil(1.5 * Math.sqrt(leaves)));
  const isRow = leaves <= longestRow && cards.length <= mostWithoutHaste;
  return isRow ? 0 : Math.max(4, Math.ceil(Math.sqrt(leaves)));
}
