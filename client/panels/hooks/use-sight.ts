import { useEffect, useState } from 'react';
import type { RefObject } from 'react';

/** What is in sight of a part that scrolls, in pixels; before it is measured, as much as a small screen shows. */
export interface Sight {
  top: number;
  width: number;
  height: number;
}

export function useSight(frame: RefObject<HTMLElement | null>): Sight {
  const [sight, setSight] = useState<Sight>({ top: 0, width: 0, height: 800 });
  useEffect(() => {
    const element = frame.current;
    if (!element) return;
    const look = (): void => {
      const { scrollTop: top, clientWidth: width, clientHeight: height } = element;
      setSight((before) =>
        before.top === top && before.width === width && before.height === height ? before : { top, width, height },
      );
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    element.addEventListener('scroll', look, { passive: true });
    return () => {
      observer.disconnect();
      element.removeEventListener('scroll', look);
    };
  }, [frame]);
  return sight;
}
