import { CheckCheck, TriangleAlert } from 'lucide-react';
import type { CheckedSum, Disagreement } from '../../state/figures/figure-charts.ts';
import { groundsOfFigure, sumText, timeText, valueText } from '../../state/figures/figure-words.ts';
import { joinWords, t } from '../../state/locale.ts';
import { openFigure } from '../../state/figures/open-figure.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { Citations } from '../reading/citations.tsx';

/** Figures that cannot be true together, in words and each with its quotes; which of them is right is not for us to say. */
export function Contradiction({ of }: { of: Disagreement }) {
  const figures = of.kind === 'sum' ? [of.total, ...of.figures] : of.figures;
  return (
    <div className="contradiction" role="group" aria-label={t('figures.contradiction')}>
      <p>
        <TriangleAlert aria-hidden="true" size={16} /> <strong>{t('figures.contradiction')}</strong> {sentenceOf(of)}
      </p>
      <ul>
        {figures.map((figure) => (
          <li key={figure.id}>
            <button type="button" className="link" onClick={() => openFigure(figure.id)}>
              {nameOfId(figure.id)}
            </button>{' '}
            <strong>{valueText(figure)}</strong> <small>{timeText(figure)}</small>
            <Citations grounds={groundsOfFigure(figure)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function sentenceOf(of: Disagreement): string {
  if (of.kind === 'sum') return t('figures.sumDisagrees', { sum: sumText(of.figures), total: valueText(of.total) });
  return t('figures.valuesDisagree', { values: joinWords(of.figures.map(valueText)) });
}

/** A sum that the document's figures give, worked out. */
export function SumLine({ of: { parts, total, isExact } }: { of: CheckedSum }) {
  const values = { sum: sumText(parts), total: valueText(total) };
  return (
    <p className="sum-line">
      <CheckCheck aria-hidden="true" size={16} />
      <span>
        {t(isExact ? 'figures.sumComesOut' : 'figures.sumMayComeOut', values)}
        <span className="summands">
          {t('why.sum')}
          {parts.map((figure) => (
            <button key={figure.id} type="button" className="link" onClick={() => openFigure(figure.id)}>
              {nameOfId(figure.id)}
            </button>
          ))}
        </span>
      </span>
    </p>
  );
}
