import { scaleOfBars, shareOf } from '../../state/figures/figure-scale.ts';
import { valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { FigureButton } from './figure-button.tsx';
import type { Tell } from './figure-button.tsx';

/** Figures side by side as bars, all of which begin at zero. */
export function FigureBars({ figures, tell }: { figures: readonly Figure[]; tell: Tell }) {
  const scale = scaleOfBars(figures.map(({ value }) => value));
  const zero = shareOf(0, scale);
  return (
    <ul className="bars">
      {figures.map((figure) => {
        const end = shareOf(figure.value, scale);
        const [left, right] = [Math.min(zero, end), Math.max(zero, end)];
        return (
          <li key={figure.id}>
            <FigureButton figure={figure} tell={tell} className="bar-row" said={['name', 'value']}>
              <span className="bar-name">{nameOfId(figure.id)}</span>
              <span className="bar-value">{valueText(figure)}</span>
              <span className="bar-track" aria-hidden="true">
                <span className="bar" style={{ left: `${100 * left}%`, width: `${100 * (right - left)}%` }} />
              </span>
            </FigureButton>
          </li>
        );
      })}
    </ul>
  );
}
