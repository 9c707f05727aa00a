import type { Point } from '../../../server/contract/point.ts';

/** The least distance between the centres of two nodes, in the picture's own units: room for a caption. */
const spacing = 130;

/**
 * Places for nodes that an expansion brings: on rings round their source, in free places only, so that nothing that
 * was there moves and nothing is covered. Deterministic: the same picture gives the same places.
 */
export function placeAround(source: Point, taken: readonly Point[], ids: readonly string[]): Map<string, Point> {
  const occupied = new Occupied(taken);
  const centre = centreOf(taken);
  // Away from the middle of the picture there is the most room.
  const outward = Math.atan2(source.y - centre.y, source.x - centre.x);
  const placed = new Map<string, Point>();
  let ring = 1;
  let candidates = ringPlaces(source, ring, outward);
  for (const id of ids) {
    let place = candidates.find((candidate) => occupied.isFree(candidate));
    while (!place) {
      ring += 1;
      candidates = ringPlaces(source, ring, outward);
      place = candidates.find((candidate) => occupied.isFree(candidate));
    }
    placed.set(id, place);
    occupied.add(place);
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

/** Which places are taken, in cells as large as the room that a node needs: only the cells around a place are looked at. */
class Occupied {
  readonly #width = spacing * 0.8;
  readonly #height = spacing * 0.6;
  readonly #cells = new Map<string, Point[]>();

  constructor(taken: readonly Point[]) {
    for (const point of taken) this.add(point);
  }

  add(point: Point): void {
    const key = this.#key(point, 0, 0);
    const cell = this.#cells.get(key);
    if (cell) cell.push(point);
    else this.#cells.set(key, [point]);
  }

  isFree(place: Point): boolean {
    const steps = [-1, 0, 1];
    return steps.every((across) =>
      steps.every((down) => {
        const near = this.#cells.get(this.#key(place, across, down)) ?? [];
        return near.every(({ x, y }) => Math.abs(x - place.x) >= this.#width || Math.abs(y - place.y) >= this.#height);
      }),
    );
  }

  #key({ x, y }: Point, across: number, down: number): string {
    return `${Math.floor(x / this.#width) + across} ${Math.floor(y / this.#height) + down}`;
  }
}

function centreOf(points: readonly Point[]): Point {
  const count = Math.max(points.length, 1);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
