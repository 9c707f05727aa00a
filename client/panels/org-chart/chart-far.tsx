import { memo } from 'react';
import type { MouseEvent } from 'react';
import { linePath, rectanglePath } from '../../state/exporting/basic-shapes.ts';
import { lookOf } from '../../state/org-chart/draw-chart.ts';
import type { ChartCardPart, ChartLinePart } from '../../state/org-chart/chart-parts.ts';
import type { Scheme } from '../../state/org-chart/draw-card.ts';
import { palette } from '../../state/scheme.ts';

interface Props {
  lines: readonly ChartLinePart[];
  cards: readonly ChartCardPart[];
  scheme: Scheme;
  onPick: (id: string) => void;
}

/** A chart from afar: cards as blocks of their colours, lines without words, each look one path. */
export const ChartFar = memo(function ChartFar({ lines, cards, scheme, onPick }: Props) {
  const byKind = groupedBy(lines, ({ line }) => line.kind);
  const byColour = groupedBy(cards, ({ face }) => face.style.colour[scheme]);
  const pick = (event: MouseEvent<SVGGElement>): void => {
    const matrix = event.currentTarget.getScreenCTM()?.inverse();
    if (!matrix) return;
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const hit = cards.find(({ box }) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height);
    if (hit) onPick(hit.card.id);
  };
  return (
    <g aria-hidden="true" onClick={pick}>
      {[...byKind].map(([kind, parts]) => (
        <path
          key={kind}
          d={parts.map(({ way }) => linePath(way)).join('')}
          fill="none"
          stroke={palette[scheme].line}
          strokeWidth={2}
          strokeDasharray={lookOf(kind).dash.join(' ') || undefined}
        />
      ))}
      {[...byColour].map(([colour, parts]) => (
        <path key={colour} d={parts.map(({ box }) => rectanglePath(box, 0)).join('')} fill={colour} />
      ))}
    </g>
  );
});

function groupedBy<Item, Key>(items: readonly Item[], keyOf: (item: Item) => Key): Map<Key, Item[]> {
  const groups = new Map<Key, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
