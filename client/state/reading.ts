import { batch, computed, signal } from '@preact/signals-core';
import { ontology } from './ontology.ts';
import { showSurface } from './surface-actions.ts';
import { sheet } from './view.ts';

export { isFollowing, passageInSight } from './view.ts';

/** Whether the graph is of a document: it can then be read beside the picture. */
export const isDocumentThere = computed(() => ontology.value !== null && ontology.value.document !== null);

/** Where the reader asked to be taken in the document: each asking is an object of its own, so that the same one counts, too. */
export const soughtPassage = signal<{ readonly address: string } | null>(null);

/** Opens the document beside the picture, at a passage. Moves nothing of the picture, and selects nothing. */
export function openReadingAt(address: string): void {
  batch(() => {
    showSurface('picture', 'reading');
    sheet.value = null;
    soughtPassage.value = { address };
  });
}
