import { batch, computed, signal } from '@preact/signals-core';
import type { Json } from '../../../server/contract/json.ts';
import { newId } from '../new-id.ts';
import { announce, notify } from '../notices.ts';
import { draftOf } from './parameter-drafts.ts';
import type { ParameterDraft } from './parameter-drafts.ts';
import type { QueryRun } from './query-run.ts';
import { t } from '../locale.ts';
import { longestText } from './workbench-editor.ts';
import { openWorkbench } from './workbench-frame.ts';

/** A query that the reader writes. */
export interface Tab {
  id: string;
  /** The name that it was given; a tab without one is called by its number. */
  title: string;
  number: number;
  cypher: string;
  parameters: ReadonlyMap<string, ParameterDraft>;
  /** The parameters as the reader last wrote them as JSON; null since the form was used. */
  json: string | null;
  /** Whether it was to be run while a parameter had no value: what is missing is then marked. */
  isTried: boolean;
  /** What was run last; null before that. */
  run: QueryRun | null;
  /** What stops the run, while it lasts. */
  stopping: AbortController | null;
}

/** Tabs at most; whoever wants more closes one first. */
export const mostTabs = 20;

/** Characters that a tab's name may have. */
export const longestTitle = 80;

/** The tabs in their order: there is always one. */
export const tabs = signal<readonly Tab[]>([emptyTab([])]);
export const activeId = signal('');
export const activeTab = computed(
  () => tabs.value.find(({ id }) => id === activeId.value) ?? tabs.value[0] ?? emptyTab([]),
);

/** Of the active tab, what does not change with each key in its text. */
export const shownId = computed(() => activeTab.value.id);
export const shownRun = computed(() => activeTab.value.run);

/** Whether there is room for another tab. */
export const hasRoom = computed(() => tabs.value.length < mostTabs);

/** The tabs that were closed, the last of them last, each with its place: closing can be undone. */
export const closedTabs = signal<readonly { tab: Tab; index: number }[]>([]);

/** Closed tabs that can be had back. */
const mostClosed = 10;

/** A tab without a text, with the least number that others have not. */
export function emptyTab(others: readonly Tab[]): Tab {
  const numbers = new Set(others.map(({ number }) => number));
  let number = 1;
  while (numbers.has(number)) number += 1;
  const content = { title: '', cypher: '', parameters: new Map(), json: null, isTried: false };
  const running = { run: null, stopping: null };
  return { id: newId(), number, ...content, ...running };
}

/** What a tab is called. */
export const nameOfTab = ({ title, number }: Pick<Tab, 'title' | 'number'>): string =>
  title || t('workbench.untitled', { n: number });

/** Whether nothing was written into a tab. */
export const isUntouched = (tab: Tab): boolean =>
  tab.title === '' && tab.cypher.trim() === '' && tab.parameters.size === 0 && tab.run === null;

/** Changes a tab; one that was closed in the meantime stays closed. */
export function changeTab(id: string, changed: Partial<Omit<Tab, 'id'>>): void {
  const index = tabs.peek().findIndex((tab) => tab.id === id);
  const tab = tabs.peek()[index];
  if (tab) tabs.value = tabs.peek().with(index, { ...tab, ...changed });
}

export const renameTab = (id: string, title: string): void =>
  changeTab(id, { title: title.trim().slice(0, longestTitle) });

export function showTab(id: string): void {
  activeId.value = id;
}

export function writeCypher(id: string, cypher: string): void {
  changeTab(id, { cypher });
}

/** Adds a tab and shows it; answers whether there was room, and tells where there was not. */
export function addTab(content: Partial<Omit<Tab, 'id' | 'number'>> = {}): boolean {
  if (!hasRoom.peek()) {
    notify({ kind: 'word', word: 'workbench.full', values: { limit: mostTabs } });
    return false;
  }
  const tab = { ...emptyTab(tabs.peek()), ...withinBounds(content) };
  batch(() => {
    tabs.value = [...tabs.peek(), tab];
    activeId.value = tab.id;
  });
  return true;
}

/** Closes a tab and stops what it runs; the last one leaves an empty one. What was written can be had back. */
export function closeTab(id: string): void {
  const index = tabs.peek().findIndex((tab) => tab.id === id);
  const tab = tabs.peek()[index];
  if (!tab) return;
  const others = tabs.peek().filter((other) => other !== tab);
  const left = others.length > 0 ? others : [emptyTab([])];
  tab.stopping?.abort();
  batch(() => {
    const closed = { tab: { ...tab, run: null, stopping: null }, index };
    if (!isUntouched(tab)) closedTabs.value = [...closedTabs.peek(), closed].slice(-mostClosed);
    tabs.value = left;
    if (activeTab.peek().id !== activeId.peek()) activeId.value = (left[index] ?? left.at(-1) ?? tab).id;
  });
  announce('workbench.closed', { name: nameOfTab(tab) });
}

/** Brings back the tab that was closed last, where it was. */
export function reopenTab(): void {
  const last = closedTabs.peek().at(-1);
  if (!last) return;
  if (!hasRoom.peek()) {
    notify({ kind: 'word', word: 'workbench.full', values: { limit: mostTabs } });
    return;
  }
  batch(() => {
    closedTabs.value = closedTabs.peek().slice(0, -1);
    // An empty tab that only stood in its place gives way.
    const others = tabs.peek().length === 1 ? tabs.peek().filter((tab) => !isUntouched(tab)) : tabs.peek();
    tabs.value = others.toSpliced(last.index, 0, last.tab);
    activeId.value = last.tab.id;
  });
  announce('workbench.reopened', { name: nameOfTab(last.tab) });
}

/** What a tab is to hold, cut to what it may have: names and texts of elsewhere may be longer. A cut text is told. */
function withinBounds(content: Partial<Tab>): Partial<Tab> {
  const { title = '', cypher = '' } = content;
  if (cypher.length > longestText) notify({ kind: 'word', word: 'editor.tooLong', values: { limit: longestText } });
  return { ...content, title: title.slice(0, longestTitle), cypher: cypher.slice(0, longestText) };
}

/** Opens the workbench with a query of somewhere else on the page. It is not run. */
export function openInEditor(cypher: string, params: Readonly<Record<string, Json>> = {}, title = ''): void {
  const parameters = new Map(Object.entries(params).map(([name, value]) => [name, draftOf(value)]));
  batch(() => {
    const unused = [activeTab.peek(), ...tabs.peek()].find(isUntouched);
    if (unused) {
      changeTab(unused.id, withinBounds({ title, cypher, parameters }));
      activeId.value = unused.id;
    } else addTab({ title, cypher, parameters });
    openWorkbench();
  });
}
