import { ChartColumn, Table2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import {
  cellsOf,
  coverage,
  joined,
  knownCoverage,
  loadCoverage,
  percentOf,
  textShares,
} from '../../state/reading/coverage.ts';
import { isCut } from '../../state/known-answer.ts';
import { problemSentence, t } from '../../state/locale.ts';
import { CoverageCells } from './coverage-cells.tsx';
import { CoverageTable } from './coverage-table.tsx';
import { useKeptFocus } from '../hooks/use-kept-focus.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** How much each passage gave to the graph, in reading order: as bars that lead to their places, or as a table. */
export function CoverageStrip() {
  const known = useSignal(knownCoverage);
  const passages = useSignal(coverage);
  const shares = useSignal(textShares);
  const [isTable, setTable] = useState(false);
  const kept = useKeptFocus();
  useEffect(() => void loadCoverage(), []);
  if (known.kind === 'answered' && passages.length === 0) return null;
  return (
    <section className="coverage" aria-label={t('coverage.title')} {...kept}>
      <header>
        {known.kind === 'waiting' && <p role="status">{t('coverage.loading')}</p>}
        {known.kind === 'answered' && <Total />}
        {known.kind === 'answered' && (
          <button type="button" className="quiet" onClick={() => setTable(!isTable)}>
            {isTable ? <ChartColumn aria-hidden="true" size={14} /> : <Table2 aria-hidden="true" size={14} />}{' '}
            {t(isTable ? 'coverage.asStrip' : 'coverage.asTable')}
          </button>
        )}
      </header>
      {known.kind === 'waiting' && (
        // As high as what comes, so that nothing below moves then.
        <div aria-hidden="true">
          <div className="coverage-cells" />
          <div className="coverage-foot" />
        </div>
      )}
      {known.kind === 'failed' && (
        <p className="warning" role="alert">
          {t('coverage.failed', { why: problemSentence(known.problem) })}{' '}
          <button type="button" className="link" onClick={() => void loadCoverage()}>
            {t('page.retry')}
          </button>
        </p>
      )}
      {known.kind === 'answered' && (isTable ? <CoverageTable /> : <CoverageCells cells={cellsOf(passages, shares)} />)}
    </section>
  );
}

function Total() {
  const known = useSignal(knownCoverage);
  const passages = useSignal(coverage);
  const { nodes, relationships, figures, leftOut, text } = joined(passages, useSignal(textShares));
  const percent = percentOf(text);
  const counts = { passages: passages.length, nodes, relationships, figures, leftOut: leftOut.length };
  return (
    <p>
      {t('coverage.total', counts)}
      {isCut(known) && <span className="hint"> {t('coverage.cut', { n: passages.length })}</span>}
      {percent !== undefined && ` · ${t('coverage.share', { percent })}`}
    </p>
  );
}
