import { computed } from '@preact/signals-core';
import { drawing } from '../picture/drawing.ts';
import type { DrawnNode } from '../picture/drawing.ts';
import { drawnPlace } from '../picture/drawn-place.ts';
import { shownIds } from '../picture/filters.ts';
import { litIds } from '../picture/pointed.ts';
import { coveredBelow, sight } from '../picture/sight.ts';
import { framedIds } from '../view/view.ts';

const isLit = (id: string): boolean => litIds.value.has(id) && shownIds.value.has(id);

/** What stands out on the picture for what is read: nodes, and folded groups for those in them. */
const litNodes = computed<readonly DrawnNode[]>(() => {
  if (litIds.value.size === 0) return [];
  return drawing.value.nodes.filter((drawn) =>
    drawn.kind === 'group' ? drawn.group.isFolded && drawn.group.ids.some(isLit) : isLit(drawn.id),
  );
});

const litPlaces = computed(() => litNodes.value.flatMap((drawn) => drawnPlace(drawn) ?? []));

/** How many of these the reader does not see, for they look at another part of the picture. */
export const litOutOfSight = computed<number>(() => {
  const { value: seen } = sight;
  if (!seen) return 0;
  const bottom = seen.y2 - coveredBelow.value / seen.zoom;
  return litPlaces.value.filter(({ x, y }) => x < seen.x1 || x > seen.x2 || y < seen.y1 || y > bottom).length;
});

/** Lets the reader see all that stands out for what is read. Nothing moves but what they look at. */
export function lookAtLit(): void {
  framedIds.value = litNodes.peek().map(({ id }) => id);
}

/** The key that does so, as the browser names it. */
export const lookAtLitKey = 'u';
