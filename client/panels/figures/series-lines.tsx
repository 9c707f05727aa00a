import { pointsOf, shareOf } from '../../state/figures/figure-scale.ts';
import type { Scale } from '../../state/figures/figure-scale.ts';
import type { Figure } from '../../state/figures/figures.ts';

interface SeriesLinesProps {
  figures: readonly Figure[];
  scale: Scale;
  /** Whether lines stand at the numbers of the axis. */
  hasGrid: boolean;
}

/** The line of a series, stretched over whatever room there is; its points stand over it. */
export function SeriesLines({ figures, scale, hasGrid }: SeriesLinesProps) {
  const line = pointsOf(figures, scale).map(({ x, y }) => `${100 * x},${100 - 100 * y}`);
  return (
    <svg className="series-lines" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {hasGrid &&
        scale.ticks.map((tick) => {
          const y = 100 - 100 * shareOf(tick, scale);
          return <line key={tick} className={tick === 0 ? 'zero' : 'grid'} x1="0" x2="100" y1={y} y2={y} />;
        })}
      <polyline points={line.join(' ')} />
    </svg>
  );
}
