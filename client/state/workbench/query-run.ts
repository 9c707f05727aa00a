import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import type { QueryPlan } from '../../../server/contract/plan.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { postCypher, postPlan } from '../../api/cypher.ts';
import { problemOf } from '../notices.ts';

/** One run of a query: what was asked, and what came of it. */

/** Running a query, asking for its plan without running it, or running it for the plan with its figures. */
export type RunMode = 'run' | 'explain' | 'profile';

export type RunOutcome =
  | { kind: 'running' }
  | { kind: 'answer'; answer: Answer }
  | { kind: 'plan'; plan: QueryPlan }
  | { kind: 'problem'; problem: Problem }
  | { kind: 'stopped' };

/** A run, while it lasts and after. Times are those of `Date.now()`. */
export interface QueryRun {
  cypher: string;
  params: Record<string, Json>;
  mode: RunMode;
  /** Rows at most. */
  limit: number;
  startedAt: number;
  endedAt?: number;
  outcome: RunOutcome;
}

/** Rows that a run asks for unless the reader wants more. */
const usualRows = 1_000;

/** A run that begins now. */
export function startRun(
  cypher: string,
  params: Record<string, Json>,
  mode: RunMode,
  limit: number = usualRows,
): QueryRun {
  return { cypher, params, mode, limit, startedAt: Date.now(), outcome: { kind: 'running' } };
}

/** A run that has come to its end now. */
export const endRun = (run: QueryRun, outcome: RunOutcome): QueryRun => ({ ...run, endedAt: Date.now(), outcome });

/** Asks the server. Never rejects: what goes wrong is an outcome. Aborting `signal` stops the query in the database. */
export async function runCypher(
  cypher: string,
  params: Record<string, Json>,
  mode: RunMode,
  signal: AbortSignal,
  limit: number = usualRows,
): Promise<RunOutcome> {
  try {
    if (mode !== 'run') {
      return { kind: 'plan', plan: await postPlan({ cypher, params }, mode === 'profile', signal) };
    }
    return { kind: 'answer', answer: await postCypher({ cypher, params }, limit, signal) };
  } catch (error) {
    return signal.aborted ? { kind: 'stopped' } : { kind: 'problem', problem: problemOf(error) };
  }
}
