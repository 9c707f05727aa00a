import type { Point } from '../../../server/contract/point.ts';
import type { DrawnNode } from './drawing.ts';
import { placeOf } from './placing.ts';

/** The place of what is drawn: of a node its own, of a group the middle of its members. */
export function drawnPlace(drawn: DrawnNode): Point | undefined {
  if (drawn.kind !== 'group') return placeOf(drawn.id);
  const places = drawn.group.ids.flatMap((id) => placeOf(id) ?? []);
  return places.length > 0 ? middleOf(places) : undefined;
}

export function middleOf(points: readonly Point[]): Point {
  const count = Math.max(1, points.length);
  return {
    x: points.reduce((sum, { x }) => sum + x, 0) / count,
    y: points.reduce((sum, { y }) => sum + y, 0) / count,
  };
}
