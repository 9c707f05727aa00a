import { useId, useState } from 'react';
import type { FigureChart as Chart } from '../../state/figures/figure-charts.ts';
import { newestOf } from '../../state/figures/figure-charts.ts';
import { axisText, scopeOfChart } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { t } from '../../state/locale.ts';
import type { Tell } from './figure-button.tsx';
import { FigureBars } from './figure-bars.tsx';
import { FigureNumber } from './figure-number.tsx';
import { FigureReadout } from './figure-readout.tsx';
import { FigureSeries } from './figure-series.tsx';
import { FigureShares } from './figure-shares.tsx';
import { FigureTable } from './figure-table.tsx';

/** A chart of figures with what it is of, the quote of the figure that is pointed at, and the same as a table. */
export function FigureChart({ chart, title }: { chart: Chart; title: string }) {
  const [told, setTold] = useState<Figure | null>(null);
  const captionId = useId();
  const drawn = newestOf(chart);
  const shown = drawn.figures;
  return (
    <figure className="figure-chart" data-kind={chart.kind} aria-labelledby={captionId}>
      <figcaption id={captionId}>
        <span className="visually-hidden">{title} </span>
        {scopeOfChart(chart)}
      </figcaption>
      <Plot chart={drawn} tell={setTold} />
      {shown.length < chart.figures.length && (
        <p className="hint">{t('figures.newest', { n: shown.length, total: chart.figures.length })}</p>
      )}
      {chart.kind !== 'number' && (
        <>
          <FigureReadout figure={told}>
            {chart.kind === 'series' ? axisText(shown) : t('figures.hint')}
            {chart.figures.some(({ isDerived }) => isDerived) && ` ${t('figures.derivedMark')}`}
          </FigureReadout>
          <FigureTable chart={chart} title={title} />
        </>
      )}
    </figure>
  );
}

function Plot({ chart, tell }: { chart: Chart; tell: Tell }) {
  switch (chart.kind) {
    case 'series':
      return <FigureSeries figures={chart.figures} tell={tell} />;
    case 'whole':
      return <FigureShares total={chart.total} figures={chart.figures} tell={tell} />;
    case 'comparison':
      return <FigureBars figures={chart.figures} tell={tell} />;
    case 'number':
      return <FigureNumber figure={chart.figures[0]} tell={tell} />;
  }
}
