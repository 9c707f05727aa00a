import type { Point } from '../../../server/contract/point.ts';
import type { Box } from '../picture/shapes.ts';
import type { CardFace } from './card-face.ts';
import type { ChartCard, ChartLine } from './chart.ts';

/** What a line beside the tree is called, and where that is written. */
export interface LineWords extends Point {
  text: string;
}

/** A card of the chart with all that it takes to draw it. */
export interface ChartCardPart {
  card: ChartCard;
  face: CardFace;
  box: Box;
  /** Where lines to the cards below it begin. */
  exit: Point;
}

/** A line of the chart with all that it takes to draw it. */
export interface ChartLinePart {
  line: ChartLine;
  way: readonly Point[];
  box: Box;
  /** What it is called, where there is room for that. */
  words?: LineWords;
}
