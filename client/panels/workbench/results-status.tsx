import { Square } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Answer } from '../../../server/contract/answer.ts';
import { health } from '../../state/health.ts';
import { t } from '../../state/locale.ts';
import { mostRows } from '../../state/workbench/own-query.ts';
import type { QueryRun } from '../../state/workbench/query-run.ts';
import { queue, watchQueue } from '../../state/workbench/queue-place.ts';
import { durationWords } from '../../state/workbench/results-words.ts';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

interface ResultsStatusProps {
  run: QueryRun;
  onStop: () => void;
  onRunAgain: (limit: number) => void;
}

/** How a run went, always in view: its time and rows, whether a limit cut it, and which engine answered. */
export function ResultsStatus({ run, onStop, onRunAgain }: ResultsStatusProps) {
  const { outcome, limit } = run;
  const engine = useSignal(health)?.engine;
  const focus = useKeptFocus();
  return (
    <footer {...focus} className="results-status">
      {outcome.kind === 'running' && <Running run={run} onStop={onStop} />}
      {/* It is there before it says something, so that it is heard. */}
      <span role="status">{endWords(run)}</span>
      {outcome.kind === 'answer' && outcome.answer.truncated && (
        <Truncation answer={outcome.answer} limit={limit} onRunAgain={onRunAgain} />
      )}
      {engine && <span className="results-engine">{`${engine.name} ${engine.version}`}</span>}
    </footer>
  );
}

/** How a run came to its end. */
function endWords({ outcome, startedAt, endedAt = startedAt }: QueryRun): string {
  const time = durationWords(endedAt - startedAt);
  switch (outcome.kind) {
    case 'answer': {
      const { table, ms } = outcome.answer;
      return t('results.answered', { n: table.rows.length, time: durationWords(ms), whole: time });
    }
    case 'plan':
      return t(outcome.plan.profiled ? 'results.profiled' : 'results.explained', { time });
    case 'problem':
      return t('results.failedAfter', { time });
    case 'stopped':
      return t('results.stoppedAfter', { time });
    case 'running':
      return '';
  }
}

/** Milliseconds between two looks at the clock. */
const tick = 200;

/** How long a run has taken so far, whether it waits for its turn, and the way to stop it. */
function Running({ run: { startedAt }, onStop }: { run: QueryRun; onStop: () => void }) {
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), tick);
    const stopWatching = watchQueue();
    return () => {
      clearInterval(timer);
      stopWatching();
    };
  }, []);
  const place = useSignal(queue);
  const [first] = place?.places ?? [];
  return (
    <>
      <span>
        {first === undefined
          ? t('results.running', { time: durationWords(Math.max(0, now - startedAt)) })
          : t('results.waiting', { place: first, n: place?.running ?? 0 })}
      </span>
      <button type="button" onClick={onStop}>
        <Square aria-hidden="true" size={14} /> {t('results.stop')}
      </button>
    </>
  );
}

/** That there is more than the answer has, why it ends there, and how to get it. */
function Truncation({ answer, limit, onRunAgain }: { answer: Answer; limit: number; onRunAgain: (n: number) => void }) {
  const n = answer.table.rows.length;
  if (n < limit) return <span className="warn">{t('results.cutBySize', { n })}</span>;
  return (
    <>
      <span className="warn">{t(limit < mostRows ? 'results.cutByRows' : 'results.cutAtMost', { n })}</span>
      {limit < mostRows && (
        <button type="button" onClick={() => onRunAgain(mostRows)}>
          {t('results.more', { n: mostRows })}
        </button>
      )}
    </>
  );
}
