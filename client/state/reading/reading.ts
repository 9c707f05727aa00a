import { batch, computed, effect, signal, untracked } from '@preact/signals-core';
import { isWhole } from '../known-answer.ts';
import { announce, notify } from '../notices.ts';
import { ontology } from '../ontology.ts';
import { knownPassages, passageAt } from './passages.ts';
import { select } from '../picture/select-actions.ts';
import { sight } from '../picture/sight.ts';
import { showSurface } from '../picture/surface-actions.ts';
import {
  camera,
  isFollowing,
  isPresenting,
  passageInSight,
  selectedId,
  selectedIds,
  sheet,
  surface,
  twin,
} from '../view/view.ts';
import type { Camera } from '../view/view.ts';

export { isFollowing, passageInSight } from '../view/view.ts';

/** Whether the graph is of a document: it can then be read beside the picture. */
export const isDocumentThere = computed(() => ontology.value !== null && ontology.value.document !== null);

/** The twin that is shown: of a graph without a document, that cannot be it. */
export const shownTwin = computed(() => (twin.value === 'reading' && !isDocumentThere.value ? null : twin.value));

/** Whether the document is open beside the picture. */
export const isReading = computed(() => shownTwin.value === 'reading' && surface.value === 'picture');

/** Where the reader asked to be taken in the document: each asking is an object of its own, so that the same one counts, too. */
export const soughtPassage = signal<{ readonly address: string } | null>(null);

// Whoever puts the document away, or selects another thing meanwhile, does not want to be taken there any more.
effect(() => {
  if (!isReading.value) soughtPassage.value = null;
});
effect(() => {
  void [selectedId.value, selectedIds.value];
  soughtPassage.value = null;
});

/** Opens the document beside the picture, at a passage. Moves nothing of the picture, and selects nothing. */
export function openReadingAt(address: string): void {
  batch(() => {
    showSurface('picture', 'reading');
    sheet.value = null;
    soughtPassage.value = { address };
  });
}

/**
 * Takes the reader to a place in the document. Where that has no room beside what is shown, as in a show or beside the
 * chart, the passage is selected, and tells of itself.
 */
export function visitPassage({ id, address }: { id: string; address: string }): void {
  const hasRoom = isDocumentThere.peek() && surface.peek() === 'picture' && !isPresenting.peek();
  if (hasRoom) openReadingAt(address);
  else select(id);
}

/** Passes over a place of a link that the document does not have, and says so. All of the passages have to have arrived. */
export function passOverUnknownPlace(): void {
  const address = passageInSight.peek();
  if (address === null || passageAt.peek().has(address) || !isWhole(knownPassages.peek())) return;
  passageInSight.value = null;
  notify({ kind: 'word', word: 'notice.link', values: { what: 'read' } });
}

/** Opens the document, or puts it away. */
export function toggleReading(): void {
  showSurface('picture', isReading.peek() ? null : 'reading');
}

/** Goes to the next place in the document where the selected thing is said, or to the one before; null where there is none. */
export const stepMention = signal<((by: 1 | -1) => void) | null>(null);

/** Where the reader looks; null while there is no picture. */
function looksAt(): Camera | null {
  const { value: seen } = sight;
  return seen && { x: (seen.x1 + seen.x2) / 2, y: (seen.y1 + seen.y2) / 2, zoom: seen.zoom };
}

/** Where the reader looked before the picture first moved to follow; null while it has not. */
let lookedAt: Camera | null = null;

/** Notes where the reader looks, as the picture is about to follow: by a link, that may be long after it was asked to. */
export function noteLook(): void {
  lookedAt ??= looksAt();
}

/** Lets the picture follow what is being read. */
export function startFollowing(): void {
  isFollowing.value = true;
  announce('reading.followOn');
}

/** The picture stays where it is from now on; the way back to where the reader looked before is offered. */
export function stopFollowing(): void {
  if (!isFollowing.peek()) return;
  isFollowing.value = false;
  announce('reading.followOff');
  const before = lookedAt;
  lookedAt = null;
  if (before === null || JSON.stringify(before) === JSON.stringify(looksAt())) return;
  notify({
    kind: 'word',
    word: 'reading.stayed',
    act: { word: 'reading.lookBack', run: () => (camera.value = before) },
  });
}

// There is nothing to follow once the document is put away. It may be on its way still where a link asks for it.
effect(() => {
  const isAsked = twin.value === 'reading' && surface.value === 'picture';
  if (isFollowing.value && !isAsked) untracked(stopFollowing);
});
