import type { Point } from '../../server/contract/point.ts';

/** What the layout of an organisation chart is asked for: plain data in CSS pixels. */
export interface ChartTask {
  /** Parents before their children; children of one parent in the order in which they are to stand. */
  cards: readonly ChartBox[];
  lines: readonly ChartEdge[];
  /** Whether the leaves below one parent stand in columns, however few they are. */
  isCompact: boolean;
}

/** A card with the room that it needs. */
export interface ChartBox {
  id: string;
  width: number;
  height: number;
  /** The card below which it hangs; null for a root. */
  parent: string | null;
}

/** A line from card to card. That of a `branch` is the one by which its end hangs below its start. */
export interface ChartEdge {
  id: string;
  start: string;
  end: string;
  kind: 'branch' | 'other';
}

/** Where all of a chart stands; the chart begins at 0, 0. */
export interface ChartPlaces {
  width: number;
  height: number;
  /** The upper left corner of each card. */
  cards: Map<string, Point>;
  /** The corners of each line, from its start to its end. */
  lines: Map<string, readonly Point[]>;
}
