import { computed, effect, signal, untracked } from '@preact/signals-core';
import { chosenItems, shownItems } from './known-timeline.ts';
import { layOutTimeline } from './timeline-layout.ts';
import type { Mark } from './timeline-layout.ts';
import { horizon, isInSight, showItem, timelineSight } from './timeline-sight.ts';
import { boundsOf } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import { nameOfItem } from './timeline-words.ts';
import * as view from '../view/view.ts';
import type { Moment } from './when.ts';

/** The timeline as it is drawn along its axis. */

/** Pixels that the strip has, and lanes at most. */
export const stripRoom = signal({ width: 0, mostLanes: 1 });

const leastLanes = 2;

/** As many lanes as all of the timeline wants, wherever the reader looks: the picture above must not move. */
export const laneCount = computed(() => {
  const marks = marksIn(horizon.value, stripRoom.value.mostLanes);
  return marks.reduce((most, { lane }) => Math.max(most, lane + 1), leastLanes);
});

/** What is in sight, from left to right. */
export const timelineMarks = computed(() =>
  marksIn(timelineSight.value, laneCount.value).toSorted(
    (one, other) => one.bar.left - other.bar.left || one.lane - other.lane,
  ),
);

function marksIn(sight: Moment, mostLanes: number): Mark[] {
  const { width } = stripRoom.value;
  return width === 0 ? [] : layOutTimeline(shownItems.value, { sight, width, mostLanes, labelWidth });
}

/** Pixels of a label's letters, its sign with the gap beside it, and its number; and as wide as one may be. */
const [wideLetter, narrowLetter, signWidth, countWidth, widestLabel] = [13.2, 7.2, 34, 36, 230];
const wideLetters = /[\u2e80-\u9fff\uff00-\uff60]/g;

function labelWidth(items: readonly TimelineItem[]): number {
  const name = items[0] ? nameOfItem(items[0]) : '';
  const wide = name.match(wideLetters)?.length ?? 0;
  const letters = wide * wideLetter + (name.length - wide) * narrowLetter;
  return Math.min(widestLabel, signWidth + letters + (items.length > 1 ? countWidth : 0));
}

/** Keeps what is selected in sight, however it is selected; where the reader looks otherwise is left alone. */
export function followSelection(): () => void {
  return effect(() => {
    void view.selectedId.value;
    void view.selectedIds.value;
    untracked(() => {
      const related = shownItems.value.filter(({ id }) => chosenItems.value.has(id));
      const [first] = related;
      if (first && !related.some(isInSight)) showItem(first);
    });
  });
}

/** The nearest item after all that is in sight, or before it. */
export function itemBeyond(direction: 1 | -1): TimelineItem | undefined {
  const { from, to } = timelineSight.peek();
  const items = shownItems.peek();
  return direction < 0
    ? items.findLast(({ when }) => boundsOf(when).to <= from)
    : items.find(({ when }) => boundsOf(when).from >= to);
}
