import { pointsOf, scaleOfLine, shareOf, toldOf } from '../../state/figures/figure-scale.ts';
import { valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { formatDate, formatNumber } from '../../state/locale.ts';
import { FigureButton } from './figure-button.tsx';
import type { Tell } from './figure-button.tsx';
import { SeriesLines } from './series-lines.tsx';

const percent = (share: number): string => `${100 * share}%`;

/** Figures of one thing over time, as points on a line: time runs evenly from left to right. */
export function FigureSeries({ figures, tell }: { figures: readonly Figure[]; tell: Tell }) {
  const scale = scaleOfLine(figures.map(({ value }) => value));
  const points = pointsOf(figures, scale);
  const told = toldOf(points);
  return (
    <div className="series">
      <div className="series-axis" aria-hidden="true">
        {scale.ticks.map((tick) => (
          <span key={tick} style={{ bottom: percent(shareOf(tick, scale)) }}>
            {formatNumber(tick)}
          </span>
        ))}
      </div>
      <div className="series-plot">
        <SeriesLines figures={figures} scale={scale} hasGrid />
        <ul>
          {points.map(({ figure, x, y, side }, index) => (
            <li key={figure.id} data-side={side} style={{ left: percent(x), bottom: percent(y) }}>
              <FigureButton
                figure={figure}
                tell={tell}
                className="series-point"
                said={told.has(index) ? ['value'] : []}
              >
                <span className="dot" />
                {told.has(index) && <span className="point-value">{valueText(figure)}</span>}
              </FigureButton>
            </li>
          ))}
        </ul>
      </div>
      <div className="series-times" aria-hidden="true">
        {points.map(
          ({ figure, x }, index) =>
            told.has(index) && (
              <span key={figure.id} style={{ left: percent(x) }}>
                {formatDate(figure.time ?? '')}
              </span>
            ),
        )}
      </div>
    </div>
  );
}
