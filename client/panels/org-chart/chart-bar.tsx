import { ChevronsDownUp, ChevronsUpDown, Columns3, Printer } from 'lucide-react';
import { t } from '../../state/locale.ts';
import type { LineKind } from '../../state/org-chart/chart.ts';
import { foldAll, toggleCompact, unfoldAll } from '../../state/org-chart/chart-acts.ts';
import { mostCards } from '../../state/org-chart/chart.ts';
import { lookOf } from '../../state/org-chart/draw-chart.ts';
import { isChartArranging } from '../../state/org-chart/laid-out.ts';
import type { LaidOutChart } from '../../state/org-chart/laid-out.ts';
import { isChartCut } from '../../state/org-chart/open-chart.ts';
import { branchesFolded, isChartCompact } from '../../state/view/view.ts';
import { papers, printChart } from './chart-print.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** What can be done with the chart, what its lines mean, and what of it is not drawn. */
export function ChartBar({ laidOut }: { laidOut: LaidOutChart }) {
  const isCompact = useSignal(isChartCompact);
  const isFolded = useSignal(branchesFolded).size > 0;
  return (
    <div className="chart-bar">
      <div className="chart-tools" role="group" aria-label={t('chart.tools')}>
        <button type="button" className="single" aria-pressed={isCompact} onClick={toggleCompact}>
          <Columns3 aria-hidden="true" size={16} /> {t('chart.compact')}
        </button>
        <button type="button" onClick={isFolded ? unfoldAll : foldAll}>
          {isFolded ? <ChevronsUpDown aria-hidden="true" size={16} /> : <ChevronsDownUp aria-hidden="true" size={16} />}{' '}
          {t(isFolded ? 'chart.unfoldAll' : 'chart.foldAll')}
        </button>
        {papers.map((paper) => (
          <button
            key={paper}
            type="button"
            aria-label={t('chart.printOn', { page: paper })}
            onClick={() => printChart(paper)}
          >
            <Printer aria-hidden="true" size={16} /> {paper}
          </button>
        ))}
      </div>
      <Counts laidOut={laidOut} />
      <LineKinds laidOut={laidOut} />
    </div>
  );
}

/** How much there is, and how much of it is not drawn. */
function Counts({ laidOut: { chart } }: { laidOut: LaidOutChart }) {
  const isArranging = useSignal(isChartArranging);
  const isCut = useSignal(isChartCut);
  const closing = chart.lines.filter(({ kind }) => kind === 'closing').length;
  const { folded, leftOut } = chart;
  const told = [
    t('chart.cards', { n: chart.cards.length }),
    folded.cards > 0 && t('chart.folded', { n: folded.cards }),
    folded.lines > 0 && t('chart.foldedLines', { n: folded.lines }),
    closing > 0 && t('chart.closing', { n: closing }),
    leftOut > 0 && t('chart.leftOut', { n: leftOut, most: mostCards }),
    isCut && t('chart.cut'),
    isArranging && t('chart.arranging'),
  ].filter((text) => text !== false);
  return (
    <p className="chart-counts" role="status">
      {told.join(' · ')}
    </p>
  );
}

const kinds: readonly LineKind[] = ['branch', 'further', 'closing', 'oversight', 'founding'];

/** What the lines mean that there are. */
function LineKinds({ laidOut: { chart } }: { laidOut: LaidOutChart }) {
  const present = new Set(chart.lines.map(({ kind }) => kind));
  return (
    <ul className="chart-kinds">
      {kinds
        .filter((kind) => present.has(kind))
        .map((kind) => (
          <li key={kind}>
            <svg aria-hidden="true" width={30} height={8}>
              <path
                d={`M1 4h${lookOf(kind).hasArrow ? 23 : 28}`}
                strokeDasharray={lookOf(kind).dash.join(' ') || undefined}
              />
              {lookOf(kind).hasArrow && <path className="chart-arrow" d="M30 4l-7 -3.5v7z" />}
            </svg>{' '}
            {t(`chart.line.${kind}`)}
          </li>
        ))}
    </ul>
  );
}
