import { batch, signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { getOntology } from '../../api/api.ts';
import { answerBase, answerOf, answerSteps, partThatIsGone } from '../answers.ts';
import { isNamed } from '../reading/named-facts.ts';
import { announce, isAbsence, notify, problemOf } from '../notices.ts';
import type { Notice } from '../notices.ts';
import { ontology } from '../ontology.ts';
import { baseAnswer, chosenPath, emptyPicture, isKnown, nameOfId, picture, pictureOf } from '../picture/picture.ts';
import type { AnsweredStep, Picture } from '../picture/picture.ts';
import { loadFigures } from '../figures/known-figures.ts';
import { isOwn } from '../workbench/own-query.ts';
import { knownPassages, loadPassages, passages } from '../reading/passages.ts';
import { placeNewcomers } from '../picture/placing.ts';
import { wantedScene } from '../story/scene-view.ts';
import * as view from './view.ts';
import type { Base } from './view.ts';
import { isWorkbenchOpen } from '../workbench/workbench-frame.ts';

/** Whether an answer is awaited. */
export const isBusy = signal(false);

/** Why there is no picture; null when there is one, or when it is on its way. */
export const failure = signal<Problem | null>(null);

/** Whether the canvas should lay the picture out anew: by an explicit act, or because its nodes have no places. */
export const isLayoutWanted = signal(false);

let pending = new AbortController();

/** Fetches what the first picture needs, side by side: the title shows as soon as it is there. */
export async function start(): Promise<void> {
  isBusy.value = true;
  failure.value = null;
  try {
    await Promise.all([loadOntology(), prefetchBase()]);
  } catch (error) {
    isBusy.value = false;
    failure.value = problemOf(error);
    return;
  }
  await refresh();
  // A graph that is no document's has no passages.
  const arePassagesWanted = ontology.value?.key && passages.value.length === 0;
  // Nothing of the page waits for the figures, which say themselves what became of them.
  void loadFigures();
  if (!arePassagesWanted) return;
  await loadPassages();
  const { value: known } = knownPassages;
  if (known.kind === 'failed') notify({ kind: 'problem', problem: known.problem });
}

async function loadOntology(): Promise<void> {
  ontology.value ??= await getOntology();
}

async function prefetchBase(): Promise<void> {
  // A failure is told by refresh, which asks again.
  await takeUpScene(pending.signal).catch(() => undefined);
  await answerBase(view.base.value, pending.signal).catch(() => undefined);
}

/** Sets the view to the scene that a link has named. */
async function takeUpScene(stopped: AbortSignal): Promise<void> {
  if (wantedScene.peek() === null) return;
  const { takeWantedScene } = await import('../story/take-scene.ts');
  await takeWantedScene(stopped);
}

/**
 * How bringing the picture to the view ended. It may be dropped because the view has moved on, fail for good, or have to
 * wait until the server is back.
 */
export type Outcome = 'shown' | 'dropped' | 'failed' | 'awaited';

/** Brings the picture to what base and steps say. An answer that arrives after the view has moved on is dropped. */
export async function refresh(): Promise<Outcome> {
  pending.abort();
  pending = new AbortController();
  const { signal: stopped } = pending;
  isBusy.value = true;
  failure.value = null;
  let hasBase = false;
  try {
    await takeUpScene(stopped);
    const answer = await answerBase(view.base.value, stopped);
    hasBase = true;
    const answered = await answerSteps(view.steps.value, stopped);
    await meetSelection(stopped);
    if (stopped.aborted) return 'dropped';
    show(answer, answered);
    return 'shown';
  } catch (error) {
    if (stopped.aborted) return 'dropped';
    const notice: Notice = { kind: 'problem', problem: problemOf(error) };
    // An earlier picture does not stand for a scene that has none.
    if (!hasBase && view.sceneId.value !== null) picture.value = emptyPicture;
    if (picture.value === emptyPicture) failure.value = notice.problem;
    else notify(notice);
    return isAbsence(notice) ? 'awaited' : 'failed';
  } finally {
    if (!stopped.aborted) isBusy.value = false;
  }
}

/** A selected thing that has not arrived (a link to it has) is fetched; one that is gone is told and let go. */
async function meetSelection(stopped: AbortSignal): Promise<void> {
  const id = view.selectedId.value;
  // Groups, and what an expansion left out, are of the view: the server knows nothing of them. What is known by its name is
  // fetched where more of it is shown.
  if (id === null || isKnown(id) || isNamed(id) || id.includes('\n')) return;
  try {
    // Of a node or of a relationship, with its ends.
    await answerOf('evidence', { id }, stopped);
    if (!isKnown(id)) await answerOf('node', { id }, stopped);
  } catch (error) {
    partThatIsGone(error, stopped);
    notify({ kind: 'word', word: 'notice.gone', values: { id } });
    view.selectedId.value = null;
  }
}

function show(answer: Answer, answered: AnsweredStep[]): void {
  const next = pictureOf(answer.graph, answered);
  batch(() => {
    const isUnplaced = placeNewcomers(next);
    baseAnswer.value = answer;
    // A place among other paths than these says nothing.
    if (JSON.stringify(next.paths) !== JSON.stringify(picture.value.paths)) chosenPath.value = null;
    picture.value = next;
    letGoOfWhatIsNotIn(next);
    // The results of the workbench tell it by themselves.
    if (answer.truncated && !(isOwn(view.base.value) && isWorkbenchOpen.peek())) {
      notify({ kind: 'word', word: 'notice.truncated', values: { n: answer.table.rows.length } });
    }
    if (isUnplaced) isLayoutWanted.value = true;
  });
  announce('announce.loaded', { nodes: next.nodes.size, relationships: next.relationships.size });
}

/**
 * What is selected together is in the picture, a selected group is there, and so is what the picture is narrowed to: a
 * link, or undoing, may know better.
 */
function letGoOfWhatIsNotIn({ nodes }: Picture): void {
  const { selectedId, selectedIds, groups, facet } = view;
  if (facet.value !== null && !nodes.has(facet.value)) {
    notify({ kind: 'word', word: 'notice.facetGone', values: { name: nameOfId(facet.value) } });
    facet.value = null;
  }
  const present = [...selectedIds.value].filter((id) => nodes.has(id));
  if (present.length < selectedIds.value.size) {
    selectedIds.value = new Set(present.length > 1 ? present : []);
    if (present.length === 1) selectedId.value = present[0] ?? null;
  }
  const isGroup = selectedId.value !== null && view.isGroupId(selectedId.value);
  if (isGroup && !groups.value.some(({ id }) => id === selectedId.value)) selectedId.value = null;
}

/** Opens a new picture; everything that belonged to the earlier one is let go. */
export function openBase(base: Base, layout: view.Layout): Promise<Outcome> {
  batch(() => {
    view.setSnapshot(view.freshSnapshot(base, layout));
    view.camera.value = null;
    view.selectedId.value = null;
    view.selectedIds.value = new Set();
    view.pathFrom.value = null;
    view.sheet.value = null;
  });
  return refresh();
}
