import type { Measure } from '../../state/figures/figure-charts.ts';
import { knownFigures, loadFigures } from '../../state/figures/known-figures.ts';
import { problemSentence, t } from '../../state/locale.ts';
import { measureTitle, measures } from '../../state/figures/measures.ts';
import { CypherBehind } from '../workbench/cypher-behind.tsx';
import { FigureChart } from './figure-chart.tsx';
import { Contradiction, SumLine } from './figure-findings.tsx';
import { MoreButton } from '../widgets/more-button.tsx';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Measures, and charts of each, that are shown at first and that each further step brings. */
const measuresAtOnce = 60;
const chartsAtOnce = 12;

/** The figures of the document by measure, as charts of which each point leads to its quote. */
export function FiguresTwin() {
  return (
    <section className="figures-twin" aria-label={t('figures.title')} tabIndex={-1}>
      <h2>
        {t('figures.title')}{' '}
        <CypherBehind parts={() => [{ title: t('figures.title'), query: 'figures', parameters: {} }]} />
      </h2>
      <Contents />
    </section>
  );
}

function Contents() {
  const known = useSignal(knownFigures);
  const all = useSignal(measures);
  switch (known.kind) {
    case 'waiting':
      return <p role="status">{t('figures.loading')}</p>;
    case 'failed':
      return (
        <div role="alert">
          <p>{problemSentence(known.problem)}</p>
          <button type="button" className="primary" onClick={() => void loadFigures()}>
            {t('page.retry')}
          </button>
        </div>
      );
    case 'none':
      return <p className="empty">{t('figures.none')}</p>;
    case 'answered':
      return all.length === 0 ? (
        <p className="empty">{t('figures.none')}</p>
      ) : (
        <Measures all={all} isCut={known.answer.truncated} />
      );
  }
}

const isAlone = ({ charts }: Measure): boolean => charts.every(({ kind }) => kind === 'number');

function Measures({ all, isCut }: { all: readonly Measure[]; isCut: boolean }) {
  const charted = all.filter((measure) => !isAlone(measure));
  const alone = all.filter(isAlone);
  const contradictions = all.flatMap(({ disagreements }) => disagreements).length;
  return (
    <>
      <p className="hint">
        {t('figures.count', {
          n: all.reduce((sum, { figures }) => sum + figures.length, 0),
          measures: all.length,
        })}
      </p>
      {contradictions > 0 && <p className="warning">{t('figures.contradictions', { n: contradictions })}</p>}
      {isCut && <p className="warning">{t('figures.truncated')}</p>}
      <Group title={t('figures.charted')} measures={charted} className="measures" />
      <Group title={t('figures.alone')} measures={alone} className="measures of-numbers" />
    </>
  );
}

interface GroupProps {
  title: string;
  measures: readonly Measure[];
  className: string;
}

function Group({ title, measures: all, className }: GroupProps) {
  const portion = usePortion(all, measuresAtOnce);
  if (all.length === 0) return null;
  return (
    <section>
      <h3>{title}</h3>
      <div className={className}>
        {portion.shown.map((measure) => (
          <MeasureTile key={measure.name} measure={measure} />
        ))}
      </div>
      <MoreButton portion={portion} label={(values) => t('figures.more', values)} />
    </section>
  );
}

function MeasureTile({ measure: { name, charts, sums, disagreements } }: { measure: Measure }) {
  const title = measureTitle(name);
  const portion = usePortion(charts, chartsAtOnce);
  return (
    <div className="measure" role="group" aria-label={title}>
      <h4>{title}</h4>
      {disagreements.map((one) => (
        <Contradiction key={one.key} of={one} />
      ))}
      {portion.shown.map((chart) => (
        <FigureChart key={`${chart.kind} ${chart.key}`} chart={chart} title={title} />
      ))}
      <MoreButton portion={portion} label={(values) => t('figures.moreCharts', values)} />
      {sums.map((sum) => (
        <SumLine key={sum.key} of={sum} />
      ))}
    </div>
  );
}
