import { batch, computed, signal } from '@preact/signals-core';
import { t } from './locale.ts';
import type { Word, WordValues } from './locale.ts';
import { announce } from './notices.ts';
import { isLayoutWanted, refresh } from './session.ts';
import type { Point } from '../../server/contract.ts';
import * as view from './view.ts';

/**
 * The history of the picture: what was done, and how the view was before. Selecting and looking round are not in it,
 * for they change nothing; everything else can be undone and done again.
 */

/** All of the view that an act may change. */
interface Snapshot {
  base: view.Base;
  steps: readonly view.Step[];
  labelsOff: ReadonlySet<string>;
  layout: view.Layout;
  positions: ReadonlyMap<string, Point>;
}

/** An act in words, and the view on its other side: before it when it can be undone, after it when it can be redone. */
interface Act {
  word: Word;
  values: WordValues;
  beyond: Snapshot;
}

/** Acts that are kept; the oldest give way. */
const mostActs = 200;

const done = signal<readonly Act[]>([]);
const undone = signal<readonly Act[]>([]);

export const canUndo = computed(() => done.value.length > 0);
export const canRedo = computed(() => undone.value.length > 0);

function snapshot(): Snapshot {
  return {
    base: view.base.peek(),
    steps: view.steps.peek(),
    labelsOff: view.labelsOff.peek(),
    layout: view.layout.peek(),
    positions: view.positions.peek(),
  };
}

/** Remembers the view as it is, before an act that the words name. What was undone before can no longer be redone. */
export function record(word: Word, values: WordValues = {}): void {
  done.value = [...done.peek(), { word, values, beyond: snapshot() }].slice(-mostActs);
  undone.value = [];
}

/** Takes the newest act back without a trace: it could not be done. The picture still is as it was before. */
export function revoke(): void {
  const act = done.peek().at(-1);
  if (!act) return;
  done.value = done.peek().slice(0, -1);
  restoreView(act.beyond);
}

/** Takes the newest act back. */
export async function undo(): Promise<void> {
  const act = done.peek().at(-1);
  if (!act) return;
  done.value = done.peek().slice(0, -1);
  undone.value = [...undone.peek(), { ...act, beyond: snapshot() }];
  await restore(act.beyond);
  announce('announce.undone', { act: t(act.word, act.values) });
}

/** Does again what was taken back last. */
export async function redo(): Promise<void> {
  const act = undone.peek().at(-1);
  if (!act) return;
  undone.value = undone.peek().slice(0, -1);
  done.value = [...done.peek(), { ...act, beyond: snapshot() }];
  await restore(act.beyond);
  announce('announce.redone', { act: t(act.word, act.values) });
}

async function restore(earlier: Snapshot): Promise<void> {
  restoreView(earlier);
  await refresh();
}

function restoreView({ base, steps, labelsOff, layout, positions }: Snapshot): void {
  batch(() => {
    view.base.value = base;
    view.steps.value = steps;
    view.labelsOff.value = labelsOff;
    view.layout.value = layout;
    view.positions.value = positions;
    isLayoutWanted.value = false;
  });
}
