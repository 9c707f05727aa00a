import { batch } from '@preact/signals-core';
import type { Point, Question } from '../../server/contract.ts';
import { record, revoke } from './history.ts';
import { announce, notify } from './notices.ts';
import { isShown, nameOfId, picture } from './picture.ts';
import { inLocale, t } from './locale.ts';
import { labelTitle } from './ontology.ts';
import { isLayoutWanted, openBase, refresh } from './session.ts';
import * as view from './view.ts';

/** What a reader can do; panels, canvas and keyboard all call these. */

const longestTrail = 50;

/** Selects a node or a relationship (or nothing). Costs no request and moves nothing. */
export function select(id: string | null): void {
  if (view.pathFrom.value !== null && id !== null && picture.value.nodes.has(id)) {
    void findPath(view.pathFrom.value, id);
    return;
  }
  const before = view.selectedId.value;
  if (id === before) return;
  // A closed inspector starts a new trail.
  view.trail.value = id === null || before === null ? [] : [...view.trail.value, before].slice(-longestTrail);
  view.selectedId.value = id;
  if (id !== null) announce('announce.selected', { name: nameOfId(id) });
}

/** Back to what was selected before. */
export function selectPrevious(): void {
  const previous = view.trail.value.at(-1);
  if (previous === undefined) return;
  view.trail.value = view.trail.value.slice(0, -1);
  view.selectedId.value = previous;
  announce('announce.selected', { name: nameOfId(previous) });
}

/** Shows a node that search found: selects it where it stands, or brings it with its neighbours. */
export async function reveal(id: string): Promise<void> {
  if (view.pathFrom.value !== null) return findPath(view.pathFrom.value, id);
  const node = picture.value.nodes.get(id);
  if (node && !isShown(node)) showAllLabels();
  select(id);
  if (!node) await expand(id);
  view.soughtId.value = id;
}

/**
 * Brings the picture to the view. An act that cannot be done is taken back, so that nothing later depends on it; one that
 * only has to wait for the server stays, and is done when that is back.
 */
async function isDone(): Promise<boolean> {
  const outcome = await refresh();
  if (outcome === 'failed') revoke();
  return outcome === 'shown';
}

/** Brings a node's neighbours, or `expandBy` more of them. One request; nothing that was there moves. */
export async function expand(id: string): Promise<void> {
  const before = picture.value.nodes.size;
  const limit = Math.min(view.expansionOf(id) + view.expandBy, view.expandMost);
  record('act.expand', { name: nameOfId(id) });
  view.steps.value = view.withStep(view.steps.value, { kind: 'expand', id, limit });
  if (!(await isDone())) return;
  announce('announce.expanded', { name: nameOfId(id), n: Math.max(0, picture.value.nodes.size - before) });
}

/** Takes away what a node's expansion brought, and what was expanded from that. */
export async function collapse(id: string): Promise<void> {
  const gone = descendantsOf(id);
  record('act.collapse', { name: nameOfId(id) });
  view.steps.value = view.steps.value.filter(
    (step) => step.kind !== 'expand' || (step.id !== id && !gone.has(step.id)),
  );
  if (!(await isDone())) return;
  announce('announce.collapsed', { name: nameOfId(id) });
}

/** All nodes that were brought by a node, or by one that it brought. */
function descendantsOf(id: string): Set<string> {
  const found = new Set<string>();
  const queue = [id];
  for (const source of queue) {
    for (const [node, bringer] of picture.value.broughtBy) {
      if (bringer !== source || found.has(node)) continue;
      found.add(node);
      queue.push(node);
    }
  }
  return found;
}

/** Takes a node off the picture. */
export async function hide(id: string): Promise<void> {
  record('act.hide', { name: nameOfId(id) });
  view.steps.value = view.withStep(view.steps.value, { kind: 'hide', id });
  if (view.selectedId.value === id) view.selectedId.value = null;
  if (!(await isDone())) return;
  announce('announce.hidden', { name: nameOfId(id) });
}

/** Starts picking a path from a node; the next node that is selected or found is its end. */
export function startPath(id: string): void {
  view.pathFrom.value = id;
}

export function cancelPath(): void {
  view.pathFrom.value = null;
}

/** Shows the shortest path between two nodes, with a notice where there is none. */
async function findPath(from: string, to: string): Promise<void> {
  if (from === to) return;
  const values = { from: nameOfId(from), to: nameOfId(to) };
  record('act.path', values);
  batch(() => {
    view.pathFrom.value = null;
    view.selectedId.value = null;
    view.trail.value = [];
    view.steps.value = view.withStep(view.steps.value, { kind: 'path', from, to });
  });
  if (!(await isDone())) return;
  const { path } = picture.value;
  if (path.length > 0) {
    announce('path.found', { ...values, n: (path.length - 1) / 2 });
    return;
  }
  revoke();
  notify({ kind: 'word', word: 'path.none', values });
}

/** Puts the path away, with the nodes that it brought. */
export async function clearPath(): Promise<void> {
  record('act.clearPath');
  view.steps.value = view.withoutPath(view.steps.value);
  await isDone();
}

/** Lays the picture out anew: an explicit act. */
export function layOut(layout: Exclude<view.Layout, 'given'>): void {
  record('act.layout', { layout: t(`layout.${layout}`) });
  batch(() => {
    view.layout.value = layout;
    view.camera.value = null;
    isLayoutWanted.value = true;
  });
}

/** Opens the picture that answers a question. */
export async function ask(question: Question, parameters: Record<string, string>): Promise<void> {
  record('act.open', { name: inLocale(question.title) });
  await openBase({ query: question.query, parameters }, question.layout);
}

/** Back to the first picture as it was shipped. */
export async function goHome(): Promise<void> {
  record('act.open', { name: t('overview.title') });
  await openBase(view.overview, 'given');
}

/** Puts a node where the reader dragged it. */
export function move(id: string, point: Point): void {
  record('act.move', { name: nameOfId(id) });
  place([[id, point]]);
}

/** Keeps where a layout put nodes. */
export function place(places: Iterable<readonly [string, Point]>): void {
  view.positions.value = new Map([...view.positions.value, ...places]);
}

/** Lets a label through the legend's filter, or holds it back. */
export function toggleLabel(label: string): void {
  const off = new Set(view.labelsOff.value);
  const isShownAgain = off.delete(label);
  record(isShownAgain ? 'act.show' : 'act.filter', { label: labelTitle(label) });
  if (!isShownAgain) off.add(label);
  view.labelsOff.value = off;
}

export function showAllLabels(): void {
  record('act.showAll');
  view.labelsOff.value = new Set();
}
