import { basisText, groundsOfFigure, joinParts, timeText, valueText } from '../../state/figures/figure-words.ts';
import type { Figure } from '../../state/figures/figures.ts';
import { nameOfId } from '../../state/picture/picture.ts';
import { FigureButton } from './figure-button.tsx';
import type { Tell } from './figure-button.tsx';
import { Quoted } from '../reading/quoted.tsx';

/** A figure that stands alone with its quote: there is nothing to compare it with. */
export function FigureNumber({ figure, tell }: { figure: Figure; tell: Tell }) {
  const [citation] = groundsOfFigure(figure).citations;
  return (
    <FigureButton
      figure={figure}
      tell={tell}
      className="number-tile"
      said={['value', 'time', 'name', 'basis', 'quote']}
    >
      <span className="number">{valueText(figure)}</span>
      <span className="number-name">{nameOfId(figure.id)}</span>
      <small>{joinParts([timeText(figure), basisText(figure)])}</small>
      {citation && (
        <small>
          <Quoted>{citation.quote}</Quoted>
        </small>
      )}
    </FigureButton>
  );
}
