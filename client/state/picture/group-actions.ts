import { record } from '../view/history.ts';
import { announce } from '../notices.ts';
import { groupName } from './picture.ts';
import type { Told } from '../view/told.ts';
import * as view from '../view/view.ts';

/** What a reader can do to hold nodes in a place and together. */

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
  const number = Math.max(0, ...view.groups.value.map(({ id }) => view.groupNumber(id))) + 1;
  const drawn = { id: view.groupId(number), name: '', ids: ids.toSorted(), isFolded: false };
  record('act.group', { name: { ids } });
  const others = view.groups.value.map((other) => ({ ...other, ids: other.ids.filter((id) => !ids.includes(id)) }));
  view.groups.value = [...others.filter((other) => other.ids.length > 0), drawn];
  announce('announce.grouped', { name: groupName(drawn), n: ids.length });
}

export function ungroup(id: string): void {
  record('act.ungroup', { name: toldName(id) });
  view.groups.value = view.groups.value.filter((other) => other.id !== id);
  if (view.selectedId.value === id) view.selectedId.value = null;
}

/** Lets one node stand for a whole group, or shows its members again. */
export function toggleFolded(id: string): void {
  const isFolded = view.groups.value.some((other) => other.id === id && other.isFolded);
  record(isFolded ? 'act.unfold' : 'act.fold', { name: toldName(id) });
  view.groups.value = view.groups.value.map((other) => (other.id === id ? { ...other, isFolded: !isFolded } : other));
}

export function renameGroup(id: string, name: string): void {
  const before = groupOf(id);
  if (!before || name === groupName(before)) return;
  record('act.renameGroup', { name });
  view.groups.value = view.groups.value.map((other) => (other.id === id ? { ...other, name } : other));
}

const groupOf = (id: string): view.Group | undefined => view.groups.value.find((other) => other.id === id);

/** A group's name as it is at an act, which is told later: the group may be gone by then, or called otherwise. */
function toldName(id: string): Told {
  const name = groupOf(id)?.name ?? '';
  return name === '' ? { word: 'group.name', values: { n: view.groupNumber(id) } } : name;
}
