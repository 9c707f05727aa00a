import type { Point } from '../../server/contract/point.ts';
import type { Box, Places } from './task.ts';

/** The share of the picture's ground that boxes may cover: beyond, none would have room. */
const mostCovered = 0.35;

/**
 * Draws a layout apart so that its boxes have the room that they need, round the fixed ones if there are any. With
 * `isDrawnTogether`, one that has too much room is drawn together as well.
 */
export function makeRoom(boxes: readonly Box[], places: Places, isDrawnTogether: boolean): Places {
  const fixed = boxes.filter(({ isFixed }) => isFixed);
  const round = middleOf(fixed.length > 0 ? fixed : [...places.values()]);
  const middle = middleOf([...places.values()]);
  const covered = boxes.reduce((sum, { width, height, below }) => sum + width * (height + below), 0);
  const variance = [...places.values()].reduce((sum, { x, y }) => sum + (x - middle.x) ** 2 + (y - middle.y) ** 2, 0);
  // A disc with even ground has a radius of √2 times the mean distance (in squares) from its middle.
  const radius = Math.sqrt((2 * variance) / Math.max(1, places.size));
  const wanted = Math.sqrt(covered / mostCovered / Math.PI) / Math.max(1, radius);
  const factor = isDrawnTogether ? wanted : Math.max(1, wanted);
  return new Map(
    [...places].map(([id, { x, y }]) => [
      id,
      { x: round.x + (x - round.x) * factor, y: round.y + (y - round.y) * factor },
    ]),
  );
}

function middleOf(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
