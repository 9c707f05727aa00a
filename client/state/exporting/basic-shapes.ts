import type { Box } from '../picture/shapes.ts';
import { rounded } from './rounded.ts';

interface Point {
  x: number;
  y: number;
}

const at = (x: number, y: number): string => `${rounded(x)} ${rounded(y)}`;

/** A circle as path data. */
export const circlePath = (x: number, y: number, r: number): string => ellipsePath(x, y, r, r);

/** An ellipse as path data, in two halves, since an arc cannot end where it begins. */
export function ellipsePath(x: number, y: number, rx: number, ry: number): string {
  const half = `A${at(rx, ry)} 0 1 1 `;
  return `M${at(x - rx, y)}${half}${at(x + rx, y)}${half}${at(x - rx, y)}Z`;
}

/** A rectangle as path data, its corners rounded where `radius` is not 0. */
export function rectanglePath({ x, y, width, height }: Box, radius: number): string {
  const [right, bottom] = [x + width, y + height];
  if (radius === 0) return `M${at(x, y)}L${at(right, y)}L${at(right, bottom)}L${at(x, bottom)}Z`;
  const corner = (toX: number, toY: number): string => `A${at(radius, radius)} 0 0 1 ${at(toX, toY)}`;
  return [
    `M${at(x + radius, y)}L${at(right - radius, y)}${corner(right, y + radius)}`,
    `L${at(right, bottom - radius)}${corner(right - radius, bottom)}`,
    `L${at(x + radius, bottom)}${corner(x, bottom - radius)}`,
    `L${at(x, y + radius)}${corner(x + radius, y)}Z`,
  ].join('');
}

/** A line through points as path data. */
export const linePath = (points: readonly Point[]): string => `M${points.map(({ x, y }) => at(x, y)).join('L')}`;

/** A closed line through points as path data. */
export const polygonPath = (points: readonly Point[]): string => `${linePath(points)}Z`;

/** A curve through points, the control point of each piece between its ends, as path data. */
export function curvePath([first, ...others]: readonly Point[]): string {
  const pieces = others.map(({ x, y }, index) => `${index % 2 === 0 ? 'Q' : ' '}${at(x, y)}`);
  return first ? `M${at(first.x, first.y)}${pieces.join('')}` : '';
}
