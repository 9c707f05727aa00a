import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { idOfRow } from './reading-rows.ts';

/** Which lines are in sight or near it, and how high those were that have been: they keep their places. */
export interface NearRows {
  near: ReadonlySet<string>;
  heights: ReadonlyMap<string, number>;
}

/** Pixels beyond what is in sight within which lines are near. */
const margin = 600;

/**
 * Follows which of the children of a part that scrolls are near, as these come and go.
 * @param rows what the children are of, one each: where it changes, they are others
 */
export function useNearRows(frame: RefObject<HTMLElement | null>, rows: readonly unknown[]): NearRows {
  const [state, setState] = useState<NearRows>({ near: new Set(), heights: new Map() });
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return undefined;
    const near = new Set<string>();
    const left = new Map<string, number>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const id = target instanceof HTMLElement ? idOfRow(target) : null;
          if (id === null) continue;
          if (isIntersecting) near.add(id);
          else if (near.delete(id)) left.set(id, boundingClientRect.height);
        }
        setState(({ heights }) => ({ near: new Set(near), heights: new Map([...heights, ...left]) }));
      },
      { root: element, rootMargin: `${margin}px 0px` },
    );
    for (const index of rows.keys()) {
      const child = element.children[index];
      if (child) observer.observe(child);
    }
    return () => observer.disconnect();
  }, [frame, rows]);
  return state;
}
