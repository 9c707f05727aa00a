import { batch } from '@preact/signals-core';
import { useEffect } from 'react';
import type { RefObject } from 'react';
import { idOfRow } from '../reading/reading-rows.ts';
import type { RowStates } from '../workbench/row-states.ts';

/** Pixels beyond what is in sight within which lines are near. */
const margin = 600;

/**
 * Keeps which of the children of a part that scrolls are near, as these come and go.
 * @param rows what the children are of, one each: where it changes, they are others
 */
export function useNearRows(frame: RefObject<HTMLElement | null>, rows: readonly unknown[], states: RowStates): void {
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return undefined;
    const note = ({ target, isIntersecting, boundingClientRect }: IntersectionObserverEntry): void => {
      const id = target instanceof HTMLElement ? idOfRow(target) : null;
      if (id === null) return;
      const state = states.of(id);
      // It keeps its place when what stands in it goes.
      if (state.isNear.peek()) state.height = boundingClientRect.height;
      state.isNear.value = isIntersecting;
    };
    const observer = new IntersectionObserver((entries) => batch(() => entries.forEach(note)), {
      root: element,
      rootMargin: `${margin}px 0px`,
    });
    for (const index of rows.keys()) {
      const child = element.children[index];
      if (child) observer.observe(child);
    }
    return () => observer.disconnect();
  }, [frame, rows, states]);
}
