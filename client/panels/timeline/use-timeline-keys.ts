import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent, RefObject } from 'react';
import { zoomStep } from '../../state/picture/canvas-controls.ts';
import { chosenItems, shownItems } from '../../state/timeline/known-timeline.ts';
import type { Mark } from '../../state/timeline/timeline-layout.ts';
import { moveTimeline, showItem, showWholeTimeline, zoomTimeline } from '../../state/timeline/timeline-sight.ts';
import { itemBeyond } from '../../state/timeline/timeline-strip.ts';
import type { TimelineItem } from '../../state/timeline/timeline.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { stepOfKey } from '../widgets/walk-within.ts';

/** How keys look round. */
const looks: Readonly<Record<string, () => void>> = {
  '+': () => zoomTimeline(zoomStep),
  '=': () => zoomTimeline(zoomStep),
  '-': () => zoomTimeline(1 / zoomStep),
  '0': showWholeTimeline,
  PageUp: () => moveTimeline(-0.5),
  PageDown: () => moveTimeline(0.5),
};

interface TimelineKeys {
  /** The item whose mark is in the order of Tab. */
  activeId: string | undefined;
  walkTo: (id: string) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The keys of the strip: arrows lead from mark to mark, and on to those out of sight; others look round. */
export function useTimelineKeys(frame: RefObject<HTMLElement | null>, marks: readonly Mark[]): TimelineKeys {
  const [walkedTo, setWalkedTo] = useState<string>();
  const isSought = useRef(false);
  const chosen = useSignal(chosenItems);
  const items = useSignal(shownItems);
  const markOf = (id: string | undefined): number =>
    marks.findIndex((mark) => mark.items.some((item) => item.id === id));
  const related = items.find(({ id }) => chosen.has(id));
  const activeId = [walkedTo, related?.id, marks[0]?.items[0].id].find((id) => markOf(id) >= 0);
  useEffect(() => {
    if (!isSought.current) return;
    // It is drawn first: it may have been out of sight.
    isSought.current = false;
    frame.current?.querySelector<HTMLElement>('.timeline-mark[tabindex="0"]')?.focus({ preventScroll: true });
  });
  const seek = (item: TimelineItem | undefined): void => {
    if (!item) return;
    isSought.current = true;
    showItem(item);
    setWalkedTo(item.id);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = stepOfKey(event);
    if (step === undefined) {
      const look = looks[event.key];
      if (!look) return;
      look();
    } else if (Number.isFinite(step)) {
      seek(marks[markOf(activeId) + step]?.items[0] ?? itemBeyond(step < 0 ? -1 : 1));
    } else seek(items.at(step < 0 ? 0 : -1));
    event.preventDefault();
  };
  return { activeId, walkTo: setWalkedTo, onKeyDown };
}
