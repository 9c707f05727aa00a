import { batch, signal } from '@preact/signals-core';
import type { Answer, Graph, Point, Problem } from '../../server/contract.ts';
import { getOntology, referencesIn, runQuery } from '../api/api.ts';
import type { QueryParameters } from '../api/api.ts';
import { announce, isAbsence, notify, problemOf } from './notices.ts';
import type { Notice } from './notices.ts';
import { ontology, structuralTypes } from './ontology.ts';
import { baseAnswer, chosenPath, emptyPicture, isKnown, learn, picture, pictureOf } from './picture.ts';
import type { AnsweredStep, Picture, StepAnswer } from './picture.ts';
import { loadPassages, passages } from './passages.ts';
import { placeAround } from './place-around.ts';
import * as view from './view.ts';
import type { Base, ExpandStep, Step } from './view.ts';

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
  // A graph that is no document's has no passages.
  if (ontology.value?.key && passages.value.length === 0) await loadPassages();
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
    const answered = await answerSteps(view.steps.value, stopped);
    await meetSelection(stopped);
    if (stopped.aborted) return 'dropped';
    show(answer, answered);
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

/** What the server answered to the steps so far as it could make anything of them; of the others a notice tells. */
async function answerSteps(steps: readonly Step[], stopped: AbortSignal): Promise<AnsweredStep[]> {
  await fetchExpansions(steps, stopped);
  const answered = await Promise.all(
    steps.map(async (step): Promise<AnsweredStep[]> => {
      try {
        return [await answerStep(step, stopped)];
      } catch (error) {
        const { code, values } = partThatIsGone(error, stopped);
        // The link asks for what the server cannot make sense of; what it is about may well be there.
        if (code === 'invalid-parameter') notify({ kind: 'word', word: 'notice.link', values: { what: 's' } });
        else notify({ kind: 'word', word: 'notice.gone', values: { id: values?.['id'] ?? mainIdOf(step) } });
        return [];
      }
    }),
  );
  return answered.flat();
}

/** The id that a step is mainly about. */
const mainIdOf = (step: Step): string => ('from' in step ? step.from : 'id' in step ? step.id : (step.ids[0] ?? ''));

async function answerStep(step: Step, stopped: AbortSignal): Promise<AnsweredStep> {
  switch (step.kind) {
    case 'hide':
    case 'keep':
      return { step };
    case 'expand': {
      const answer = expansions.get(expansionKey(step)) ?? (await fetchExpansion([step], stopped)).get(step.id);
      return { step, ...(answer && { answer }) };
    }
    case 'bring': {
      const { graph } = await answerOf('neighbours', { ids: [step.source], others: [step.id] }, stopped);
      return { step, answer: { graph } };
    }
    case 'common': {
      const { graph } = await answerOf('common-neighbours', { ids: step.ids }, stopped);
      return { step, answer: { graph } };
    }
    case 'path': {
      const { from, to, pathKind, maxHops, avoid } = step;
      const parameters = { from, to, kind: pathKind, maxHops, ...(avoid !== null && { avoid }) };
      const answer = await answerOf('paths', parameters, stopped);
      return { step, answer: { graph: answer.graph, paths: pathsOf(answer) } };
    }
  }
}

/** Expansions that have arrived, a node's each, by what was asked for; the oldest give way. */
const expansions = new Map<string, StepAnswer>();
const mostExpansions = 1_000;

const expansionKey = ({ id, limit, kinds }: ExpandStep): string => JSON.stringify([id, limit, kinds]);

/** Asks for all expansions that have not arrived: one request for all that are asked for alike. */
async function fetchExpansions(steps: readonly Step[], stopped: AbortSignal): Promise<void> {
  const missing = steps.filter(
    (step): step is ExpandStep => step.kind === 'expand' && !expansions.has(expansionKey(step)),
  );
  const alike = new Map<string, ExpandStep[]>();
  for (const step of missing) {
    const key = JSON.stringify([step.limit, step.kinds, isPassage(step.id)]);
    alike.set(key, [...(alike.get(key) ?? []), step]);
  }
  const requests = [...alike.values()].flatMap((group) => inChunks(group, mostIds));
  // A request for several fails as a whole where one of them is gone; each is then asked for by itself.
  await Promise.all(
    requests.filter((group) => group.length > 1).map((group) => fetchExpansion(group, stopped).catch(() => undefined)),
  );
}

/** Ids that one request may have. */
export const mostIds = 200;

function inChunks<Item>(items: readonly Item[], size: number): Item[][] {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size),
  );
}

/** Expansions that are asked for alike, by the expanded node. */
async function fetchExpansion(group: readonly ExpandStep[], stopped: AbortSignal): Promise<Map<string, StepAnswer>> {
  const [first] = group;
  if (!first) return new Map();
  const ids = [...new Set(group.map(({ id }) => id))];
  const answer = await runQuery('neighbours', neighbourParameters(ids, first), stopped);
  learn(answer.graph);
  const parts = expansionsIn(answer);
  for (const step of group) {
    const part = parts.get(step.id);
    if (part) expansions.set(expansionKey(step), part);
  }
  for (const key of expansions.keys()) {
    if (expansions.size <= mostExpansions) break;
    expansions.delete(key);
  }
  return parts;
}

/** The parts of an answer that belong to each of the nodes that were expanded together. */
function expansionsIn({ graph, table }: Answer): Map<string, StepAnswer> {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = new Map(graph.relationships.map((relationship) => [relationship.id, relationship]));
  const totalAt = table.columns.indexOf('total');
  return new Map(
    table.rows.flatMap((row) => {
      const found = referencesIn(row);
      const [id] = found.nodes;
      const total = row[totalAt];
      if (id === undefined) return [];
      const own = found.relationships.flatMap((key) => relationships.get(key) ?? []);
      const ends = own.flatMap(({ start: from, end }) => [from, end]);
      const part: Graph = {
        nodes: [...new Set([...found.nodes, ...ends])].flatMap((key) => nodes.get(key) ?? []),
        relationships: own,
      };
      return [[id, { graph: part, total: typeof total === 'number' ? total : own.length }] as const];
    }),
  );
}

/** The paths in an answer, each the ids of its nodes and relationships in order. */
function pathsOf({ table }: Answer): string[][] {
  return table.rows.flatMap((row) => {
    const cell = row.find((value) => typeof value === 'object' && value !== null && '$path' in value);
    if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return [];
    const ids = cell['$path'];
    return Array.isArray(ids) ? [ids.map(String)] : [];
  });
}

/** The problem of one part of the view, without which the rest can be shown; any other is thrown on. */
function partThatIsGone(error: unknown, stopped: AbortSignal): Problem {
  const problem = problemOf(error);
  if (stopped.aborted || !partialProblems.has(problem.code)) throw error;
  return problem;
}

/** What a link may bring that the graph, or the server, does not know. */
const partialProblems = new Set(['unknown-node', 'unknown-relationship', 'invalid-parameter']);

/** Types that hold the document together are left out unless asked for, but for a passage, which has no others. */
export function neighbourParameters(
  ids: string[],
  { limit, kinds }: Pick<ExpandStep, 'limit' | 'kinds'>,
): QueryParameters {
  if (kinds !== null) return { ids, limit, kinds };
  if (ids.every(isPassage)) return { ids, limit };
  return { ids, limit, avoid: structuralTypes.value };
}

const isPassage = (id: string): boolean => passages.value.some((passage) => passage.id === id);

/** A selected thing that has not arrived (a link to it has) is fetched; one that is gone is told and let go. */
async function meetSelection(stopped: AbortSignal): Promise<void> {
  const id = view.selectedId.value;
  // Groups, and what an expansion left out, are of the view: the server knows nothing of them.
  if (id === null || isKnown(id) || id.includes('\n')) return;
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
    if (answer.truncated) {
      notify({ kind: 'word', word: 'notice.truncated', values: { n: answer.table.rows.length } });
    }
    if (isUnplaced) isLayoutWanted.value = true;
  });
  announce('announce.loaded', { nodes: next.nodes.size, relationships: next.relationships.size });
}

/** What is selected together is in the picture, and a selected group is there: a link, or undoing, may know better. */
function letGoOfWhatIsNotIn({ nodes }: Picture): void {
  const { selectedId, selectedIds, groups } = view;
  const present = [...selectedIds.value].filter((id) => nodes.has(id));
  if (present.length < selectedIds.value.size) {
    selectedIds.value = new Set(present.length > 1 ? present : []);
    if (present.length === 1) selectedId.value = present[0] ?? null;
  }
  const isGroup = selectedId.value?.startsWith('group\n') ?? false;
  if (isGroup && !groups.value.some(({ id }) => id === selectedId.value)) selectedId.value = null;
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
  const unplaced = [...next.nodes.keys(), ...next.more.keys()].filter((id) => placeOf(id) === undefined);
  if (isLayoutAsked) return true;
  if (unplaced.length === 0) return false;
  if (unplaced.length >= next.nodes.size) return true;
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
  const bringer = next.more.get(id)?.source ?? next.broughtBy.get(id);
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
    view.setSnapshot(view.freshSnapshot(base, layout));
    view.camera.value = null;
    view.selectedId.value = null;
    view.selectedIds.value = new Set();
    view.pathFrom.value = null;
    view.sheet.value = null;
  });
  return refresh();
}
