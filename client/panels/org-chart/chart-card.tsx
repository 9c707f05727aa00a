import { memo } from 'react';
import { t } from '../../state/locale.ts';
import { spokenFace } from '../../state/org-chart/card-face.ts';
import { toggleBranch } from '../../state/org-chart/chart-acts.ts';
import { countSize, shapesOfCard, shapesOfCount } from '../../state/org-chart/draw-card.ts';
import type { Scheme } from '../../state/org-chart/draw-card.ts';
import type { ChartCardPart } from '../../state/org-chart/chart-parts.ts';
import { select } from '../../state/picture/select-actions.ts';
import { ChartShapes } from './chart-shapes.tsx';

interface Props {
  part: ChartCardPart;
  scheme: Scheme;
  /** Its place among its siblings, from 1, and how many they are. */
  place: number;
  siblings: number;
  isSelected: boolean;
  /** Whether Tab leads to it. */
  isActive: boolean;
  onFocus: (id: string) => void;
}

/** A body of the chart. A click selects it; the button at its lower border folds what is below. */
export const ChartCard = memo(function ChartCard(props: Props) {
  const { part, scheme, place, siblings, isSelected, isActive, onFocus } = props;
  const { card, face, box } = part;
  const hasBelow = card.children.length > 0;
  return (
    <g className="chart-card" data-card={card.id} onClick={() => select(card.id)}>
      <title>{face.name}</title>
      {/* Its label says the same in one sentence. */}
      <g aria-hidden="true">
        <ChartShapes shapes={shapesOfCard(face, box, scheme)} />
      </g>
      <rect
        role="treeitem"
        aria-label={hasBelow ? `${spokenFace(face)} · ${t('chart.below', { n: card.below })}` : spokenFace(face)}
        aria-level={card.level}
        aria-posinset={place}
        aria-setsize={siblings}
        aria-selected={isSelected}
        aria-expanded={hasBelow ? !card.isFolded : undefined}
        tabIndex={isActive ? 0 : -1}
        data-id={card.id}
        className="chart-ring"
        x={box.x - 4}
        y={box.y - 4}
        width={box.width + 8}
        height={box.height + 8}
        rx={11}
        onFocus={() => onFocus(card.id)}
      />
      {hasBelow && <Toggle part={part} scheme={scheme} />}
    </g>
  );
});

/** The button at a card's lower border; keys have the card itself. */
function Toggle({ part: { card, face, exit }, scheme }: { part: ChartCardPart; scheme: Scheme }) {
  const { id, isFolded, below } = card;
  const colour = face.style.colour[scheme];
  const half = countSize.height / 2;
  return (
    <g
      className="chart-toggle"
      aria-hidden="true"
      onClick={(event) => {
        event.stopPropagation();
        toggleBranch(id);
      }}
    >
      <title>{t(isFolded ? 'chart.unfold' : 'chart.fold', { name: face.name, n: below })}</title>
      {/* A finger needs more than what is drawn. */}
      <circle cx={exit.x} cy={exit.y} r={16} fill="transparent" />
      {isFolded ? (
        <ChartShapes shapes={shapesOfCount(below, exit, colour, scheme)} />
      ) : (
        <>
          <circle cx={exit.x} cy={exit.y} r={half - 2} className="chart-fold" stroke={colour} />
          <path d={`M${exit.x - 4} ${exit.y}h8`} stroke={colour} strokeWidth={1.8} />
        </>
      )}
    </g>
  );
}
