import type { Box, Places } from './task.ts';

/** Turns a layout that is wider than high by a quarter, for a screen that is higher than wide. */
export function setUpright(boxes: readonly Box[], places: Places): Places {
  const all = boxes.flatMap(({ id }) => places.get(id) ?? []);
  if (spread(all.map(({ x }) => x)) <= spread(all.map(({ y }) => y))) return places;
  return new Map([...places].map(([id, { x, y }]) => [id, { x: y, y: x }]));
}

const spread = (values: readonly number[]): number => Math.max(...values) - Math.min(...values);
