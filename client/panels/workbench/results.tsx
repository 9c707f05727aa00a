import { Download } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Answer } from '../../../server/contract/answer.ts';
import { spoken, t } from '../../state/locale.ts';
import type { Locale } from '../../state/locale.ts';
import type { QueryRun } from '../../state/workbench/query-run.ts';
import { indexGraph } from '../../state/workbench/results-graph.ts';
import type { ResultGraph } from '../../state/workbench/results-graph.ts';
import { rowObjects } from '../../state/workbench/results-json.ts';
import { readLines, sortLines } from '../../state/workbench/results-table.ts';
import type { ResultLine, ResultOrder } from '../../state/workbench/results-table.ts';
import { answerView, answerViews } from '../../state/workbench/results-view.ts';
import { PlanTree } from './plan-tree.tsx';
import { ResultsGraph } from './results-graph.tsx';
import { ResultsJson } from './results-json.tsx';
import { ResultsNotices } from './results-notices.tsx';
import { ResultsMessage, ResultsProblem } from './results-problem.tsx';
import type { PlaceProps } from './results-problem.tsx';
import { ResultsStatus } from './results-status.tsx';
import { ResultsTable } from './results-table.tsx';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { PopoverButton } from '../widgets/popover-button.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

const ExportMenu = lazyPart(async () => (await import('../exporting/export-menu.tsx')).ExportMenu);

/** What the results ask of the editor beside them. */
export interface ResultsProps extends PlaceProps {
  /** What is shown; null before anything was run. */
  run: QueryRun | null;
  /** Stops the run. */
  onStop: () => void;
  /** Runs the same once more, for at most so many rows. */
  onRunAgain: (limit: number) => void;
}

/** What became of a query: the answer in several views, the plan, or why there is none; and how it went, always in view. */
export function Results({ run, onStop, onRunAgain, ...places }: ResultsProps) {
  if (run === null) {
    return (
      <section className="results" aria-label={t('results.title')}>
        <ResultsMessage title={t('results.nothingRun')} text={t('results.nothingRunHint')} />
      </section>
    );
  }
  return (
    <section className="results" aria-label={t('results.title')} data-outcome={run.outcome.kind}>
      {/* Each run has an order and a place of its own. */}
      <Outcome key={run.startedAt} run={run} {...places} />
      <ResultsStatus run={run} onStop={onStop} onRunAgain={onRunAgain} />
    </section>
  );
}

function Outcome({ run, ...places }: { run: QueryRun } & PlaceProps) {
  const { outcome } = run;
  switch (outcome.kind) {
    case 'running':
      return <div className="results-running" aria-hidden="true" />;
    case 'stopped':
      return <ResultsMessage title={t('results.stopped')} text={t('results.stoppedHint')} />;
    case 'problem':
      return <ResultsProblem problem={outcome.problem} {...places} />;
    case 'plan':
      return <PlanTree plan={outcome.plan} />;
    case 'answer':
      return <AnswerViews run={run} answer={outcome.answer} {...places} />;
  }
}

/** The rows have names in them, which are of a language. */
const linesIn = (_language: Locale, answer: Answer, graph: ResultGraph): ResultLine[] => readLines(answer, graph);

/** An answer as a table, as JSON, or as what of it can be drawn. */
function AnswerViews({ run, answer, ...places }: { run: QueryRun; answer: Answer } & PlaceProps) {
  const shown = useSignal(answerView);
  const [order, setOrder] = useState<ResultOrder | null>(null);
  const graph = useMemo(() => indexGraph(answer.graph), [answer]);
  const language = useSignal(spoken);
  const all = useMemo(() => linesIn(language, answer, graph), [language, answer, graph]);
  const lines = useMemo(() => sortLines(all, order), [all, order]);
  const objects = useMemo(
    () => (shown === 'json' ? rowObjects(answer, lines, graph) : []),
    [shown, answer, lines, graph],
  );
  const { columns } = answer.table;
  const focus = useKeptFocus();
  return (
    <>
      <header {...focus} className="results-bar">
        <div className="segments" role="group" aria-label={t('results.views')}>
          {answerViews.map((name) => (
            <button key={name} type="button" aria-pressed={name === shown} onClick={() => (answerView.value = name)}>
              {t(`results.${name}`)}
            </button>
          ))}
        </div>
        {order && shown !== 'graph' && (
          <button type="button" className="link" onClick={() => setOrder(null)}>
            {t('results.ownOrder')}
          </button>
        )}
        <PopoverButton
          label={t('export.title')}
          face={
            <>
              <Download aria-hidden="true" size={16} /> {t('export.title')}
            </>
          }
        >
          {(close) => <ExportMenu query={run} answer={answer} lines={lines} graph={graph} onDone={close} />}
        </PopoverButton>
      </header>
      {shown === 'graph' && <ResultsGraph query={run} answer={answer} />}
      {shown === 'json' && <ResultsJson value={objects} />}
      {shown === 'table' && lines.length === 0 && (
        <ResultsMessage title={t('results.noRows')} text={t('results.noRowsHint')} />
      )}
      {shown === 'table' && lines.length > 0 && (
        <ResultsTable columns={columns} lines={lines} graph={graph} order={order} onSort={setOrder} />
      )}
      <ResultsNotices notices={answer.notices} {...places} />
    </>
  );
}
