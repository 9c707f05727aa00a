import type { Box, LayoutRelationship, Places } from './task.ts';
import { neighboursIn } from './neighbours-in.ts';

/** Most nodes that one ring holds; more of one distance stand on several. */
const mostOnRing = 60;
const gap = 16;

/**
 * Rings by steps from the middle; what is not connected with it stands outside. On each ring, nodes stand near those of
 * the ring within that they belong to.
 */
export function concentricLayout(
  boxes: readonly Box[],
  relationships: readonly LayoutRelationship[],
  middle: string | null,
): Places {
  const byId = new Map(boxes.map((box) => [box.id, box]));
  const next = neighboursIn(boxes, relationships);
  const places: Places = new Map();
  const angles = new Map<string, number>();
  let outer = 0;
  for (const level of levels(boxes, next, middle)) {
    if (places.size === 0 && level.length === 1) {
      const [id = ''] = level;
      places.set(id, { x: 0, y: 0 });
      outer = halfDiagonal(byId.get(id));
      continue;
    }
    for (const ring of inRings(inOrder(level, next, angles))) {
      const members = ring.flatMap((id) => byId.get(id) ?? []);
      const round = members.reduce((sum, { width }) => sum + width + gap, 0);
      const reach = Math.max(...members.map(halfDiagonal));
      const radius = Math.max(outer + reach + gap, round / (2 * Math.PI));
      let along = 0;
      for (const { id, width } of members) {
        const angle = (2 * Math.PI * (along + width / 2)) / round - Math.PI / 2;
        along += width + gap;
        angles.set(id, angle);
        places.set(id, { x: Math.round(radius * Math.cos(angle)), y: Math.round(radius * Math.sin(angle)) });
      }
      outer = radius + reach;
    }
  }
  return places;
}

const halfDiagonal = (box: Box | undefined): number => (box ? Math.hypot(box.width, box.height + box.below) / 2 : 0);

/** Ids by their distance from the middle, those that are not connected with it last. */
function levels(
  boxes: readonly Box[],
  next: ReadonlyMap<string, readonly string[]>,
  middle: string | null,
): readonly (readonly string[])[] {
  const left = new Set(boxes.map(({ id }) => id).toSorted());
  const degree = (id: string): number => next.get(id)?.length ?? 0;
  const [most] = [...left].toSorted((a, b) => degree(b) - degree(a));
  const start = middle !== null && left.has(middle) ? middle : most;
  const found: string[][] = [];
  let level = start === undefined ? [] : [start];
  while (level.length > 0) {
    for (const id of level) left.delete(id);
    found.push(level);
    level = [...new Set(level.flatMap((id) => next.get(id) ?? []))].filter((id) => left.has(id)).toSorted();
  }
  return left.size > 0 ? [...found, [...left]] : found;
}

/** Ids in the order of the angles of their neighbours further within. */
function inOrder(
  ids: readonly string[],
  next: ReadonlyMap<string, readonly string[]>,
  angles: ReadonlyMap<string, number>,
): string[] {
  const wanted = new Map(
    ids.map((id) => {
      const around = (next.get(id) ?? []).flatMap((other) => angles.get(other) ?? []);
      return [id, around.reduce((sum, angle) => sum + angle, 0) / Math.max(1, around.length)];
    }),
  );
  return ids.toSorted((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || (a < b ? -1 : 1));
}

/** Nodes of one distance on as few rings as hold them; every so-manieth goes on the same, so that each keeps its side. */
function inRings(ids: readonly string[]): string[][] {
  const count = Math.ceil(ids.length / mostOnRing);
  return Array.from({ length: count }, (_, ring) => ids.filter((_id, index) => index % count === ring));
}
