import { batch, effect, signal } from '@preact/signals-core';
import { cancelPath } from '../picture/path-actions.ts';
import { selection } from '../picture/picture.ts';
import { select } from '../picture/select-actions.ts';
import { selectedId, sheet } from '../view/view.ts';

/** What the reader asked about with the command for it: the panel brings the answer into sight, and takes this back. */
export const whySought = signal<string | null>(null);

// Whoever selects another thing meanwhile does not want to be led to this one any more.
effect(() => {
  if (whySought.value !== selectedId.value) whySought.value = null;
});

/** The node or relationship that is selected: what can be explained. */
export function explainedId(): string | null {
  const of = selection.value;
  if (of?.kind === 'node') return of.node.id;
  if (of?.kind === 'relationship') return of.relationship.id;
  return of?.kind === 'named' ? of.id : null;
}

/** Selects something, and leads to why it is there: over the document on a small screen, and out of picking a path. */
export function askWhy(id: string): void {
  batch(() => {
    cancelPath();
    select(id);
    sheet.value = 'details';
    whySought.value = id;
  });
}
