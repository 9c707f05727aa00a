import { batch, signal } from '@preact/signals-core';
import type { Answer, Point, Problem } from '../../server/contract.ts';
import { getOntology, runQuery } from '../api/api.ts';
import type { QueryParameters } from '../api/api.ts';
import { announce, isAbsence, notify, problemOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { ontology } from './ontology.ts';
import { baseAnswer, emptyPicture, isKnown, learn, picture, pictureOf } from './picture.ts';
import type { AnsweredStep, Picture } from './picture.ts';
import { loadPassages, passages } from './passages.ts';
import { placeAround } from './place-around.ts';
import * as view from './view.ts';
import type { Base, Step } from './view.ts';

/** Whether an answer is awaited. */
export const isBusy = signal(false);

/** Why there is no picture; null when there is one, or when it is on its way. */
export const failure = signal<Problem | null>(null);

/** Whether the canvas should lay the picture out anew: by an explicit act, or because its nodes have no places. */
export const isLayoutWanted = signal(false);

/** Answers that have arrived, by query and parameters, so that going back costs no request; the oldest give way. */
const answers = new Map<string, Answer>();
const mostAnswers = 200;
let pending = new AbortController();

/** The answer to a named query, kept once it has arrived. Rejects with an ApiError. */
export async function answerOf(query: string, parameters: QueryParameters, signalToStop: AbortSignal): Promise<Answer> {
  const key = JSON.stringify([query, parameters]);
  const kept = answers.get(key);
  if (kept) return kept;
  const answer = await runQuery(query, parameters, signalToStop);
  answers.set(key, answer);
  const [oldest] = answers.keys();
  if (answers.size > mostAnswers && oldest !== undefined) answers.delete(oldest);
  learn(answer.graph);
  return answer;
}

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
  if (passages.value.length === 0) await loadPassages();
}

async function loadOntology(): Promise<void> {
  ontology.value ??= await getOntology();
}

async function prefetchBase(): Promise<void> {
  const { query, parameters } = view.base.value;
  // A failure is told by refresh, which asks again.
  await answerOf(query, parameters, pending.signal).catch(() => undefined);
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
  try {
    const { query, parameters } = view.base.value;
    const answer = await answerOf(query, parameters, stopped);
    const answered = await Promise.all(view.steps.value.map((step) => answerStep(step, stopped)));
    await meetSelection(stopped);
    if (stopped.aborted) return 'dropped';
    show(
      answer,
      answered.filter((step) => step !== null),
    );
    return 'shown';
  } catch (error) {
    if (stopped.aborted) return 'dropped';
    const notice: Notice = { kind: 'problem', problem: problemOf(error) };
    if (picture.value === emptyPicture) failure.value = notice.problem;
    else notify(notice);
    return isAbsence(notice) ? 'awaited' : 'failed';
  } finally {
    if (!stopped.aborted) isBusy.value = false;
  }
}

/** A step with its answer; null, and a notice, for one that the server cannot make anything of. */
async function answerStep(step: Step, stopped: AbortSignal): Promise<AnsweredStep | null> {
  try {
    if (step.kind === 'hide') return step;
    if (step.kind === 'path') {
      const { from, to } = step;
      return { ...step, answer: await answerOf('paths', { from, to }, stopped) };
    }
    return { ...step, answer: await answerOf('neighbours', neighbourParameters(step.id, step.limit), stopped) };
  } catch (error) {
    const { values } = partThatIsGone(error, stopped);
    notify({
      kind: 'word',
      word: 'notice.gone',
      values: { id: values?.['id'] ?? ('id' in step ? step.id : step.from) },
    });
    return null;
  }
}

/** The problem of one part of the view, without which the rest can be shown; any other is thrown on. */
function partThatIsGone(error: unknown, stopped: AbortSignal): Problem {
  const problem = problemOf(error);
  if (stopped.aborted || !partialProblems.has(problem.code)) throw error;
  return problem;
}

/** What a link may bring that the graph, or the server, does not know. */
const partialProblems = new Set(['unknown-node', 'unknown-relationship', 'invalid-parameter']);

/** Types that hold the document together are left out, but for a passage, which has no others. */
function neighbourParameters(id: string, limit: number): QueryParameters {
  const isPassage = passages.value.some((passage) => passage.id === id);
  if (isPassage || !ontology.value) return { ids: [id], limit };
  return {
    ids: [id],
    limit,
    types: ontology.value.types.filter(({ isStructural }) => !isStructural).map(({ name }) => name),
  };
}

/** A selected thing that has not arrived (a link to it has) is fetched; one that is gone is told and let go. */
async function meetSelection(stopped: AbortSignal): Promise<void> {
  const id = view.selectedId.value;
  if (id === null || isKnown(id)) return;
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
    picture.value = next;
    if (answer.truncated) {
      notify({ kind: 'word', word: 'notice.truncated', values: { n: answer.table.rows.length } });
    }
    if (isUnplaced) isLayoutWanted.value = true;
  });
  announce('announce.loaded', { nodes: next.nodes.size, relationships: next.relationships.size });
}

/** Where a node stands: where the reader or a layout put it, else where the data set ships it. */
export function placeOf(id: string): Point | undefined {
  return view.positions.value.get(id) ?? ontology.value?.positions[id];
}

/**
 * Gives each node without a place one near the node that brought it. Answers true where most of a picture has no
 * place at all, so that it must be laid out.
 */
function placeNewcomers(next: Picture): boolean {
  const isLayoutAsked = view.layout.value !== 'given' && view.positions.value.size === 0;
  const unplaced = [...next.nodes.keys()].filter((id) => placeOf(id) === undefined);
  if (isLayoutAsked) return true;
  if (unplaced.length === 0) return false;
  if (unplaced.length === next.nodes.size) return true;
  const bySource = new Map<string | undefined, string[]>();
  for (const id of unplaced) {
    const source = sourceOf(id, next);
    bySource.set(source, [...(bySource.get(source) ?? []), id]);
  }
  const placed = new Map(view.positions.value);
  for (const [source, ids] of bySource) {
    const taken = [...next.nodes.keys()].flatMap((id) => placed.get(id) ?? placeOf(id) ?? []);
    const from = (source && (placed.get(source) ?? placeOf(source))) || (taken[0] ?? { x: 0, y: 0 });
    for (const [id, place] of placeAround(from, taken, ids)) placed.set(id, place);
  }
  view.positions.value = placed;
  return false;
}

/** The node on screen beside which a newcomer belongs: the one that brought it, else a neighbour with a place. */
function sourceOf(id: string, next: Picture): string | undefined {
  const bringer = next.broughtBy.get(id);
  if (bringer !== undefined && placeOf(bringer)) return bringer;
  for (const { start: from, end } of next.relationships.values()) {
    if (from === id && placeOf(end)) return end;
    if (end === id && placeOf(from)) return from;
  }
  return undefined;
}

/** Opens a new picture; everything that belonged to the earlier one is let go. */
export function openBase(base: Base, layout: view.Layout): Promise<Outcome> {
  batch(() => {
    view.base.value = base;
    view.steps.value = [];
    view.positions.value = new Map();
    view.labelsOff.value = new Set();
    view.camera.value = null;
    view.selectedId.value = null;
    view.pathFrom.value = null;
    view.layout.value = layout;
    view.sheet.value = null;
  });
  return refresh();
}
