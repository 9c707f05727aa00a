import { batch } from '@preact/signals-core';
import { isDone, record } from '../view/history.ts';
import { announce, notify } from '../notices.ts';
import { chosenPath, nameOfId, onPaths, picture } from './picture.ts';
import { refresh } from '../view/session.ts';
import * as view from '../view/view.ts';
import type { PathStep } from '../view/view.ts';

/** What a reader can ask of the paths between two nodes. */

/** Steps that the server follows at most: all paths are many more than the shortest ones. */
export const mostHops: Record<view.PathKind, number> = { shortest: 8, 'all-shortest': 8, all: 4 };

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
    view.sheet.value = null;
    view.selectedId.value = null;
    view.selectedIds.value = new Set();
    view.trail.value = [];
    chosenPath.value = null;
    view.addStep({ kind: 'path', from, to, pathKind, maxHops, avoid });
  });
  if (!(await isDone(revoke))) return;
  const { paths } = picture.value;
  const [first] = paths;
  if (first) {
    view.soughtIds.value = [...onPaths.value];
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
  view.soughtIds.value = path;
  const values = { i: index + 1, paths: paths.length, n: (path.length - 1) / 2 };
  announce('announce.pathChosen', values);
}

/** Puts the path away, with the nodes that it brought. */
export async function clearPath(): Promise<void> {
  const revoke = record('act.clearPath');
  view.steps.value = view.withoutPath(view.steps.value);
  await isDone(revoke);
}
