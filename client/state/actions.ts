import { batch } from '@preact/signals-core';
import type { Question } from '../../server/contract/data-set/question.ts';
import type { Point } from '../../server/contract/point.ts';
import { clearFilters } from './picture/filter-actions.ts';
import { isShown } from './picture/filters.ts';
import { isDone, record } from './view/history.ts';
import { announce } from './notices.ts';
import { findPath } from './picture/path-actions.ts';
import { isOfChart, nameOfId, picture } from './picture/picture.ts';
import { select } from './picture/select-actions.ts';
import { baseOfQuestion, fillingsOf, lookAtAnswer } from './questions.ts';
import type { Fillings } from './questions.ts';
import { isLayoutWanted, openBase } from './view/session.ts';
import { showSurface } from './picture/surface-actions.ts';
import { named } from './view/told.ts';
import * as view from './view/view.ts';

/**
 * What a reader can do with what is on the picture; panels, canvas and keyboard all call these. Selecting, filtering,
 * grouping and paths have files of their own beside this one.
 */

/** Shows a node that search found: selects it where it stands, or brings it with its neighbours. */
export async function reveal(id: string): Promise<void> {
  if (view.pathFrom.value !== null) return findPath(view.pathFrom.value, id);
  if (view.surface.value === 'chart' && isOfChart(id)) {
    select(id);
    view.soughtIds.value = [id];
    return;
  }
  showSurface('picture', view.twin.value);
  const node = picture.value.nodes.get(id);
  if (node && !isShown(node)) clearFilters();
  select(id);
  if (!node) await expand(id);
  view.soughtIds.value = [id];
}

/**
 * Brings a node's neighbours, or `expandBy` more of them. One request; nothing that was there moves.
 * @param kinds directions with types such as `out:LEADS`; null for all but those that hold the document together
 */
export async function expand(id: string, kinds: readonly string[] | null = null): Promise<void> {
  await expandAll([id], kinds);
}

/** Brings the neighbours of several nodes, `by` more of each, with one request. */
export async function expandAll(
  ids: readonly string[],
  kinds: readonly string[] | null = null,
  by = view.expandBy,
): Promise<void> {
  const before = picture.value.nodes.size;
  const revoke = record('act.expand', { name: { ids } });
  const sorted = kinds && kinds.toSorted();
  for (const id of ids) {
    const limit = Math.min(view.expansionOf(id, sorted) + by, view.expandMost);
    view.addStep({ kind: 'expand', id, limit, kinds: sorted });
  }
  if (!(await isDone(revoke))) return;
  announce('announce.expanded', { name: named(ids), n: Math.max(0, picture.value.nodes.size - before) });
}

/** Brings one neighbour that an expansion left out. */
export async function bring(source: string, id: string): Promise<void> {
  const revoke = record('act.bring', { name: { ids: [id] } });
  view.addStep({ kind: 'bring', source, id });
  if (!(await isDone(revoke))) return;
  view.soughtIds.value = [id];
  announce('announce.brought', { name: nameOfId(id) });
}

/** Brings what all of several nodes are related to. */
export async function findCommon(ids: readonly string[]): Promise<void> {
  const before = picture.value.nodes;
  const values = { name: named(ids) };
  const revoke = record('act.common', { name: { ids } });
  view.addStep({ kind: 'common', ids: ids.toSorted() });
  if (!(await isDone(revoke))) return;
  const brought = [...picture.value.nodes.keys()].filter((id) => !before.has(id));
  view.soughtIds.value = brought;
  announce('announce.common', { ...values, n: brought.length });
}

/** Takes away what a node's expansions brought, and what was expanded from that. */
export async function collapse(id: string): Promise<void> {
  const gone = descendantsOf(id).add(id);
  const revoke = record('act.collapse', { name: { ids: [id] } });
  view.steps.value = view.steps.value.filter((step) => {
    if (step.kind === 'expand') return !gone.has(step.id);
    return step.kind !== 'bring' || !gone.has(step.source);
  });
  if (!(await isDone(revoke))) return;
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

/** Takes nodes off the picture. */
export async function hide(ids: readonly string[]): Promise<void> {
  const name = named(ids);
  const revoke = record('act.hide', { name: { ids } });
  view.addStep({ kind: 'hide', ids });
  letGoOf(ids);
  if (!(await isDone(revoke))) return;
  announce('announce.hidden', { name });
}

/** Shows again all that was taken off and would be on the picture otherwise. */
export async function showHidden(): Promise<void> {
  const { hidden } = picture.value;
  const revoke = record('act.showHidden');
  view.steps.value = view.steps.value.filter(({ kind }) => kind !== 'hide');
  if (!(await isDone(revoke))) return;
  announce('announce.shownAgain', { name: named([...hidden]) });
}

function letGoOf(ids: readonly string[]): void {
  if (ids.some((id) => id === view.selectedId.value)) view.selectedId.value = null;
  view.selectedIds.value = new Set();
}

/** Takes everything else off the picture; with no node at all, the picture is empty. */
export async function keepOnly(ids: readonly string[]): Promise<void> {
  const revoke = record(ids.length === 0 ? 'act.clear' : 'act.keep', { name: { ids } });
  view.addStep({ kind: 'keep', ids });
  if (!ids.some((id) => id === view.selectedId.value)) view.selectedId.value = null;
  await isDone(revoke);
}

/** Lays the picture out anew: an explicit act. Pinned nodes stay. */
export function layOut(layout: Exclude<view.Layout, 'given'>): void {
  record('act.layout', { layout: { word: `layout.${layout}` } });
  batch(() => {
    view.layout.value = layout;
    view.camera.value = null;
    isLayoutWanted.value = true;
  });
}

/** Opens the picture that answers a question, with what the reader filled into its blanks. */
export async function ask(question: Question, fillings: Fillings = {}): Promise<void> {
  const revoke = record('act.open', { name: { question: question.id, fillings: fillingsOf(question, fillings) } });
  lookAtAnswer(question);
  await isDone(revoke, openBase(baseOfQuestion(question, fillings), question.layout));
}

/** Back to the first picture as it was shipped. */
export async function goHome(): Promise<void> {
  const revoke = record('act.open', { name: { word: 'overview.title' } });
  await isDone(revoke, openBase(view.overview, 'given'));
}

/** Puts a node where the reader dragged it, and holds it there. */
export function move(id: string, point: Point): void {
  moveMany([[id, point]]);
}

/** Puts nodes where the reader dragged them together, and holds them there. One act. */
export function moveMany(places: readonly (readonly [string, Point])[]): void {
  const ids = places.map(([id]) => id);
  record('act.move', { name: { ids } });
  batch(() => {
    place(places);
    view.pins.value = new Set([...view.pins.value, ...ids]);
  });
}

/** Keeps where a layout put nodes. */
export function place(places: Iterable<readonly [string, Point]>): void {
  view.positions.value = new Map([...view.positions.value, ...places]);
}
