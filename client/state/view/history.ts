import { computed, signal } from '@preact/signals-core';
import { t } from '../locale.ts';
import type { Word } from '../locale.ts';
import { announce } from '../notices.ts';
import { isLayoutWanted, refresh } from './session.ts';
import { tell } from './told.ts';
import type { ToldValues } from './told.ts';
import { setSnapshot, takeSnapshot } from './view.ts';
import type { Snapshot } from './view.ts';

/**
 * The history of the picture: what was done, and how the view was before. Selecting and looking round are not in it,
 * for they change nothing; everything else can be undone and done again.
 */

/** An act in words, and the view on its other side: before it when it can be undone, after it when it can be redone. */
export interface Act {
  word: Word;
  values: ToldValues;
  beyond: Snapshot;
}

/** An act in the reader's language. */
export const wordsOf = ({ word, values }: Pick<Act, 'word' | 'values'>): string => t(word, tell(values));

/** Acts that are kept; the oldest give way. */
const mostActs = 200;

/** What can be undone, oldest first. */
export const done = signal<readonly Act[]>([]);
/** What can be done again, what was undone last at the end. */
export const undone = signal<readonly Act[]>([]);

export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);

/**
 * Remembers the view as it is, before an act that the words name, and says so. What was undone before can no longer be
 * redone.
 * Answers how the act is taken back without a trace where it could not be done.
 */
export function record(word: Word, values: ToldValues = {}): () => void {
  const act = { word, values, beyond: takeSnapshot() };
  const redoable = undone.peek();
  done.value = [...done.peek(), act].slice(-mostActs);
  undone.value = [];
  announce(word, tell(values));
  return () => takeBack(act, redoable);
}

/** The act that small steps are being added to; null once the reader has let go. */
let unfinished: Act | null = null;

/** As `record`, for an act in many small steps, such as dragging a slider: with the one before, it is one act. */
export function recordFurther(word: Word, values: ToldValues): void {
  const last = done.peek().at(-1);
  const isFurther = last !== undefined && last === unfinished && last.word === word && undone.peek().length === 0;
  if (isFurther) done.value = [...done.peek().slice(0, -1), { ...last, values }];
  else record(word, values);
  unfinished = done.peek().at(-1) ?? null;
}

/** What comes in small steps from now on is an act of its own. */
export function beginAnew(): void {
  unfinished = null;
}

/** The picture still is as it was before the act; what was done since without asking the server stays. */
function takeBack(act: Act, redoable: readonly Act[]): void {
  const index = done.peek().indexOf(act);
  if (index < 0) return;
  const [earlier, later] = [done.peek().slice(0, index), done.peek().slice(index + 1)];
  const { base, steps } = act.beyond;
  done.value = [...earlier, ...later.map((other) => ({ ...other, beyond: { ...other.beyond, base, steps } }))];
  if (later.length > 0) {
    setSnapshot({ ...takeSnapshot(), base, steps });
    return;
  }
  undone.value = redoable;
  restoreView(act.beyond);
}

/** How acts are taken back whose picture is still to come, the newest last: of those at most that are kept. */
const awaitedActs: (() => void)[] = [];

/**
 * Brings the picture to the view. An act that cannot be done is taken back, so that nothing later depends on it; one that
 * only has to wait for the server stays, and is done when that is back.
 * @param shown what becomes of the picture
 */
export async function isDone(revoke: () => void, shown = refresh()): Promise<boolean> {
  awaitedActs.push(revoke);
  if (awaitedActs.length > mostActs) awaitedActs.shift();
  const outcome = await shown;
  if (outcome === 'shown') awaitedActs.length = 0;
  if (outcome !== 'failed') return outcome === 'shown';
  awaitedActs.pop()?.();
  // What this act overtook can be shown now, or is what failed.
  const overtaken = awaitedActs.pop();
  if (overtaken) await isDone(overtaken);
  return false;
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
  announce('announce.undone', { act: wordsOf(last) });
}

/** Does again what was taken back last, or several such acts. */
export async function redo(count = 1): Promise<void> {
  const last = shift(undone, done, count);
  if (!last) return;
  await refresh();
  announce('announce.redone', { act: wordsOf(last) });
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
