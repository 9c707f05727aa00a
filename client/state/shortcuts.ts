import { redo, undo } from './history.ts';

/** Listens for the keys that work everywhere on the page. */
export function startShortcuts(): void {
  addEventListener('keydown', (event) => {
    // In a text field the keys undo typing.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    void (key === 'y' || event.shiftKey ? redo() : undo());
  });
}
