import { useEffect, useRef } from 'react';
import type { MouseEvent } from 'react';

/**
 * For the document, whose buttons that ask again for what did not come go as they are pressed: it has the focus while that is
 * waited for, and then the outline has it, or the button where that is back. Who went on elsewhere meanwhile is left there.
 * @returns what such a button does
 */
export function useAskingAgain(isWaiting: boolean): (ask: () => void) => (event: MouseEvent) => void {
  const pane = useRef<HTMLElement>(null);
  useEffect(() => {
    const { current: element } = pane;
    if (isWaiting || !element) return undefined;
    // The outline finds the line where the reader was first.
    const frame = requestAnimationFrame(() => {
      pane.current = null;
      if (document.activeElement !== element) return;
      const button = element.querySelector<HTMLElement>(':scope > .warning button');
      const line = element.querySelector<HTMLElement>('[role="treeitem"][tabindex="0"]');
      (button ?? line)?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [isWaiting]);
  return (ask) =>
    ({ currentTarget }) => {
      pane.current = currentTarget.closest<HTMLElement>('.reading');
      pane.current?.focus({ preventScroll: true });
      ask();
    };
}
