import { figuresOfChart, newestOf } from '../../state/figures/figure-charts.ts';
import type { FigureChart } from '../../state/figures/figure-charts.ts';
import { quoteLanguage } from '../../state/reading/evidence.ts';
import {
  basisText,
  groundsOfFigure,
  joinParts,
  scopeText,
  timeText,
  valueText,
} from '../../state/figures/figure-words.ts';
import { columnTitle, t } from '../../state/locale.ts';
import { notify } from '../../state/notices.ts';
import { openFigure } from '../../state/figures/open-figure.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { palette, scheme } from '../../state/scheme.ts';
import { MoreButton } from '../widgets/more-button.tsx';
import { saveFile } from '../exporting/save-file.ts';
import { usePortion } from '../hooks/use-portion.ts';

const rowsAtOnce = 100;

/** A chart's figures as a table, with all that is known of each. */
export function FigureTable({ chart, title }: { chart: FigureChart; title: string }) {
  const figures = figuresOfChart(chart);
  const portion = usePortion(figures, rowsAtOnce);
  return (
    <details className="figure-table">
      <summary>{t('figures.asTable')}</summary>
      <div className="table-frame" role="region" aria-label={joinParts([title, t('view.table')])} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{columnTitle('figure')}</th>
              <th scope="col">{t('figures.value')}</th>
              <th scope="col">{columnTitle('time')}</th>
              <th scope="col">{columnTitle('of')}</th>
              <th scope="col">{t('table.basis')}</th>
              <th scope="col">{t('inspector.evidence')}</th>
            </tr>
          </thead>
          <tbody>
            {portion.shown.map((figure) => (
              <tr key={figure.id}>
                <th scope="row">
                  <button type="button" className="link" onClick={() => openFigure(figure.id)}>
                    {nameOfId(figure.id)}
                  </button>
                </th>
                <td>{valueText(figure)}</td>
                <td>{timeText(figure)}</td>
                <td>{scopeText(figure)}</td>
                <td>{basisText(figure)}</td>
                <td lang={quoteLanguage()}>
                  {groundsOfFigure(figure)
                    .citations.map(({ quote }) => `“${quote}”`)
                    .join(' ')}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <MoreButton portion={portion} label={(values) => t('figures.moreRows', values)} />
      <button type="button" className="link" onClick={() => void saveAsSvg(chart, title)}>
        {t('figures.save')}
      </button>
    </details>
  );
}

/** Saves what is drawn of the chart as a picture of its own. */
async function saveAsSvg(chart: FigureChart, title: string): Promise<void> {
  try {
    const [{ drawFigures }, { writeSvg }] = await Promise.all([
      import('../../state/exporting/draw-figures.ts'),
      import('../../state/exporting/write-svg.ts'),
    ]);
    const svg = writeSvg(drawFigures(newestOf(chart), title, palette[scheme.peek()]));
    saveFile(`${title}.svg`, new Blob([svg], { type: 'image/svg+xml' }));
  } catch {
    notify({ kind: 'word', word: 'figures.notSaved' });
  }
}
