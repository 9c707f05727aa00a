import { batch } from '@preact/signals-core';
import { newId } from '../new-id.ts';
import { notify } from '../notices.ts';
import { activeId, activeTab, changeTab, emptyTab, isUntouched, mostTabs, nameOfTab, tabs } from './workbench.ts';
import type { Tab } from './workbench.ts';
import { isKeptTab, keptOf, keyOfTabs, readKept, tabOf, takeOverUnnamed } from './workbench-kept.ts';
import type { Kept, KeptTab } from './workbench-kept.ts';

/** How what is written in the workbench outlives the page. */

/** Characters that all tabs may take together. */
export const mostKept = 1_000_000;

/** Tabs that are stored at most, those included for which a page has no room. */
export const mostKeptTabs = 5 * mostTabs;

/**
 * Tabs that this page has, or had, each as it was when it was last kept or taken up; null while nothing of it is stored.
 * Those of another window that is open at the same time are left as they are.
 */
const own = new Map<string, Tab | null>();

/**
 * Keeps the tabs for the next visit. Another window may show the same ones: what was not changed here stays as it is
 * stored. Answers whether all that there is to keep could be kept.
 */
export function keepTabs(storage: Storage): boolean {
  // It may have kept something a moment ago.
  meetOtherWindow(storage);
  const present = tabs.peek();
  const isHere = (id: string): boolean => present.some((tab) => tab.id === id);
  for (const id of own.keys()) if (!isHere(id)) own.set(id, null);
  const stored = readKept(storage).tabs;
  const written = present.filter((tab) => !isUntouched(tab));
  // What another window has closed is not stored any more.
  const ours = written.flatMap((tab) =>
    isChanged(tab) ? keptOf(tab) : (stored.find(({ id }) => id === tab.id) ?? []),
  );
  const others = stored.filter(({ id }) => !own.has(id) && !isHere(id));
  const wanted = [...ours, ...others];
  const kept = fitting(wanted.slice(0, mostKeptTabs));
  try {
    storage.setItem(keyOfTabs(), JSON.stringify({ shown: activeTab.peek().id, tabs: kept } satisfies Kept));
  } catch {
    return false;
  }
  const keptIds = new Set(kept.map(({ id }) => id));
  for (const tab of present) {
    if (isChanged(tab) || isUntouched(tab)) own.set(tab.id, keptIds.has(tab.id) ? tab : null);
  }
  return kept.length === wanted.length;
}

/**
 * Takes over what another window has changed and kept. Where a tab was changed here as well, both stay: what was written
 * here becomes a tab of its own, and that is told.
 */
export function meetOtherWindow(storage: Storage): void {
  for (const kept of readKept(storage).tabs) {
    const before = own.get(kept.id);
    const here = tabs.peek().find(({ id }) => id === kept.id);
    if (!before || !here || isAlike(tabOf(kept), before)) continue;
    if (isChanged(here) && !isAlike(tabOf(kept), here)) keepBoth(here, kept);
    else takeOver(here, kept);
  }
}

/** A tab keeps its number: each window gives its own. */
function takeOver({ id }: Tab, kept: KeptTab): void {
  const { title, cypher, json, parameters } = tabOf(kept);
  changeTab(id, { title, cypher, json, parameters });
  const taken = tabs.peek().find((tab) => tab.id === id);
  if (taken) own.set(id, taken);
}

function keepBoth(here: Tab, kept: KeptTab): void {
  // What it runs would come to the other one, which keeps the id.
  here.stopping?.abort();
  const mine = { ...here, id: newId(), stopping: null };
  const hasRoom = tabs.peek().length < mostTabs;
  const theirs = { ...tabOf(kept), number: emptyTab(tabs.peek()).number };
  batch(() => {
    const isShown = activeTab.peek() === here;
    tabs.value = tabs.peek().flatMap((tab) => (tab !== here ? [tab] : hasRoom ? [mine, theirs] : [mine]));
    if (isShown) activeId.value = mine.id;
  });
  // Without room for it here, it stays stored as another window's.
  if (hasRoom) own.set(theirs.id, theirs);
  else own.delete(theirs.id);
  notify({ kind: 'word', word: 'workbench.keptBoth', values: { name: nameOfTab(here) } });
}

/** Whether two tabs say the same. */
const isAlike = (one: Tab, other: Tab): boolean => saidBy(one) === saidBy(other);

const saidBy = ({ title, cypher, json, parameters }: Tab): string =>
  JSON.stringify([title, cypher, json, [...parameters]]);

const keptParts = ['title', 'number', 'cypher', 'json', 'parameters'] as const;

/** Whether a tab says something else here than when it was last kept or taken up. */
function isChanged(tab: Tab): boolean {
  const before = own.get(tab.id);
  return !before || keptParts.some((part) => tab[part] !== before[part]);
}

/**
 * Takes up the tabs of an earlier visit, before those that are written in already. Those for which there is no room stay
 * in the storage for another visit.
 */
export function takeUpTabs(storage: Storage): void {
  takeOverUnnamed(storage);
  const kept = readKept(storage);
  const present = tabs.peek().filter((tab) => !isUntouched(tab));
  const earlier = kept.tabs.slice(0, mostTabs - present.length).map(tabOf);
  if (earlier.length === 0) return;
  batch(() => {
    tabs.value = [...earlier, ...present].reduce<Tab[]>(withNumber, []);
    for (const tab of tabs.peek().slice(0, earlier.length)) own.set(tab.id, tab);
    if (present.length === 0) activeId.value = kept.shown;
  });
}

/** Two windows may have given the same number. */
function withNumber(before: Tab[], tab: Tab): Tab[] {
  const isTaken = before.some(({ number }) => number === tab.number);
  return [...before, isTaken ? { ...tab, number: emptyTab(before).number } : tab];
}

/** As many of the tabs as there is room for, and none that the next visit would not take up. */
function fitting(all: readonly KeptTab[]): KeptTab[] {
  let left = mostKept;
  return all.filter((tab) => {
    const size = JSON.stringify(tab).length;
    if (size > left || !isKeptTab(tab)) return false;
    left -= size;
    return true;
  });
}
