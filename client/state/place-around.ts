import type { Point } from '../../server/contract.ts';

/** The least distance between the centres of two nodes, in the picture's own units: room for a caption. */
const spacing = 130;

/**
 * Places for nodes that an expansion brings: on rings round their source, in free places only, so that nothing that
 * was there moves and nothing is covered. Deterministic: the same picture gives the same places.
 */
export function placeAround(source: Point, taken: readonly Point[], ids: readonly string[]): Map<string, Point> {
  const occupied = [...taken];
  const centre = centreOf(taken);
  // Away from the middle of the picture there is the most room.
  const outward = Math.atan2(source.y - centre.y, source.x - centre.x);
  const placed = new Map<string, Point>();
  let ring = 1;
  let candidates = ringPlaces(source, ring, outward);
  for (const id of ids) {
    let place = candidates.find((candidate) => isFree(candidate, occupied));
    while (!place) {
      ring += 1;
      candidates = ringPlaces(source, ring, outward);
      place = candidates.find((candidate) => isFree(candidate, occupied));
    }
    placed.set(id, place);
    occupied.push(place);
  }
  return placed;
}

/** Places on one ring, those in the direction `outward` first. */
function ringPlaces(source: Point, ring: number, outward: number): Point[] {
  const radius = ring * spacing;
  const count = Math.floor((2 * Math.PI * radius) / spacing);
  return Array.from({ length: count }, (_, index) => {
    const side = index % 2 === 0 ? 1 : -1;
    const angle = outward + (side * Math.ceil(index / 2) * 2 * Math.PI) / count;
    return { x: Math.round(source.x + radius * Math.cos(angle)), y: Math.round(source.y + radius * Math.sin(angle)) };
  });
}

function isFree(place: Point, occupied: readonly Point[]): boolean {
  return occupied.every(({ x, y }) => Math.abs(x - place.x) >= spacing * 0.8 || Math.abs(y - place.y) >= spacing * 0.6);
}

function centreOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
