import { signal } from '@preact/signals-core';

/** What can be done with nodes or with a line, offered where they were pressed long or clicked with the other button. */
export interface Menu {
  ids: readonly string[];
  /** Pixels of the page's window. */
  x: number;
  y: number;
}

export const menu = signal<Menu | null>(null);

/** Opens the menu below a control. */
export function openMenu(ids: readonly string[], control: Element): void {
  const { left, bottom } = control.getBoundingClientRect();
  menu.value = { ids, x: left, y: bottom };
}
