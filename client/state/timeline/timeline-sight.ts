import { computed, signal } from '@preact/signals-core';
import { timeline } from './known-timeline.ts';
import { boundsOf, horizonOf } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import { movedSight, zoomedSight } from './timeline-layout.ts';
import type { Moment } from './when.ts';

/** Which days of the timeline the reader looks at. */

/** All days that there are, whatever the filters hold back: the axis stays as it is. */
export const horizon = computed(() => horizonOf(timeline.value.items));

const looked = signal<Moment | null>(null);

/** The days in sight; all of them at first. */
export const timelineSight = computed(() => looked.value ?? horizon.value);

/** Zooms by a factor at a place of the strip: 0 is its left end, 1 the right. */
export function zoomTimeline(factor: number, at = 0.5): void {
  looked.value = zoomedSight(timelineSight.peek(), factor, at, horizon.peek());
}

/** Moves on in time by a share of what is in sight, or back. */
export function moveTimeline(share: number): void {
  const { from, to } = timelineSight.peek();
  looked.value = movedSight({ from, to }, (to - from) * share, horizon.peek());
}

export function showWholeTimeline(): void {
  looked.value = null;
}

/** Whether a part of an item is in sight. */
export function isInSight({ when }: TimelineItem): boolean {
  const { from, to } = timelineSight.peek();
  const bounds = boundsOf(when);
  return bounds.from < to && bounds.to > from;
}

/** Moves to an item, unless a part of it is in sight. */
export function showItem(item: TimelineItem): void {
  if (isInSight(item)) return;
  const { from, to } = timelineSight.peek();
  const bounds = boundsOf(item.when);
  const day = Number.isFinite(bounds.from) ? bounds.from : bounds.to;
  looked.value = movedSight({ from, to }, day - (from + to) / 2, horizon.peek());
}
