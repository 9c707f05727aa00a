import { Check, CircleAlert, CircleStop, Star, Trash2 } from 'lucide-react';
import { formatMoment, t } from '../../state/locale.ts';
import { forgetRun, haveRunsGone, mostRuns, pastRuns } from '../../state/workbench/query-history.ts';
import type { PastRun } from '../../state/workbench/query-history.ts';
import { shortText } from '../../state/workbench/own-query.ts';
import { deleteSaved, savedAs, savedQueries, saveQuery } from '../../state/workbench/saved-queries.ts';
import { QueryLine } from './query-line.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const signs = { ok: Check, failed: CircleAlert, stopped: CircleStop } as const;

/** What was run, newest first, also what failed or was stopped. */
export function QueryRuns({ text }: { text: string }) {
  const runs = useSignal(pastRuns);
  const haveGone = useSignal(haveRunsGone);
  useSignal(savedQueries);
  const wanted = text.trim().toLowerCase();
  const shown = runs.filter(({ cypher, code }) => `${cypher} ${code ?? ''}`.toLowerCase().includes(wanted));
  if (shown.length === 0)
    return <p className="hint">{t(runs.length === 0 ? 'queries.noRuns' : 'queries.none', { text })}</p>;
  return (
    <>
      <ul className="query-list">
        {shown.map((run) => (
          <li key={run.id} data-outcome={run.outcome}>
            <QueryLine query={run} about={<Outcome run={run} />}>
              <StarButton run={run} />
              <button
                type="button"
                className="quiet icon-only"
                title={t('queries.forget')}
                aria-label={t('queries.act', { act: t('queries.forget'), name: shortText(run.cypher) })}
                onClick={() => forgetRun(run.id)}
              >
                <Trash2 aria-hidden="true" size={16} />
              </button>
            </QueryLine>
          </li>
        ))}
      </ul>
      {haveGone && <p className="hint">{t('queries.gone', { n: mostRuns })}</p>}
    </>
  );
}

/** Saves the query of a run, or takes it off what is saved. */
function StarButton({ run: { cypher, params } }: { run: PastRun }) {
  const saved = savedAs(cypher, params);
  return (
    <button
      type="button"
      className="quiet icon-only star"
      aria-pressed={saved !== undefined}
      title={t('queries.save')}
      aria-label={t('queries.act', { act: t('queries.save'), name: shortText(cypher) })}
      onClick={() => (saved ? deleteSaved(saved.id) : saveQuery(cypher, params))}
    >
      <Star aria-hidden="true" size={16} />
    </button>
  );
}

function Outcome({ run: { mode, at, ms, outcome, rows, code } }: { run: PastRun }) {
  const Sign = signs[outcome];
  const parts = [
    outcome === 'ok' ? '' : t(`queries.${outcome}`),
    code === null ? '' : t('queries.code', { code }),
    mode === 'run' ? '' : t(`queries.${mode}`),
    rows === null ? '' : t('table.rows', { n: rows }),
    t('queries.took', { n: ms }),
    formatMoment(at),
  ];
  return (
    <>
      <Sign aria-hidden="true" size={14} />
      {parts.filter((part) => part !== '').join(' · ')}
    </>
  );
}
