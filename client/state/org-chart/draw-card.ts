import type { Point } from '../../../server/contract/point.ts';
import { rectanglePath } from '../exporting/basic-shapes.ts';
import { iconShapes } from '../exporting/icon-shapes.ts';
import { t } from '../locale.ts';
import { palette } from '../scheme.ts';
import type { PathShape, Shape, Stroke, TextShape } from '../picture/shapes.ts';
import { cardSizes } from './card-face.ts';
import type { CardFace } from './card-face.ts';

export type Scheme = keyof typeof palette;

/** The ground of cards, which is that of panels in styles/tokens.css. */
const cardGround = { light: '#ffffff', dark: '#1c1f26' } as const;

const radius = 8;
/** A strip of the label's colour at the card's start. */
const stripWidth = 5;

/** A card as shapes, from back to front. */
export function shapesOfCard(face: CardFace, { x, y }: Point, scheme: Scheme): Shape[] {
  const { padding, icon, iconGap, stack } = cardSizes;
  const colour = face.style.colour[scheme];
  const [width, height] = face.isStack ? [face.width - stack, face.height - stack] : [face.width, face.height];
  const sheet = (offset: number): PathShape => ({
    kind: 'path',
    d: rectanglePath({ x: x + offset, y: y + offset, width, height }, radius),
    fill: cardGround[scheme],
    stroke: line(colour, offset === 0 ? 1.5 : 1.2),
  });
  const middle = { x: x + padding + icon / 2, y: y + padding + icon / 2 };
  return [
    ...(face.isStack ? [sheet(stack), sheet(stack / 2)] : []),
    sheet(0),
    strip({ x, y }, height, colour),
    {
      kind: 'path',
      d: rectanglePath({ x: middle.x - icon / 2, y: middle.y - icon / 2, width: icon, height: icon }, 7),
      fill: colour,
      stroke: null,
    },
    ...iconShapes(face.style.icon, palette[scheme].icon, middle, 16),
    ...textsOfCard(face, { x: x + padding + icon + iconGap, y: y + padding }, scheme),
  ];
}

/** How many cards are folded away below one, on its lower border. */
export function shapesOfCount(n: number, { x, y }: Point, colour: string, scheme: Scheme): Shape[] {
  const text = `+${n}`;
  const width = countSize.height + text.length * 5;
  const box = { x: x - width / 2, y: y - countSize.height / 2, width, height: countSize.height };
  const { icon } = palette[scheme];
  return [
    { kind: 'path', d: rectanglePath(box, countSize.height / 2), fill: colour, stroke: null },
    { kind: 'text', x, y: y + 4, text, size: 11, weight: 600, colour: icon, anchor: 'middle', halo: null },
  ];
}

/** The button at a card's lower border. */
export const countSize = { height: 20 } as const;

const line = (colour: string, width: number): Stroke => ({ colour, width, dash: [] });

/** The strip at the card's start, within its round corners. */
function strip({ x, y }: Point, height: number, colour: string): PathShape {
  const [right, bottom] = [x + stripWidth, y + height];
  const arc = (toX: number, toY: number): string => `A${radius} ${radius} 0 0 0 ${toX} ${toY}`;
  return {
    kind: 'path',
    d: `M${right} ${y}L${x + radius} ${y}${arc(x, y + radius)}L${x} ${bottom - radius}${arc(x + radius, bottom)}L${right} ${bottom}Z`,
    fill: colour,
    stroke: null,
  };
}

function textsOfCard(face: CardFace, { x, y }: Point, scheme: Scheme): TextShape[] {
  const { name, role, figure, gap } = cardSizes;
  const { ink, muted } = palette[scheme];
  const texts: TextShape[] = [];
  let top = y;
  const write = (text: string, at: number, size: number, weight: 400 | 600, colour: string): void => {
    // Letters stand on a line a little below the middle of their row.
    texts.push({ kind: 'text', x: at, y: top + size * 1.05, text, size, weight, colour, anchor: 'start', halo: null });
  };
  for (const text of face.lines) {
    write(text, x, name.size, 600, ink);
    top += name.height;
  }
  for (const text of face.roleLines) {
    write(text, x, role.size, 400, muted);
    top += role.height;
  }
  top += gap;
  for (const { value, of, beside } of face.figures) {
    write(value, x, figure.size, 600, face.style.colour[scheme]);
    if (beside === 0) top += figure.height;
    for (const text of of) {
      write(text, x + beside, role.size, 400, muted);
      top += figure.height;
    }
  }
  if (face.moreFigures > 0) write(t('chart.moreFigures', { n: face.moreFigures }), x, role.size, 400, muted);
  return texts;
}
