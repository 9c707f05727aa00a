import type { Point } from '../../server/contract/point.ts';
import { ellipsePath, polygonPath, rectanglePath } from '../state/exporting/basic-shapes.ts';
import { rounded } from '../state/exporting/rounded.ts';

/** The middle of a node, and how large it is with its padding. */
export interface Body {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Corners of a regular polygon that lies on one of its sides, in a square from -1 to 1. */
function regular(sides: number): Point[] {
  const turn = (2 * Math.PI) / sides;
  const corners = Array.from({ length: sides }, (_, index) => {
    const angle = Math.PI / 2 + turn / 2 + index * turn;
    return { x: Math.cos(angle), y: -Math.sin(angle) };
  });
  const [widest, highest] = [Math.max(...corners.map(({ x }) => x)), Math.max(...corners.map(({ y }) => y))];
  return corners.map(({ x, y }) => ({ x: x / widest, y: y / highest }));
}

/** Corners of the shapes that have some, in a square from -1 to 1. */
const polygons: Readonly<Record<string, readonly Point[]>> = {
  rectangle: regular(4),
  hexagon: regular(6),
  octagon: regular(8),
  diamond: [
    { x: 0, y: 1 },
    { x: 1, y: 0 },
    { x: 0, y: -1 },
    { x: -1, y: 0 },
  ],
  tag: [
    { x: -1, y: -1 },
    { x: 0.25, y: -1 },
    { x: 1, y: 0 },
    { x: 0.25, y: 1 },
    { x: -1, y: 1 },
  ],
};

/**
 * The rim of a node as Cytoscape draws it.
 * @param shape by Cytoscape's name; one that no label has is an ellipse
 * @param by units by which it is drawn larger on each side, as what goes round it is
 */
export function bodyPath(shape: string, { x, y, width, height }: Body, by = 0): string {
  const [wide, high] = [width + 2 * by, height + 2 * by];
  const polygon = polygons[shape];
  if (polygon) {
    const corners = polygon.map((corner) => ({ x: x + (corner.x * width) / 2, y: y + (corner.y * height) / 2 }));
    return polygonPath(by === 0 ? corners : grown(corners, by));
  }
  if (shape === 'round-rectangle') {
    const radius = Math.min(wide / 4, high / 4, 8) + by;
    return rectanglePath({ x: x - wide / 2, y: y - high / 2, width: wide, height: high }, radius);
  }
  return shape === 'barrel' ? barrelPath({ x, y, width: wide, height: high }) : ellipsePath(x, y, wide / 2, high / 2);
}

/** A rectangle with vaulted top and bottom. */
function barrelPath({ x, y, width, height }: Body): string {
  const [left, right, top, bottom] = [x - width / 2, x + width / 2, y - height / 2, y + height / 2];
  const [inX, inY] = [Math.min(100, 0.25 * width), Math.min(15, 0.05 * height)];
  const near = 0.05 * inX;
  return [
    `M${at(left, top + inY)}L${at(left, bottom - inY)}Q${at(left + near, bottom)} ${at(left + inX, bottom)}`,
    `L${at(right - inX, bottom)}Q${at(right - near, bottom)} ${at(right, bottom - inY)}`,
    `L${at(right, top + inY)}Q${at(right - near, top)} ${at(right - inX, top)}`,
    `L${at(left + inX, top)}Q${at(left + near, top)} ${at(left, top + inY)}Z`,
  ].join('');
}

const at = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`;

/** A polygon with each side moved outwards. */
function grown(corners: readonly Point[], by: number): Point[] {
  const middle = {
    x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
    y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
  };
  const sides = corners.map((from, index) =>
    movedSide(from, corners[(index + 1) % corners.length] ?? from, middle, by),
  );
  return sides.map((side, index) => crossing(sides.at(index - 1) ?? side, side));
}

interface Line {
  at: Point;
  along: Point;
}

function movedSide(from: Point, to: Point, middle: Point, by: number): Line {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const along = { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
  const across = { x: along.y, y: -along.x };
  const isOutward = across.x * (from.x - middle.x) + across.y * (from.y - middle.y) > 0;
  const sign = isOutward ? by : -by;
  return { at: { x: from.x + sign * across.x, y: from.y + sign * across.y }, along };
}

function crossing(one: Line, other: Line): Point {
  const span = one.along.x * other.along.y - one.along.y * other.along.x;
  const share =
    ((other.at.x - one.at.x) * other.along.y - (other.at.y - one.at.y) * other.along.x) / (span === 0 ? 1 : span);
  return { x: one.at.x + share * one.along.x, y: one.at.y + share * one.along.y };
}
