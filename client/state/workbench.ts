import { batch, computed, signal } from '@preact/signals-core';
import type { Json } from '../../server/contract.ts';
import { draftOf, valuesOf } from './parameter-drafts.ts';
import type { ParameterDraft } from './parameter-drafts.ts';
import { parametersOfText } from './parameters-of-text.ts';
import { endRun, runCypher, startRun } from './query-run.ts';
import type { QueryRun, RunMode } from './query-run.ts';
import { drawByChoice } from './results-drawing.ts';
import { isWorkbenchOpen } from './workbench-frame.ts';

/** A query that the reader writes. */
export interface Tab {
  id: string;
  /** The name that it was given; a tab without one is called by its number. */
  title: string;
  number: number;
  cypher: string;
  parameters: ReadonlyMap<string, ParameterDraft>;
  /** What was run last; null before that. */
  run: QueryRun | null;
}

/** Tabs at most; whoever wants more closes one first. */
export const mostTabs = 20;

const first = emptyTab([]);

/** The tabs in their order: there is always one. */
export const tabs = signal<readonly Tab[]>([first]);
export const activeId = signal(first.id);
export const activeTab = computed<Tab>(
  () => tabs.value.find(({ id }) => id === activeId.value) ?? tabs.value[0] ?? first,
);

/** Whether there is room for another tab. */
export const hasRoom = computed(() => tabs.value.length < mostTabs);

/** What stops a tab's run, by the tab. */
const running = new Map<string, AbortController>();

function emptyTab(others: readonly Tab[]): Tab {
  const numbers = new Set(others.map(({ number }) => number));
  let number = 1;
  while (numbers.has(number)) number += 1;
  return { id: crypto.randomUUID(), title: '', number, cypher: '', parameters: new Map(), run: null };
}

/** Whether nothing was written into a tab. */
const isUntouched = (tab: Tab): boolean =>
  tab.title === '' && tab.cypher.trim() === '' && tab.parameters.size === 0 && tab.run === null;

/** Changes a tab; one that was closed in the meantime stays closed. */
function change(id: string, changed: Partial<Omit<Tab, 'id'>>): void {
  tabs.value = tabs.value.map((tab) => (tab.id === id ? { ...tab, ...changed } : tab));
}

/** Adds a tab and shows it; at the limit nothing happens. */
export function addTab(content: Partial<Omit<Tab, 'id' | 'number'>> = {}): void {
  if (!hasRoom.peek()) return;
  const tab = { ...emptyTab(tabs.peek()), ...content };
  batch(() => {
    tabs.value = [...tabs.value, tab];
    activeId.value = tab.id;
  });
}

export const showTab = (id: string): string => (activeId.value = id);
export const renameTab = (id: string, title: string): void => change(id, { title: title.trim() });
export const writeCypher = (id: string, cypher: string): void => change(id, { cypher });

/** Opens the workbench with a query of somewhere else on the page; it is not run. */
export function openInEditor(cypher: string, params: Readonly<Record<string, Json>> = {}, title = ''): void {
  const parameters = new Map(Object.entries(params).map(([name, value]) => [name, draftOf(value)]));
  batch(() => {
    const active = activeTab.value;
    const unused = isUntouched(active) ? active : tabs.value.find(isUntouched);
    if (unused) {
      change(unused.id, { title, cypher, parameters });
      activeId.value = unused.id;
    } else addTab({ title, cypher, parameters });
    isWorkbenchOpen.value = true;
  });
}

/** Runs the active tab's query, asks for its plan, or both. An earlier run of the same tab is stopped. */
export async function run(mode: RunMode, limit?: number): Promise<void> {
  const { id, cypher, parameters } = activeTab.peek();
  const names = parametersOfText(cypher).map(({ name }) => name);
  const { values, mistakes } = valuesOf(names, parameters);
  if (mistakes.size > 0 || cypher.trim() === '') return;
  running.get(id)?.abort();
  const controller = new AbortController();
  running.set(id, controller);
  const begun = startRun(cypher, values, mode, limit);
  change(id, { run: begun });
  const outcome = await runCypher(cypher, values, mode, controller.signal, limit);
  // A newer run of the tab has taken its place.
  if (running.get(id) !== controller) return;
  running.delete(id);
  change(id, { run: endRun(begun, outcome) });
  if (outcome.kind === 'answer') await drawByChoice(begun, outcome.answer);
}

/** Stops the active tab's run, in the database too. */
export const stop = (): void => running.get(activeTab.peek().id)?.abort();
