import { useEffect, useRef } from 'react';
import type { FocusEvent, RefObject } from 'react';

interface KeptFocus<Part extends HTMLElement> {
  ref: RefObject<Part | null>;
  tabIndex: -1;
  onFocus: (event: FocusEvent) => void;
}

/**
 * For a part of the page that may lose the very control that has the focus, such as one that closes it: the part then has
 * the focus, or what is around it, so that keys go on from there and not from the top of the page.
 */
export function useKeptFocus<Part extends HTMLElement = HTMLDivElement>(): KeptFocus<Part> {
  const ref = useRef<Part>(null);
  const last = useRef<Element | null>(null);
  useEffect(() => {
    if (last.current === null || last.current.isConnected) return;
    last.current = null;
    if (document.activeElement === document.body) (ref.current ?? document.querySelector('main'))?.focus();
  });
  return { ref, tabIndex: -1, onFocus: ({ target }) => (last.current = target) };
}
