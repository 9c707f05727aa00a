import { useEffect, useRef, useState } from 'react';
import type { RefObject } from 'react';
import { idOfRow } from './reading-rows.ts';

/** Which lines are in sight or near it, and how high those were that have been: they keep their places. */
export interface NearRows {
  near: ReadonlySet<string>;
  heights: ReadonlyMap<string, number>;
}

/** Pixels beyond what is in sight within which lines are near. */
const margin = 600;

/** Follows which of the children of a part that scrolls are near, as these come and go. */
export function useNearRows(frame: RefObject<HTMLElement | null>, rows: readonly unknown[]): NearRows {
  const [near, setNear] = useState<ReadonlySet<string>>(new Set());
  const heights = useRef(new Map<string, number>());
  useEffect(() => {
    const { current: element } = frame;
    if (!element) return undefined;
    const found = new Set<string>();
    const observer = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting, boundingClientRect } of entries) {
          const id = target instanceof HTMLElement ? idOfRow(target) : null;
          if (id === null) continue;
          if (isIntersecting) found.add(id);
          else if (found.delete(id)) heights.current.set(id, boundingClientRect.height);
        }
        setNear(new Set(found));
      },
      { root: element, rootMargin: `${margin}px 0px` },
    );
    for (const child of element.children) observer.observe(child);
    return () => observer.disconnect();
    // Lines that were folded away, or are there again, are other elements.
  }, [frame, rows]);
  return { near, heights: heights.current };
}
