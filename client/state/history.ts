import { computed, signal } from '@preact/signals-core';
import { t } from './locale.ts';
import type { Word, WordValues } from './locale.ts';
import { announce } from './notices.ts';
import { isLayoutWanted, refresh } from './session.ts';
import { setSnapshot, takeSnapshot } from './view.ts';
import type { Snapshot } from './view.ts';

/**
 * The history of the picture: what was done, and how the view was before. Selecting and looking round are not in it,
 * for they change nothing; everything else can be undone and done again.
 */

/** An act in words, and the view on its other side: before it when it can be undone, after it when it can be redone. */
export interface Act {
  word: Word;
  values: WordValues;
  beyond: Snapshot;
}

/** Acts that are kept; the oldest give way. */
const mostActs = 200;

/** What can be undone, oldest first. */
export const done = signal<readonly Act[]>([]);
/** What can be done again, what was undone last at the end. */
export const undone = signal<readonly Act[]>([]);

export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);

/** Remembers the view as it is, before an act that the words name. What was undone before can no longer be redone. */
export function record(word: Word, values: WordValues = {}): void {
  done.value = [...done.peek(), { word, values, beyond: takeSnapshot() }].slice(-mostActs);
  undone.value = [];
}

/** As `record`, for an act in many small steps, such as dragging a slider: with the one before, it is one act. */
export function recordFurther(word: Word, values: WordValues): void {
  const last = done.peek().at(-1);
  if (last?.word !== word || undone.peek().length > 0) record(word, values);
  else done.value = [...done.peek().slice(0, -1), { ...last, values }];
}

/** Takes the newest act back without a trace: it could not be done. The picture still is as it was before. */
export function revoke(): void {
  const act = done.peek().at(-1);
  if (!act) return;
  done.value = done.peek().slice(0, -1);
  restoreView(act.beyond);
}

/** Takes up the acts of an earlier page. */
export function restoreHistory(past: readonly Act[], future: readonly Act[]): void {
  done.value = past;
  undone.value = future;
}

/** Takes back the newest act, or several. */
export async function undo(count = 1): Promise<void> {
  const last = shift(done, undone, count);
  if (!last) return;
  await refresh();
  announce('announce.undone', { act: t(last.word, last.values) });
}

/** Does again what was taken back last, or several such acts. */
export async function redo(count = 1): Promise<void> {
  const last = shift(undone, done, count);
  if (!last) return;
  await refresh();
  announce('announce.redone', { act: t(last.word, last.values) });
}

/** Moves acts from one list to the other, setting the view to the far side of each; answers the last one. */
function shift(from: typeof done, to: typeof done, count: number): Act | undefined {
  let last: Act | undefined;
  for (let act = from.peek().at(-1), left = count; act && left > 0; act = from.peek().at(-1), left -= 1) {
    from.value = from.peek().slice(0, -1);
    to.value = [...to.peek(), { ...act, beyond: takeSnapshot() }];
    restoreView(act.beyond);
    last = act;
  }
  return last;
}

function restoreView(snapshot: Snapshot): void {
  setSnapshot(snapshot);
  isLayoutWanted.value = false;
}
