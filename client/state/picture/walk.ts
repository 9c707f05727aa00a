import type { Point } from '../../../server/contract/point.ts';

/** Ways to walk from node to node by the arrow keys. */
export type Direction = 'up' | 'down' | 'left' | 'right';

/** How much a node off the direction counts as farther away than one straight ahead. */
const sideways = 2;

/**
 * The nearest place in a direction: what lies within 45° on either side of it, by its distance with what it is off the
 * direction counted more. With no place to start from, the one nearest to the middle of all.
 */
export function nearestToward(
  from: Point | undefined,
  direction: Direction,
  places: ReadonlyMap<string, Point>,
): string | undefined {
  const start = from ?? middleOf(places);
  let best: { id: string; distance: number } | undefined;
  for (const [id, place] of places) {
    const [ahead, aside] = along(direction, place.x - start.x, place.y - start.y);
    if (from && (ahead <= 0 || Math.abs(aside) > ahead)) continue;
    const distance = from ? ahead + sideways * Math.abs(aside) : Math.hypot(ahead, aside);
    if (!best || distance < best.distance) best = { id, distance };
  }
  return best?.id;
}

/** How far something lies ahead, and how far aside. */
function along(direction: Direction, x: number, y: number): [number, number] {
  switch (direction) {
    case 'up':
      return [-y, x];
    case 'down':
      return [y, x];
    case 'left':
      return [-x, y];
    case 'right':
      return [x, y];
  }
}

function middleOf(places: ReadonlyMap<string, Point>): Point {
  const count = Math.max(places.size, 1);
  let [x, y] = [0, 0];
  for (const place of places.values()) {
    x += place.x / count;
    y += place.y / count;
  }
  return { x, y };
}
