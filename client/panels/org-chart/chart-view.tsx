import { useEffect, useMemo, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { t } from '../../state/locale.ts';
import { toggleBranch } from '../../state/org-chart/chart-acts.ts';
import { chartCamera, isMeeting, showing } from '../../state/org-chart/chart-camera.ts';
import { partsOf } from '../../state/org-chart/draw-chart.ts';
import type { LaidOutChart } from '../../state/org-chart/laid-out.ts';
import { cardToward } from '../../state/org-chart/walk-chart.ts';
import type { ChartStep } from '../../state/org-chart/walk-chart.ts';
import { scheme } from '../../state/scheme.ts';
import { select } from '../../state/picture/select-actions.ts';
import { selectedId, soughtIds } from '../../state/view/view.ts';
import { ChartCard } from './chart-card.tsx';
import { ChartFar } from './chart-far.tsx';
import { listenForLooking } from './chart-gestures.ts';
import { ChartLine } from './chart-line.tsx';
import { useChartCamera, useChartControls } from './use-chart-camera.ts';
import { sizeOf, useChartSight } from './use-chart-sight.ts';
import { useSignal } from '../hooks/use-signal.ts';

/** Cards that are drawn with all that stands on them: where there are more in sight, nobody could read it. */
const mostInDetail = 200;

const steps: Readonly<Record<string, ChartStep>> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowLeft: 'left',
  ArrowRight: 'right',
  Home: 'first',
  End: 'last',
};

/** The chart itself: a tree of cards that is looked round in, of which only what is in sight is drawn. */
export function ChartView({ laidOut }: { laidOut: LaidOutChart }) {
  const frame = useRef<HTMLDivElement>(null);
  const layer = useRef<SVGGElement>(null);
  const [walkedTo, setWalkedTo] = useState<string>();
  const chosen = useSignal(selectedId);
  const looks = useSignal(scheme);
  const { cards } = laidOut.chart;
  const parts = useMemo(() => partsOf(laidOut), [laidOut]);
  const roots = useMemo(() => cards.flatMap(({ id, parent }) => (parent === null ? [id] : [])), [cards]);
  const byId = useMemo(() => new Map(parts.cards.map((part) => [part.card.id, part])), [parts]);
  const activeId = [walkedTo, chosen ?? undefined, cards[0]?.id].find((id) => id !== undefined && byId.has(id));
  useChartCamera(frame, laidOut, activeId);
  useChartControls(frame);
  useEffect(() => (frame.current ? listenForLooking(frame.current) : undefined), []);
  const area = useChartSight(frame, layer);

  const bringIntoSight = (id: string): void => {
    const box = byId.get(id)?.box;
    if (box && frame.current) chartCamera.value = showing(chartCamera.peek(), box, sizeOf(frame.current));
  };
  useSoughtCards(laidOut, bringIntoSight);
  const walkTo = (id: string): void => {
    setWalkedTo(id);
    bringIntoSight(id);
    // It is drawn first: it may have been out of sight.
    requestAnimationFrame(() => cardElement(frame.current, id)?.focus({ preventScroll: true }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const part = activeId === undefined ? undefined : byId.get(activeId);
    const step = steps[event.key];
    if (
      !part ||
      event.ctrlKey ||
      event.metaKey ||
      event.altKey ||
      (!step && event.key !== 'Enter' && event.key !== ' ')
    )
      return;
    event.preventDefault();
    event.stopPropagation();
    const { id, isFolded, children } = part.card;
    if (event.key === 'Enter') select(id);
    else if (!step || (step === 'down' && isFolded)) {
      if (children.length > 0) toggleBranch(id);
    } else {
      const next = cardToward(cards, id, step);
      if (next !== undefined) walkTo(next);
    }
  };

  const inSight = area === null ? [] : parts.cards.filter(({ box }) => isMeeting(box, area));
  const isFar = inSight.length > mostInDetail;
  const detailed = inSight.filter(({ card }) => !isFar || card.id === activeId || card.id === chosen);
  const active = activeId === undefined ? undefined : byId.get(activeId);
  if (active && !detailed.includes(active)) detailed.push(active);
  const lines = area === null ? [] : parts.lines.filter(({ box }) => isMeeting(box, area));
  return (
    <div className="chart-frame" ref={frame}>
      <svg
        className="chart-drawing"
        role="tree"
        tabIndex={-1}
        aria-orientation="horizontal"
        aria-label={t('chart.label', { n: cards.length })}
        onKeyDown={onKeyDown}
      >
        <g ref={layer} role="presentation">
          {isFar ? (
            <ChartFar lines={lines} cards={inSight} scheme={looks} onPick={select} />
          ) : (
            lines.map((part) => {
              const { id } = part.line.relationship;
              return <ChartLine key={id} part={part} scheme={looks} isSelected={id === chosen} />;
            })
          )}
          {detailed.map((part) => {
            const { id, parent } = part.card;
            const siblings = parent === null ? roots : (byId.get(parent)?.card.children ?? []);
            return (
              <ChartCard
                key={id}
                part={part}
                scheme={looks}
                place={siblings.indexOf(id) + 1}
                siblings={siblings.length}
                isSelected={id === chosen}
                isActive={id === activeId}
                onFocus={setWalkedTo}
              />
            );
          })}
        </g>
      </svg>
    </div>
  );
}

const cardElement = (frame: Element | null, id: string): SVGElement | null =>
  frame?.querySelector<SVGElement>(`[role=treeitem][data-id="${CSS.escape(id)}"]`) ?? null;

/** Brings a card into sight that the reader has asked for, then lets it go. */
function useSoughtCards(laidOut: LaidOutChart, bring: (id: string) => void): void {
  const sought = useSignal(soughtIds);
  useEffect(() => {
    const found = sought.find((id) => laidOut.cards.has(id));
    if (found !== undefined) bring(found);
  });
}
