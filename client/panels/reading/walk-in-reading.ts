import { setFolded } from '../../state/reading/reading-outline.ts';
import { select } from '../../state/picture/select-actions.ts';
import { controlsIn, idOfRow, rowOf } from './reading-rows.ts';
import { lineTyped } from './type-in-reading.ts';

/** Lines that Page Up and Page Down go over. */
const page = 10;

/**
 * Lets keys walk about in the outline as in a tree: from line to line, in and out of sections, into a line's own controls, and
 * to lines that begin with what is typed.
 */
export function walkInReading(tree: HTMLElement, event: KeyboardEvent): void {
  const row = rowOf(event.target);
  if (!row || event.ctrlKey || event.metaKey || event.altKey) return;
  const typed = event.target === row ? lineTyped(tree, row, event) : undefined;
  const goal = typed === undefined ? goalOfKey(tree, row, event) : typed;
  if (goal === undefined) return;
  event.preventDefault();
  if (!goal) return;
  goal.focus({ preventScroll: true });
  goal.scrollIntoView({ block: 'nearest' });
}

/** What a key leads to; null where it leads nowhere but is the tree's, undefined where it is not. */
type Goal = HTMLElement | null | undefined;

function goalOfKey(tree: HTMLElement, row: HTMLElement, event: KeyboardEvent): Goal {
  if (event.shiftKey) return undefined;
  return event.target === row ? goalFromRow(tree, row, event.key) : goalFromControl(tree, row, event);
}

function goalFromRow(tree: HTMLElement, row: HTMLElement, key: string): Goal {
  const isOpen = row.getAttribute('aria-expanded');
  switch (key) {
    case 'ArrowRight':
      if (isOpen === 'false') return fold(row, false);
      return isOpen === null ? (controlsIn(row)[0] ?? null) : beside(tree, row, 1);
    case 'ArrowLeft':
      return isOpen === 'true' ? fold(row, true) : around(row);
    case 'Enter':
    case ' ':
      select(idOfRow(row));
      return null;
    default:
      return goalAmongRows(tree, row, key);
  }
}

function goalAmongRows(tree: HTMLElement, row: HTMLElement, key: string): Goal {
  switch (key) {
    case 'ArrowDown':
      return beside(tree, row, 1);
    case 'ArrowUp':
      return beside(tree, row, -1);
    case 'PageDown':
      return beside(tree, row, page);
    case 'PageUp':
      return beside(tree, row, -page);
    case 'Home':
      return beside(tree, row, -Infinity);
    case 'End':
      return beside(tree, row, Infinity);
    default:
      return undefined;
  }
}

function goalFromControl(tree: HTMLElement, row: HTMLElement, { key, target }: KeyboardEvent): Goal {
  const controls = controlsIn(row);
  const at = controls.findIndex((control) => control === target);
  switch (key) {
    case 'ArrowRight':
      return controls[at + 1] ?? null;
    case 'ArrowLeft':
      return controls[at - 1] ?? row;
    case 'Escape':
      return row;
    default:
      return goalAmongRows(tree, row, key);
  }
}

function fold(row: HTMLElement, isFolded: boolean): null {
  setFolded(idOfRow(row) ?? '', isFolded);
  return null;
}

/** The line so many lines further on, or the last one on that side. */
function beside(tree: HTMLElement, row: HTMLElement, by: number): HTMLElement | null {
  const rows = [...tree.querySelectorAll<HTMLElement>('[role="treeitem"]')];
  const at = rows.indexOf(row) + by;
  return rows[Math.min(Math.max(at, 0), rows.length - 1)] ?? null;
}

/** The line of the section that holds a line. */
function around(row: HTMLElement): HTMLElement | null {
  const level = Number(row.getAttribute('aria-level'));
  let before = row.previousElementSibling;
  while (before && Number(before.getAttribute('aria-level')) >= level) before = before.previousElementSibling;
  return before instanceof HTMLElement ? before : null;
}
