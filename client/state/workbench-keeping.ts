import { batch } from '@preact/signals-core';
import { parameterKinds } from './parameter-drafts.ts';
import type { ParameterDraft } from './parameter-drafts.ts';
import { activeId, activeTab, emptyTab, isUntouched, longestTitle, mostTabs, tabs } from './workbench.ts';
import type { Tab } from './workbench.ts';
import { longestText } from './workbench-editor.ts';

/** How what is written in the workbench outlives the page. */

/** The version changes with what is stored: what an older page left is passed over. */
const storageKey = 'workbench.1';

/** Characters that all tabs may take together. */
export const mostKept = 1_000_000;

/** A tab as it is stored, without what was run. */
type KeptTab = Pick<Tab, 'id' | 'title' | 'number' | 'cypher' | 'json'> & { parameters: [string, ParameterDraft][] };

interface Kept {
  shown: string;
  tabs: KeptTab[];
}

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
  const present = tabs.peek();
  const isHere = (id: string): boolean => present.some((tab) => tab.id === id);
  for (const id of own.keys()) if (!isHere(id)) own.set(id, null);
  const stored = read(storage).tabs;
  const written = present.filter((tab) => !isUntouched(tab));
  // What another window has closed is not stored any more.
  const ours = written.flatMap((tab) =>
    isChanged(tab) ? keptOf(tab) : (stored.find(({ id }) => id === tab.id) ?? []),
  );
  const others = stored.filter(({ id }) => !own.has(id) && !isHere(id));
  const wanted = [...ours, ...others];
  const kept = fitting(wanted.slice(0, mostKeptTabs));
  try {
    storage.setItem(storageKey, JSON.stringify({ shown: activeTab.peek().id, tabs: kept } satisfies Kept));
  } catch {
    return false;
  }
  const keptIds = new Set(kept.map(({ id }) => id));
  for (const tab of present) {
    if (isChanged(tab) || isUntouched(tab)) own.set(tab.id, keptIds.has(tab.id) ? tab : null);
  }
  return kept.length === wanted.length;
}

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
  const kept = read(storage);
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

const keptOf = ({ id, title, number, cypher, parameters, json }: Tab): KeptTab => ({
  id,
  title,
  number,
  cypher,
  json,
  parameters: [...parameters],
});

const tabOf = (kept: KeptTab): Tab => ({ ...emptyTab([]), ...kept, parameters: new Map(kept.parameters) });

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

/** What is stored; nothing, where that is damaged. */
function read(storage: Storage): Kept {
  try {
    const found: unknown = JSON.parse(storage.getItem(storageKey) ?? 'null');
    if (typeof found === 'object' && found !== null && 'tabs' in found && Array.isArray(found.tabs)) {
      return { shown: 'shown' in found ? String(found.shown) : '', tabs: found.tabs.filter(isKeptTab) };
    }
  } catch {
    // Damaged: as if there were none.
  }
  return { shown: '', tabs: [] };
}

const isText = (value: unknown, most: number): boolean => typeof value === 'string' && value.length <= most;

function isKeptTab(found: unknown): found is KeptTab {
  if (typeof found !== 'object' || found === null) return false;
  const { id, title, number, cypher, json, parameters }: Partial<Record<keyof KeptTab, unknown>> = found;
  return (
    isText(id, 64) &&
    isText(title, longestTitle) &&
    isText(cypher, longestText) &&
    (json === null || isText(json, longestText)) &&
    Number.isSafeInteger(number) &&
    Array.isArray(parameters) &&
    parameters.every(isKeptParameter)
  );
}

function isKeptParameter(found: unknown): boolean {
  if (!Array.isArray(found)) return false;
  const [name, draft]: unknown[] = found;
  if (typeof name !== 'string' || typeof draft !== 'object' || draft === null) return false;
  const { kind, text }: Partial<Record<keyof ParameterDraft, unknown>> = draft;
  return parameterKinds.some((known) => known === kind) && typeof text === 'string';
}
