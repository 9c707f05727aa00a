import { scaleOfLine } from '../../state/figures/figure-scale.ts';
import { joinParts, timeText, valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { measureTitle, measures, sparksOfNode } from '../../state/figures/measures.ts';
import { SeriesLines } from './series-lines.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Lines that a card has room for. */
const mostLines = 3;

/** The figures of a node in a few small lines, as a card has room for them; nothing, where there are none. */
export function FigureSparks({ of }: { of: string }) {
  useSignal(measures);
  const sparks = sparksOfNode(of).slice(0, mostLines);
  if (sparks.length === 0) return null;
  return (
    <ul className="sparks">
      {sparks.map(({ key, measure, figures }) => (
        <li key={key}>
          <Spark title={measureTitle(measure)} figures={figures} />
        </li>
      ))}
    </ul>
  );
}

/** One figure, or a series as a line with its first and its last number, after what it measures. */
function Spark({ title, figures }: { title: string; figures: readonly Figure[] }) {
  const [first, last] = [figures[0], figures.at(-1)];
  if (!first || !last) return null;
  const told = figures.map((figure) => joinParts([timeText(figure), valueText(figure)])).join('; ');
  return (
    <span className="spark" title={told}>
      <small>{title}</small>
      <span>
        {first !== last && (
          <>
            {valueText(first)}
            <SeriesLines figures={figures} scale={scaleOfLine(figures.map(({ value }) => value))} hasGrid={false} />
          </>
        )}
        {valueText(last)}
      </span>
    </span>
  );
}
