import type { DrawnEdge, DrawnNode } from '../state/picture/drawing.ts';
import { palette, scheme as currentScheme } from '../state/scheme.ts';
import type { Box, Shape } from '../state/picture/shapes.ts';
import type { Side } from './choose-captions.ts';
import type { TextRuler } from './text-ruler.ts';

/** What is needed to make shapes of what is drawn. */
export interface Taken {
  /** The colours that it is taken in. */
  scheme: keyof typeof palette;
  /** A colour of Cytoscape's as `#rrggbb` in these colours. */
  colour: (drawn: string) => string;
  ruler: TextRuler;
  /** The nodes that get a caption, and at which side; null for those that have one at present. */
  captions: ReadonlyMap<string, Side> | null;
  /** How far away it is looked at. */
  zoom: number;
  nodes: ReadonlyMap<string, DrawnNode>;
  edges: ReadonlyMap<string, DrawnEdge>;
}

/** Translates colours of what is drawn: the page's own have another in each scheme, the others stay. */
export function colourIn(scheme: keyof typeof palette): (drawn: string) => string {
  const own = palette[currentScheme.peek()];
  const wanted = palette[scheme];
  const translations = new Map<string, string>(
    // The ground last, since the dark icons are of its colour, and are drawn apart.
    [
      [own.ink, wanted.ink],
      [own.line, wanted.line],
      [own.muted, wanted.muted],
      [own.accent, wanted.accent],
      [own.ground, wanted.ground],
    ],
  );
  return (drawn) => {
    const colour = hexOf(drawn);
    return translations.get(colour) ?? colour;
  };
}

/** `rgb(1,2,3)` as `#010203`. */
const hexOf = (colour: string): string =>
  `#${(colour.match(/\d+/g) ?? [])
    .slice(0, 3)
    .map((part) => Number(part).toString(16).padStart(2, '0'))
    .join('')}`;

/** A box that shapes do not leave; curves stay within their control points. */
export function extentOf(shape: Shape, ruler: TextRuler): Box {
  const points = pointsOf(shape, ruler);
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [least(xs), least(ys)];
  return { x, y, width: most(xs) - x, height: most(ys) - y };
}

const least = (values: readonly number[]): number => values.reduce((a, b) => Math.min(a, b), Infinity);
const most = (values: readonly number[]): number => values.reduce((a, b) => Math.max(a, b), -Infinity);

/** Corners of what a shape takes up. */
function pointsOf(shape: Shape, ruler: TextRuler): { x: number; y: number }[] {
  switch (shape.kind) {
    case 'group':
      return shape.shapes.flatMap((inner) => pointsOf(inner, ruler));
    case 'path':
      return pointsIn(shape.d, (shape.stroke?.width ?? 0) / 2);
    case 'text': {
      const { x, y, text, size, weight, anchor, angle = 0 } = shape;
      const width = ruler.width(text, size, weight);
      const left = { start: 0, middle: -width / 2, end: -width }[anchor];
      const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
      const corners = [left, left + width].flatMap((dx) => [-size, size / 4].map((dy) => ({ dx, dy })));
      return corners.map(({ dx, dy }) => ({ x: x + dx * cos - dy * sin, y: y + dx * sin + dy * cos }));
    }
  }
}

/** Points of path data, the line's own width round them; of an arc only its end, since ours end at their extremes. */
function pointsIn(d: string, around: number): { x: number; y: number }[] {
  return [...d.matchAll(/([MLCQA])([^MLCQAZ]*)/g)].flatMap(([, command = '', text = '']) => {
    const numbers = text.trim().split(/\s+/).map(Number);
    const pairs = command === 'A' ? numbers.slice(5) : numbers;
    return Array.from({ length: pairs.length / 2 }, (_, index) => [
      pairs[2 * index] ?? 0,
      pairs[2 * index + 1] ?? 0,
    ]).flatMap(([x = 0, y = 0]) => [
      { x: x - around, y: y - around },
      { x: x + around, y: y + around },
    ]);
  });
}
