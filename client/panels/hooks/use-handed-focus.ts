import { useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';

/** Whether the part that is just going has the focus. */
let isToBeHandedOn = false;

/**
 * For parts of the page of which one takes the place of another, elsewhere on the page: the one that comes takes over the
 * focus from the one that goes, which would be lost with it.
 * @returns the element of the part, which has to be able to take the focus
 */
export function useHandedFocus(): RefObject<HTMLElement | null> {
  const part = useRef<HTMLElement>(null);
  useLayoutEffect(() => {
    const { current: element } = part;
    if (isToBeHandedOn) element?.focus();
    return () => {
      isToBeHandedOn = element?.contains(document.activeElement) === true;
      // What takes its place is there by then.
      queueMicrotask(() => (isToBeHandedOn = false));
    };
  }, []);
  return part;
}
