import { memo } from 'react';
import { roundedWay, shapesOfLine, titleOfLine } from '../../state/org-chart/draw-chart.ts';
import type { ChartLinePart } from '../../state/org-chart/chart-parts.ts';
import type { Scheme } from '../../state/org-chart/draw-card.ts';
import { select } from '../../state/picture/select-actions.ts';
import { ChartShapes } from './chart-shapes.tsx';

interface Props {
  part: ChartLinePart;
  scheme: Scheme;
  isSelected: boolean;
}

/** A line of the chart: a click selects its relationship. Keys come to it by what is told of the card at its end. */
export const ChartLine = memo(function ChartLine({ part, scheme, isSelected }: Props) {
  const { id } = part.line.relationship;
  const way = roundedWay(part.way);
  return (
    <g className="chart-line" aria-hidden="true" data-id={id} data-kind={part.line.kind} onClick={() => select(id)}>
      <title>{titleOfLine(part.line)}</title>
      {/* A pointer needs more than what is drawn. */}
      <path d={way} className="chart-reach" />
      {isSelected && <path d={way} className="chart-selected" />}
      <ChartShapes shapes={shapesOfLine(part, scheme)} />
    </g>
  );
});
