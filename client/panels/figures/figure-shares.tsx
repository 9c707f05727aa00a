import { valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { formatNumber } from '../../state/locale.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { FigureButton } from './figure-button.tsx';
import type { Tell } from './figure-button.tsx';

/** Grounds of the parts, which differ in colour and in pattern. */
const tints = 4;
/** The share of the bar from which a part has room for its number. */
const leastTold = 0.08;

interface FigureSharesProps {
  total: Figure;
  figures: readonly Figure[];
  tell: Tell;
}

/** A whole as one bar that its parts fill, and below it the parts in the same order, each with its share. */
export function FigureShares({ total, figures, tell }: FigureSharesProps) {
  const sum = figures.reduce((before, { value }) => before + value, 0);
  return (
    <>
      <div className="shares" aria-hidden="true">
        {figures.map((figure, index) => (
          <span
            key={figure.id}
            data-tint={index % tints}
            data-derived={figure.isDerived}
            style={{ width: `${(100 * figure.value) / sum}%` }}
          >
            {figure.value / sum >= leastTold && formatNumber(figure.value)}
          </span>
        ))}
      </div>
      <ul className="parts">
        <li>
          <FigureButton figure={total} tell={tell} className="part-row total" said={['name', 'value']}>
            <span className="bar-name">{nameOfId(total.id)}</span>
            <span className="bar-value">{valueText(total)}</span>
          </FigureButton>
        </li>
        {figures.map((figure, index) => (
          <li key={figure.id}>
            <FigureButton figure={figure} tell={tell} className="part-row" said={['name', 'value']}>
              <span className="swatch" data-tint={index % tints} aria-hidden="true" />
              <span className="bar-name">{nameOfId(figure.id)}</span>
              <span className="bar-value">
                {valueText(figure)} <small>{formatNumber(Math.round((100 * figure.value) / sum))} %</small>
              </span>
            </FigureButton>
          </li>
        ))}
      </ul>
    </>
  );
}
