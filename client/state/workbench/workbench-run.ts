import { computed, signal } from '@preact/signals-core';
import { done } from '../view/history.ts';
import type { Act } from '../view/history.ts';
import { recordRun } from './query-history.ts';
import { endRun, runCypher, startRun } from './query-run.ts';
import type { QueryRun, RunMode } from './query-run.ts';
import { drawByChoice } from './results-drawing.ts';
import { activeTab, changeTab, tabs } from './workbench.ts';
import type { Tab } from './workbench.ts';
import { parametersOf } from './workbench-parameters.ts';

/** Whether the active tab's text is still what its results are of. */
export const isTextOfRun = computed(() => activeTab.value.run?.cypher === activeTab.value.cypher);

/** The last act that a run brought about by itself: whoever ran it may want to read the answer first. */
export const drawnByRun = signal<Act | null>(null);

/** Whether the active tab's query is running. */
export const isRunning = computed(() => activeTab.value.stopping !== null);

/**
 * Runs the active tab's query, asks for its plan, or both; an earlier run of the same tab is stopped. Answers whether it
 * was sent: a parameter without a value keeps it.
 * @param limit rows at most
 */
export function run(mode: RunMode, limit?: number): boolean {
  const tab = activeTab.peek();
  const { id, cypher } = tab;
  if (cypher.trim() === '') return false;
  const { values, mistakes, jsonMistake } = parametersOf(tab);
  if (mistakes.size > 0 || jsonMistake) {
    changeTab(id, { isTried: true });
    return false;
  }
  begin(tab, startRun(cypher, values, mode, limit));
  return true;
}

/**
 * Runs once more what the active tab's results are of, whatever its text says by now.
 * @param limit rows at most
 */
export function runAgain(limit: number): void {
  const tab = activeTab.peek();
  if (tab.run) begin(tab, startRun(tab.run.cypher, tab.run.params, tab.run.mode, limit));
}

function begin({ id, stopping: earlier }: Tab, begun: QueryRun): void {
  earlier?.abort();
  const stopping = new AbortController();
  changeTab(id, { run: begun, stopping, isTried: false });
  void follow(id, begun, stopping);
}

/** Waits for a run of a tab to end, and keeps what it came to; unless a newer run has taken its place. */
async function follow(id: string, begun: QueryRun, stopping: AbortController): Promise<void> {
  const { cypher, params, mode, limit } = begun;
  const ended = endRun(begun, await runCypher(cypher, params, mode, stopping.signal, limit));
  recordRun(ended);
  const isPresent = tabs.peek().some((tab) => tab.id === id && tab.stopping === stopping);
  if (!isPresent) return;
  changeTab(id, { run: ended, stopping: null });
  // Whoever has gone on to another tab looks at something else.
  if (ended.outcome.kind !== 'answer' || activeTab.peek().id !== id) return;
  const drawn = drawByChoice(ended, ended.outcome.answer);
  drawnByRun.value = done.peek().at(-1) ?? null;
  await drawn;
}

/** Stops the active tab's run, in the database too. */
export const stop = (): void => activeTab.peek().stopping?.abort();
