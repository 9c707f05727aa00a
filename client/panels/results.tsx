import type { Position } from '../../server/contract.ts';
import type { QueryRun } from '../state/query-run.ts';

/** What the results ask of the editor beside them. */
export interface ResultsProps {
  /** What is shown; null before anything was run. */
  run: QueryRun | null;
  /** Stops the run. */
  onStop: () => void;
  /** Shows a place of the query in the editor. */
  onShow: (position: Position) => void;
  /** Puts a name in the place of the one that stands at a position. */
  onReplace: (position: Position, name: string) => void;
  /** Runs the same once more, for at most so many rows. */
  onRunAgain: (limit: number) => void;
}

/** What became of a query: the answer in several views, the plan, or why there is none. */
export function Results({ run }: ResultsProps) {
  if (run === null) return null;
  const { outcome } = run;
  return (
    <section className="results" data-outcome={outcome.kind}>
      {outcome.kind === 'problem' && <p role="alert">{outcome.problem.detail}</p>}
      {outcome.kind === 'answer' && <pre>{JSON.stringify(outcome.answer.table.rows, null, 2)}</pre>}
      {outcome.kind === 'plan' && <pre>{JSON.stringify(outcome.plan.root, null, 2)}</pre>}
    </section>
  );
}
