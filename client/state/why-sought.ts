import { signal } from '@preact/signals-core';
import { selection } from './picture.ts';
import { select } from './select-actions.ts';

/** What the reader asked about with the command for it: the panel brings the answer into sight, and takes this back. */
export const whySought = signal<string | null>(null);

/** The node or relationship that is selected: what can be explained. */
export function explainedId(): string | null {
  const of = selection.value;
  if (of?.kind === 'node') return of.node.id;
  return of?.kind === 'relationship' ? of.relationship.id : null;
}

/** Selects something, and leads to why it is there. */
export function askWhy(id: string): void {
  select(id);
  whySought.value = id;
}
