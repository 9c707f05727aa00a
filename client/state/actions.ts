import { batch } from '@preact/signals-core';
import type { Point } from '../../server/contract.ts';
import { announce, notify } from './notices.ts';
import { isShown, nameOfId, picture } from './picture.ts';
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
  if (node && !isShown(node)) view.labelsOff.value = new Set();
  select(id);
  if (!node) await expand(id);
  view.soughtId.value = id;
}

/** Brings a node's neighbours, or `expandBy` more of them. One request; nothing that was there moves. */
export async function expand(id: string): Promise<void> {
  const before = picture.value.nodes.size;
  const limit = view.expansionOf(id) + view.expandBy;
  view.steps.value = view.withStep(view.steps.value, { kind: 'expand', id, limit });
  await refresh();
  announce('announce.expanded', { name: nameOfId(id), n: Math.max(0, picture.value.nodes.size - before) });
}

/** Takes away what a node's expansion brought, and what was expanded from that. */
export async function collapse(id: string): Promise<void> {
  const gone = descendantsOf(id);
  view.steps.value = view.steps.value.filter(
    (step) => step.kind !== 'expand' || (step.id !== id && !gone.has(step.id)),
  );
  await refresh();
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
  view.steps.value = view.withStep(view.steps.value, { kind: 'hide', id });
  if (view.selectedId.value === id) view.selectedId.value = null;
  await refresh();
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
  batch(() => {
    view.pathFrom.value = null;
    view.selectedId.value = null;
    view.trail.value = [];
    view.steps.value = view.withStep(view.steps.value, { kind: 'path', from, to });
  });
  await refresh();
  const { path } = picture.value;
  const values = { from: nameOfId(from), to: nameOfId(to) };
  if (path.length > 0) {
    announce('path.found', { ...values, n: (path.length - 1) / 2 });
    return;
  }
  view.steps.value = view.withoutPath(view.steps.value);
  notify({ kind: 'word', word: 'path.none', values });
}

/** Puts the path away, with the nodes that it brought. */
export async function clearPath(): Promise<void> {
  view.steps.value = view.withoutPath(view.steps.value);
  await refresh();
}

/** Lays the picture out anew: an explicit act. */
export function layOut(layout: Exclude<view.Layout, 'given'>): void {
  batch(() => {
    view.layout.value = layout;
    view.camera.value = null;
    isLayoutWanted.value = true;
  });
}

/** Back to the first picture as it was shipped. */
export function goHome(): Promise<void> {
  return openBase(view.overview, 'given');
}

/** Keeps where nodes were put, by dragging or by a layout. */
export function place(places: Iterable<readonly [string, Point]>): void {
  view.positions.value = new Map([...view.positions.value, ...places]);
}

/** Lets a label through the legend's filter, or holds it back. */
export function toggleLabel(label: string): void {
  const off = new Set(view.labelsOff.value);
  if (!off.delete(label)) off.add(label);
  view.labelsOff.value = off;
}

export function showAllLabels(): void {
  view.labelsOff.value = new Set();
}
