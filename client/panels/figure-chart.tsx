import { useId, useState } from 'react';
import type { FigureChart as Chart } from '../state/figure-charts.ts';
import { figuresOfChart } from '../state/figure-charts.ts';
import { scaleOfLine } from '../state/figure-scale.ts';
import { plainValue, scopeText, valueText } from '../state/figure-words.ts';
import type { Figure } from '../state/figures.ts';
import { t } from '../state/locale.ts';
import type { Tell } from './figure-button.tsx';
import { FigureBars } from './figure-bars.tsx';
import { FigureNumber } from './figure-number.tsx';
import { FigureReadout } from './figure-readout.tsx';
import { FigureSeries } from './figure-series.tsx';
import { FigureShares } from './figure-shares.tsx';
import { FigureTable } from './figure-table.tsx';

/** Points that a chart has at most: the newest ones. The parts of a whole are as many as the data set names. */
const mostPoints = 60;

/** A chart of figures with what it is of, the quote of the figure that is pointed at, and the same as a table. */
export function FigureChart({ chart, title }: { chart: Chart; title: string }) {
  const [told, setTold] = useState<Figure | null>(null);
  const captionId = useId();
  const all = figuresOfChart(chart);
  const shown = chart.kind === 'whole' ? chart.figures : chart.figures.slice(-mostPoints);
  return (
    <figure className="figure-chart" data-kind={chart.kind} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <span className="visually-hidden">{title} </span>
        <Scope chart={chart} />
      </figcaption>
      <Plot chart={chart} figures={shown} tell={setTold} />
      {shown.length < chart.figures.length && (
        <p className="hint">{t('figures.newest', { n: shown.length, total: chart.figures.length })}</p>
      )}
      {chart.kind !== 'number' && (
        <>
          <FigureReadout figure={told}>
            {chart.kind === 'series' ? axisText(shown) : t('figures.hint')}
            {chart.figures.some(({ isDerived }) => isDerived) && ` ${t('figures.derivedMark')}`}
          </FigureReadout>
          <FigureTable figures={all} title={title} />
        </>
      )}
    </figure>
  );
}

/** From where to where the axis of a line runs, which a reader is to know who takes it for one from zero. */
function axisText(figures: readonly Figure[]): string {
  const { from, to } = scaleOfLine(figures.map(({ value }) => value));
  const unit = figures[0]?.unit ?? { zh: '', en: '' };
  const values = { from: plainValue({ value: from, unit }), to: plainValue({ value: to, unit }) };
  return t(from === 0 ? 'figures.axis' : 'figures.axisCut', values);
}

/** What the figures are of, where it is the same for all of them; the total of a whole. */
function Scope({ chart }: { chart: Chart }) {
  if (chart.kind === 'whole') return t('figures.whole', { total: valueText(chart.total) });
  const [names = '', ...others] = [...new Set(chart.figures.map(scopeText))];
  return others.length === 0 && names !== '' ? t('figures.about', { names }) : null;
}

function Plot({ chart, figures, tell }: { chart: Chart; figures: readonly Figure[]; tell: Tell }) {
  switch (chart.kind) {
    case 'series':
      return <FigureSeries figures={figures} tell={tell} />;
    case 'whole':
      return <FigureShares total={chart.total} figures={figures} tell={tell} />;
    case 'comparison':
      return <FigureBars figures={figures} tell={tell} />;
    case 'number':
      return <FigureNumber figure={chart.figures[0]} tell={tell} />;
  }
}
