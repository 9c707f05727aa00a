import { useEffect } from 'react';
import type { RefObject } from 'react';
import { coveredBelow } from '../../state/picture/sight.ts';

/** Tells the canvas how much of the picture a panel lies over, where it is a sheet of a small screen. */
export function useCover(panel: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: element } = panel;
    if (!element) return undefined;
    // A panel that is not there, or has become a sheet, has another size.
    const observer = new ResizeObserver(() => {
      coveredBelow.value = getComputedStyle(element).position === 'absolute' ? element.offsetHeight : 0;
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      coveredBelow.value = 0;
    };
  }, [panel]);
}
