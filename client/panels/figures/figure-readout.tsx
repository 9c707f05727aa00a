import type { ReactNode } from 'react';
import { basisText, groundsOfFigure, joinParts, timeText, valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { passages } from '../../state/reading/passages.ts';
import { Quoted } from '../reading/quoted.tsx';
import { useSignal } from '../hooks/use-signal.ts';

interface FigureReadoutProps {
  figure: Figure | null;
  /** What stands there while no figure is pointed at. */
  children: ReactNode;
}

/** What the document says of the figure that is pointed at. What has the focus is told by its own name to who hears it. */
export function FigureReadout({ figure, children }: FigureReadoutProps) {
  useSignal(passages);
  if (!figure) return <p className="readout hint">{children}</p>;
  const [citation] = groundsOfFigure(figure).citations;
  return (
    <p className="readout" aria-hidden="true">
      <strong>{valueText(figure)}</strong> {joinParts([timeText(figure), basisText(figure)])}{' '}
      {citation && <Quoted>{citation.quote}</Quoted>}
    </p>
  );
}
