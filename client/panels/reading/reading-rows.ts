import { untracked } from '@preact/signals-core';
import { isFolded, readingSections } from '../../state/reading/reading-outline.ts';

/** Lines of the document's outline as elements of the page, each of which stays as long as its line is shown. */

/** The line that an element stands in. */
export const rowOf = (element: EventTarget | null): HTMLElement | null =>
  element instanceof Element ? element.closest<HTMLElement>('[role="treeitem"]') : null;

/** The line of the passage at an address; null while it is folded away. */
export const rowOfPassage = (tree: HTMLElement, address: string): HTMLElement | null =>
  tree.querySelector<HTMLElement>(`[data-passage="${CSS.escape(address)}"]`);

/** The line at which a passage is found: its own, or the heading below which it is folded away. */
export function rowShowing(tree: HTMLElement, address: string): HTMLElement | null {
  const own = rowOfPassage(tree, address);
  if (own) return own;
  const folded = readingSections
    .peek()
    .find(({ id, addresses }) => untracked(() => isFolded(id)) && addresses.includes(address));
  return folded ? tree.querySelector<HTMLElement>(`[data-id="${CSS.escape(folded.id)}"]`) : null;
}

/** The address of the passage that a line is of; of a section, of its first one. */
export function passageOfRow(row: HTMLElement | null): string | null {
  if (!row) return null;
  const { passage, id } = row.dataset;
  return passage ?? readingSections.peek().find((section) => section.id === id)?.addresses[0] ?? null;
}

/** The id of what a line is of. */
export const idOfRow = (row: HTMLElement | null): string | null => row?.dataset['id'] ?? null;

/** The controls in a line. */
export const controlsIn = (row: HTMLElement): HTMLElement[] => [
  ...row.querySelectorAll<HTMLElement>('button, [role="button"]'),
];

/** The line at a height of the whole outline, in pixels from its top. Found by halving, for there may be thousands. */
function rowAtHeight(tree: HTMLElement, height: number): HTMLElement | null {
  const rows = tree.children;
  let [low, high] = [0, rows.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    const row = rows[middle];
    if (row instanceof HTMLElement && row.offsetTop <= height) low = middle;
    else high = middle - 1;
  }
  const found = rows[low];
  return found instanceof HTMLElement ? found : null;
}

/**
 * The line that is being read. The height at which that is goes down with the scrolling, from the first line at the top to
 * the last at the end, so that each has its turn.
 */
export function rowInSight(tree: HTMLElement): HTMLElement | null {
  const { scrollTop, scrollHeight, clientHeight } = tree;
  const most = scrollHeight - clientHeight;
  const share = most > 0 ? Math.min(1, Math.max(0, scrollTop / most)) : 0;
  return rowAtHeight(tree, scrollTop + share * (clientHeight - 1));
}

/** Whether the beginning of a line can be seen. */
export function isInSight(tree: HTMLElement, row: HTMLElement): boolean {
  const { scrollTop, clientHeight } = tree;
  return row.offsetTop >= scrollTop && row.offsetTop + Math.min(row.offsetHeight, 40) <= scrollTop + clientHeight;
}
