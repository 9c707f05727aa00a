/**
 * What is drawn, free of whatever drew it: from it pictures are written as files. Lengths are in units of the picture, which
 * are CSS pixels at a zoom of one; y grows downwards; colours are `#rrggbb`.
 */
export interface Drawing {
  /** What the picture shows, for those who cannot see it. */
  title: string;
  box: Box;
  /** The ground below everything; null for none. */
  background: string | null;
  /** From back to front. */
  shapes: readonly Shape[];
}

/** A part of the plane, by its upper left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export type Shape = PathShape | TextShape | GroupShape;

export interface PathShape {
  kind: 'path';
  /** SVG path data with absolute commands of M, L, C, Q, A and Z only. */
  d: string;
  /** The colour of what is inside; null for none. */
  fill: string | null;
  stroke: Stroke | null;
  /** From 0 to 1, which is what a missing one means. */
  opacity?: number;
  title?: string;
}

export interface Stroke {
  colour: string;
  width: number;
  /** Lengths of dashes and of the gaps between them, in turn; empty for a line without gaps. */
  dash: readonly number[];
  /** Whether ends and corners are round; they are cut straight and pointed where it is left out. */
  isRound?: boolean;
}

/** One line of text. */
export interface TextShape {
  kind: 'text';
  /** Where the line begins, has its middle or ends, as `anchor` says. */
  x: number;
  /** The baseline. */
  y: number;
  text: string;
  /** The height of the font. */
  size: number;
  weight: 400 | 600;
  colour: string;
  anchor: 'start' | 'middle' | 'end';
  /** Degrees by which the line is turned clockwise about its x and y; 0 where it is left out. */
  angle?: number;
  /** A rim round the letters, which sets them apart from what is below them, `width` beyond their edge; null for none. */
  halo: { colour: string; width: number } | null;
  /** From 0 to 1, which is what a missing one means. */
  opacity?: number;
}

/** Shapes that are one thing, such as a node with its icon and caption. */
export interface GroupShape {
  kind: 'group';
  title: string;
  shapes: readonly Shape[];
  /** An address that the thing leads to. */
  link?: string;
}
