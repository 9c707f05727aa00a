import { problemSentence, t } from '../../state/locale.ts';
import { ontology } from '../../state/ontology.ts';
import { chartAttempts, hasLayoutFailed, laidOutChart } from '../../state/org-chart/laid-out.ts';
import { chart, chartProblem, hasHierarchy } from '../../state/org-chart/open-chart.ts';
import { ChartBar } from './chart-bar.tsx';
import { ChartPrint } from './chart-print.tsx';
import { ChartView } from './chart-view.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** The organisation chart of the data set, or why there is none. */
export function OrgChart() {
  const isKnown = useSignal(ontology) !== null;
  const isPossible = useSignal(hasHierarchy);
  const laidOut = useSignal(laidOutChart);
  const problem = useSignal(chartProblem);
  const hasFailed = useSignal(hasLayoutFailed);
  const found = useSignal(chart);
  if (isKnown && !isPossible) return <p className="chart-note">{t('chart.noHierarchy')}</p>;
  if (problem || hasFailed) {
    return (
      <div className="chart-note" role="alert">
        <h2>{t('chart.failed')}</h2>
        <p>{problem ? problemSentence(problem) : t('chart.layoutFailed')}</p>
        <button type="button" className="primary" onClick={() => (chartAttempts.value += 1)}>
          {t('page.retry')}
        </button>
      </div>
    );
  }
  if (found?.cards.length === 0) return <p className="chart-note">{t('chart.empty')}</p>;
  if (!laidOut) {
    return (
      <p className="chart-note" role="status">
        {t(found ? 'chart.arranging' : 'chart.loading')}
      </p>
    );
  }
  return (
    <>
      <ChartBar laidOut={laidOut} />
      <ChartView laidOut={laidOut} />
      <ChartPrint laidOut={laidOut} />
    </>
  );
}
