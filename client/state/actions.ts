import { batch } from '@preact/signals-core';
import type { Point, Question } from '../../server/contract.ts';
import { clearFilters } from './filter-actions.ts';
import { isShown } from './filters.ts';
import { isDone, record } from './history.ts';
import { announce, notify } from './notices.ts';
import { t } from './locale.ts';
import { legendLabelOf } from './ontology.ts';
import { chosenPath, nameOfId, picture } from './picture.ts';
import { isLayoutWanted, openBase, refresh } from './session.ts';
import { named } from './told.ts';
import * as view from './view.ts';
import type { PathStep, Step } from './view.ts';

/** What a reader can do; panels, canvas and keyboard all call these. */

const longestTrail = 50;

/** Steps that the server follows at most: all paths are many more than the shortest ones. */
export const mostHops: Record<view.PathKind, number> = { shortest: 8, 'all-shortest': 8, all: 4 };

/** Selects a node or a relationship (or nothing). Costs no request and moves nothing. */
export function select(id: string | null): void {
  if (view.pathFrom.value !== null && id !== null && picture.value.nodes.has(id)) {
    void findPath(view.pathFrom.value, id);
    return;
  }
  if (view.selectedIds.value.size > 0) view.selectedIds.value = new Set();
  const before = view.selectedId.value;
  if (id === before) return;
  // A closed inspector starts a new trail.
  view.trail.value = id === null || before === null ? [] : [...view.trail.value, before].slice(-longestTrail);
  view.selectedId.value = id;
  if (id !== null) announce('announce.selected', { name: nameOfId(id) });
}

/** Selects several nodes together; one is selected as usual, and none lets go of all. */
export function selectMany(ids: Iterable<string>): void {
  const chosen = [...new Set(ids)].filter((id) => picture.value.nodes.has(id));
  if (chosen.length < 2) {
    select(chosen[0] ?? null);
    return;
  }
  batch(() => {
    view.selectedId.value = null;
    view.trail.value = [];
    view.selectedIds.value = new Set(chosen);
  });
  announce('announce.selectedMany', { n: chosen.length });
}

/** Selects everything that is shown of the picture, or all of one label of the legend. */
export function selectAll(label?: string): void {
  const shown = [...picture.value.nodes.values()].filter(isShown);
  selectMany(shown.filter((node) => label === undefined || legendLabelOf(node).name === label).map(({ id }) => id));
}

/** Adds a node to those that are selected together, or lets it go from them. */
export function toggleSelected(id: string): void {
  const { value: single } = view.selectedId;
  const chosen = new Set(view.selectedIds.value);
  if (chosen.size === 0 && single !== null) chosen.add(single);
  if (!chosen.delete(id)) chosen.add(id);
  selectMany(chosen);
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
  if (node && !isShown(node)) clearFilters();
  select(id);
  if (!node) await expand(id);
  view.soughtId.value = id;
}

function addStep(step: Step): void {
  view.steps.value = view.withStep(view.steps.value, step);
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
    addStep({ kind: 'expand', id, limit, kinds: sorted });
  }
  if (!(await isDone(revoke))) return;
  announce('announce.expanded', { name: named(ids), n: Math.max(0, picture.value.nodes.size - before) });
}

/** Brings one neighbour that an expansion left out. */
export async function bring(source: string, id: string): Promise<void> {
  const revoke = record('act.bring', { name: { ids: [id] } });
  addStep({ kind: 'bring', source, id });
  if (!(await isDone(revoke))) return;
  announce('announce.brought', { name: nameOfId(id) });
}

/** Brings what all of several nodes are related to. */
export async function findCommon(ids: readonly string[]): Promise<void> {
  const before = picture.value.nodes.size;
  const values = { name: named(ids) };
  const revoke = record('act.common', { name: { ids } });
  addStep({ kind: 'common', ids: ids.toSorted() });
  if (!(await isDone(revoke))) return;
  announce('announce.common', { ...values, n: picture.value.nodes.size - before });
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
  addStep({ kind: 'hide', ids });
  letGoOf(ids);
  if (!(await isDone(revoke))) return;
  announce('announce.hidden', { name });
}

function letGoOf(ids: readonly string[]): void {
  if (ids.some((id) => id === view.selectedId.value)) view.selectedId.value = null;
  view.selectedIds.value = new Set();
}

/** Takes everything else off the picture; with no node at all, the picture is empty. */
export async function keepOnly(ids: readonly string[]): Promise<void> {
  const revoke = record(ids.length === 0 ? 'act.clear' : 'act.keep', { name: { ids } });
  addStep({ kind: 'keep', ids });
  if (!ids.some((id) => id === view.selectedId.value)) view.selectedId.value = null;
  await isDone(revoke);
}

/** Holds nodes where they are, whatever layout is asked for. */
export function pin(ids: readonly string[]): void {
  record('act.pin', { name: { ids } });
  view.pins.value = new Set([...view.pins.value, ...ids]);
}

export function unpin(ids: readonly string[]): void {
  record('act.unpin', { name: { ids } });
  view.pins.value = new Set([...view.pins.value].filter((id) => !ids.includes(id)));
}

/** Draws nodes together under a name. A node is in one group: it leaves the one that it was in. */
export function group(ids: readonly string[]): void {
  const numbers = view.groups.value.map(({ id }) => Number(id.split('\n')[1]));
  const number = Math.max(0, ...numbers) + 1;
  const name = t('group.name', { n: number });
  record('act.group', { name: { ids } });
  const others = view.groups.value.map((other) => ({ ...other, ids: other.ids.filter((id) => !ids.includes(id)) }));
  view.groups.value = [
    ...others.filter((other) => other.ids.length > 0),
    // No node of a graph has such an id.
    { id: `group\n${number}`, name, ids: ids.toSorted(), isFolded: false },
  ];
  announce('announce.grouped', { name, n: ids.length });
}

export function ungroup(id: string): void {
  record('act.ungroup', { name: groupName(id) });
  view.groups.value = view.groups.value.filter((other) => other.id !== id);
  if (view.selectedId.value === id) view.selectedId.value = null;
}

/** Lets one node stand for a whole group, or shows its members again. */
export function toggleFolded(id: string): void {
  const isFolded = view.groups.value.some((other) => other.id === id && other.isFolded);
  record(isFolded ? 'act.unfold' : 'act.fold', { name: groupName(id) });
  view.groups.value = view.groups.value.map((other) => (other.id === id ? { ...other, isFolded: !isFolded } : other));
}

export function renameGroup(id: string, name: string): void {
  if (name === groupName(id)) return;
  record('act.renameGroup', { name });
  view.groups.value = view.groups.value.map((other) => (other.id === id ? { ...other, name } : other));
}

const groupName = (id: string): string => view.groups.value.find((other) => other.id === id)?.name ?? '';

/** Starts picking a path from a node; the next node that is selected or found is its end. */
export function startPath(id: string): void {
  view.pathFrom.value = id;
}

export function cancelPath(): void {
  view.pathFrom.value = null;
}

/** Shows paths between two nodes, the shortest unless asked otherwise, with a notice where there is none. */
export async function findPath(
  from: string,
  to: string,
  options: Partial<Pick<PathStep, 'pathKind' | 'maxHops' | 'avoid'>> = {},
): Promise<void> {
  if (from === to) return;
  const { pathKind = 'shortest', maxHops = view.usualHops, avoid = null } = options;
  const values = { from: nameOfId(from), to: nameOfId(to) };
  const revoke = record('act.path', { from: { ids: [from] }, to: { ids: [to] } });
  batch(() => {
    view.pathFrom.value = null;
    view.selectedId.value = null;
    view.selectedIds.value = new Set();
    view.trail.value = [];
    chosenPath.value = null;
    addStep({ kind: 'path', from, to, pathKind, maxHops, avoid });
  });
  if (!(await isDone(revoke))) return;
  const { paths } = picture.value;
  const [first] = paths;
  if (first) {
    announce('path.found', { ...values, n: (first.length - 1) / 2, paths: paths.length });
    return;
  }
  revoke();
  // There may have been another path before.
  await refresh();
  const isWidest = maxHops >= mostHops.shortest && avoid?.length === 0;
  const widest = { pathKind: 'shortest', maxHops: mostHops.shortest, avoid: [] } as const;
  notify({
    kind: 'word',
    word: isWidest ? 'path.noneAtAll' : 'path.none',
    values: { ...values, n: maxHops },
    ...(!isWidest && { act: { word: 'path.widen', run: () => void findPath(from, to, widest) } }),
  });
}

/** Asks for the paths between the same two nodes in another way. */
export async function refinePath(change: Partial<Pick<PathStep, 'pathKind' | 'maxHops' | 'avoid'>>): Promise<void> {
  const step = view.pathStep();
  if (!step) return;
  const { from, to, pathKind, maxHops, avoid } = { ...step, ...change };
  await findPath(from, to, { pathKind, maxHops: Math.min(maxHops, mostHops[pathKind]), avoid });
}

/** Lets one of several paths stand out; null for all of them. */
export function choosePath(index: number | null): void {
  chosenPath.value = index;
  const { paths } = picture.value;
  const path = index === null ? undefined : paths[index];
  if (index === null || !path) return;
  const values = { i: index + 1, paths: paths.length, n: (path.length - 1) / 2 };
  announce('announce.pathChosen', values);
}

/** Puts the path away, with the nodes that it brought. */
export async function clearPath(): Promise<void> {
  const revoke = record('act.clearPath');
  view.steps.value = view.withoutPath(view.steps.value);
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

/** Opens the picture that answers a question. */
export async function ask(question: Question, parameters: Record<string, string>): Promise<void> {
  const revoke = record('act.open', { name: question.title });
  await isDone(revoke, openBase({ query: question.query, parameters }, question.layout));
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
