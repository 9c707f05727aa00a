import type { ReactNode } from 'react';
import { describeFigure, groundsOfFigure } from '../../state/figures/figure-words.ts';
import type { Statement } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { t } from '../../state/locale.ts';
import { openFigure } from '../../state/figures/open-figure.ts';
import { selectedId } from '../../state/view/view.ts';
import { Quoted } from '../reading/quoted.tsx';
import { useSignal } from '../hooks/use-signal.ts';

/** Tells of a figure while it is pointed at or has the focus; null when it is no longer. */
export type Tell = (figure: Figure | null) => void;

interface FigureButtonProps {
  figure: Figure;
  tell: Tell;
  className: string;
  /** What of the figure stands on it; the rest is for those who hear the page. */
  said: readonly Statement[];
  children: ReactNode;
}

/** A figure on a chart: it tells its quote while it is pointed at or focused, and leads to its evidence. */
export function FigureButton({ figure, tell, className, said, children }: FigureButtonProps) {
  const isChosen = useSignal(selectedId) === figure.id;
  return (
    <button
      type="button"
      className={className}
      aria-current={isChosen}
      data-derived={figure.isDerived}
      onClick={() => openFigure(figure.id)}
      onFocus={() => tell(figure)}
      onBlur={() => tell(null)}
      onPointerEnter={() => tell(figure)}
      onPointerLeave={() => tell(null)}
    >
      {children}
      <Described figure={figure} said={said} />
    </button>
  );
}

/** What does not stand on the figure; its quote keeps the language that it is in. */
function Described({ figure, said }: Pick<FigureButtonProps, 'figure' | 'said'>) {
  const [citation] = groundsOfFigure(figure).citations;
  const words = describeFigure(figure, [...said, 'quote']);
  const hasQuote = citation !== undefined && !said.includes('quote');
  return (
    <span className="visually-hidden">
      {' '}
      {words}
      {hasQuote && (
        <>
          {words !== '' && ' · '}
          {t('figures.quoteAt', { place: citation.place })} <Quoted>{citation.quote}</Quoted>
        </>
      )}
    </span>
  );
}
