import { computed, signal } from '@preact/signals-core';
import type { Point } from '../../../server/contract/point.ts';
import { shownIds } from './filters.ts';
import { colourOf } from './looks.ts';
import type { Colour } from './looks.ts';
import { picture } from './picture.ts';
import { placeOf } from './placing.ts';
import { camera } from '../view/view.ts';

/** A part of the picture, in its own units. */
export interface Area {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What the reader sees of the picture, and how far they look in; null while there is no canvas. */
export const sight = signal<(Area & { zoom: number }) | null>(null);

/** Pixels of the picture, from below, that the sheet of what is selected lies over on a small screen. */
export const coveredBelow = signal(0);

/** The nodes that are shown, each as a coloured dot where it stands. */
export const dots = computed<readonly (Point & { colour: Colour })[]>(() =>
  [...picture.value.nodes.values()].flatMap((node) => {
    const place = shownIds.value.has(node.id) ? placeOf(node.id) : undefined;
    return place ? [{ x: place.x, y: place.y, colour: colourOf(node) }] : [];
  }),
);

/** What all dots take up. */
export const extent = computed<Area | null>(() => {
  if (dots.value.length === 0) return null;
  const area = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const { x, y } of dots.value) {
    area.x1 = Math.min(area.x1, x);
    area.y1 = Math.min(area.y1, y);
    area.x2 = Math.max(area.x2, x);
    area.y2 = Math.max(area.y2, y);
  }
  return area;
});

/** Whether there is more of the picture than the reader sees. */
export const isPartOutOfSight = computed(() => {
  const [all, seen] = [extent.value, sight.value];
  if (!all || !seen) return false;
  return all.x1 < seen.x1 || all.y1 < seen.y1 || all.x2 > seen.x2 || all.y2 > seen.y2;
});

/** Looks at a place, as far in as now. */
export function lookAt({ x, y }: Point): void {
  const { zoom } = sight.peek() ?? {};
  if (zoom !== undefined) camera.value = { x, y, zoom };
}
