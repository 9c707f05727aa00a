import type { Box } from '../../picture/shapes.ts';

/** The paper that a drawing is put on: turned as the drawing is, or as large as the drawing. */
export const pageSizes = ['a4', 'a3', 'drawing'] as const;

export type PageSize = (typeof pageSizes)[number];

/** A page in points, of which an inch has 72, and where the drawing is on it. */
export interface PageFrame {
  width: number;
  height: number;
  margin: number;
  /** Points to a unit of the drawing. */
  scale: number;
  /** Where the upper left corner of the drawing's box comes to be. */
  x: number;
  y: number;
}

const margin = 36;
/** Room for the title above the drawing, and for the line about its source below. */
export const titleRoom = 30;
export const sourceRoom = 20;

/** Points to a CSS pixel. */
const natural = 72 / 96;
/** A small drawing is not blown up to fill its page. */
const mostEnlarged = 1.5 * natural;
/** How much larger a drawing gets on a page that is turned otherwise than it is. */
const worthTurning = 1.1;
/** No reader has to show a longer side. */
const longestSide = 14_400;
/** So that there is room for a title. */
const shortestSide = 360;

const papers = { a4: { short: 595.28, long: 841.89 }, a3: { short: 841.89, long: 1190.55 } };

/** Puts a drawing in the middle of its page. */
export function frameOf(box: Box, size: PageSize): PageFrame {
  if (size === 'drawing') return centred(box, ownPage(box), natural);
  const { short, long } = papers[size];
  const [wide, high] = [
    centred(box, { width: long, height: short }, mostEnlarged),
    centred(box, { width: short, height: long }, mostEnlarged),
  ];
  const [own, other] = box.width >= box.height ? [wide, high] : [high, wide];
  return other.scale > worthTurning * own.scale ? other : own;
}

/** The drawing as large as the page has room for, and no larger than it may be. */
function centred(box: Box, { width, height }: Size, most: number): PageFrame {
  const room = { width: width - 2 * margin, height: height - 2 * margin - titleRoom - sourceRoom };
  const fitting = Math.min(room.width / Math.max(box.width, 1), room.height / Math.max(box.height, 1));
  const scale = Math.min(fitting, most);
  return {
    width,
    height,
    margin,
    scale,
    x: margin + (room.width - box.width * scale) / 2,
    y: margin + titleRoom + (room.height - box.height * scale) / 2,
  };
}

type Size = Pick<Box, 'width' | 'height'>;

function ownPage(box: Box): Size {
  return {
    width: bounded(box.width * natural + 2 * margin),
    height: bounded(box.height * natural + 2 * margin + titleRoom + sourceRoom),
  };
}

const bounded = (side: number): number => Math.min(longestSide, Math.max(shortestSide, side));
