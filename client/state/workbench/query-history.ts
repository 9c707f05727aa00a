import { signal } from '@preact/signals-core';
import type { Json } from '../../../server/contract/json.ts';
import { newId } from '../new-id.ts';
import type { QueryRun, RunMode } from './query-run.ts';

/** What the reader ran in the workbench, newest first: what failed and what was stopped too. */

/** A run that is over, without its answer. */
export interface PastRun {
  id: string;
  cypher: string;
  params: Readonly<Record<string, Json>>;
  mode: RunMode;
  /** When it began, in milliseconds as `Date.now()` has them. */
  at: number;
  /** Milliseconds that the reader waited. */
  ms: number;
  outcome: 'ok' | 'failed' | 'stopped';
  /** Rows of the answer; null where there is none. */
  rows: number | null;
  /** What the problem is called, where it failed. */
  code: string | null;
}

/** Runs that are kept, and characters that they may take together: the oldest give way. */
export const mostRuns = 200;
export const mostCharacters = 500_000;

export const pastRuns = signal<readonly PastRun[]>([]);
/** Whether older runs had to give way. */
export const haveRunsGone = signal(false);

/** Keeps a run that is over; one that still goes on is none yet. */
export function recordRun(run: QueryRun): void {
  const past = pastRunOf(run);
  if (past) keepRuns([past, ...pastRuns.peek()]);
}

/** Keeps the newest of these runs, as many as there is room for. */
export function keepRuns(runs: readonly PastRun[]): void {
  const kept = newest(runs, mostRuns, mostCharacters);
  haveRunsGone.value ||= kept.length < runs.length;
  pastRuns.value = kept;
}

export function forgetRun(id: string): void {
  pastRuns.value = pastRuns.peek().filter((run) => run.id !== id);
}

/** The first of a list, as many as fit into a number of items and of characters. */
export function newest<Item>(items: readonly Item[], mostItems: number, characters: number): Item[] {
  let left = characters;
  const end = items.slice(0, mostItems).findIndex((item) => (left -= JSON.stringify(item).length) < 0);
  return items.slice(0, end < 0 ? mostItems : end);
}

function pastRunOf({ cypher, params, mode, startedAt, endedAt = Date.now(), outcome }: QueryRun): PastRun | null {
  const run = { id: newId(), cypher, params, mode, at: startedAt, ms: endedAt - startedAt };
  switch (outcome.kind) {
    case 'running':
      return null;
    case 'answer':
      return { ...run, outcome: 'ok', rows: outcome.answer.table.rows.length, code: null };
    case 'plan':
      return { ...run, outcome: 'ok', rows: outcome.plan.rows ?? null, code: null };
    case 'problem':
      return { ...run, outcome: 'failed', rows: null, code: outcome.problem.code };
    case 'stopped':
      return { ...run, outcome: 'stopped', rows: null, code: null };
  }
}
