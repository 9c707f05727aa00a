import { useLayoutEffect, useRef, useState } from 'react';
import { chosenItems, isOnPicture, selectItem } from '../../state/timeline/known-timeline.ts';
import { t } from '../../state/locale.ts';
import { pointedIds } from '../../state/picture/pointed.ts';
import { isAbout } from '../../state/timeline/timeline.ts';
import type { Mark } from '../../state/timeline/timeline-layout.ts';
import { dateOfMark, nameOfItem, sentenceOfMark } from '../../state/timeline/timeline-words.ts';
import { selectedId } from '../../state/view/view.ts';
import { lazyPart } from '../widgets/lazy-part.tsx';
import { ItemBadge, useItemColour } from './timeline-badge.tsx';
import { TimelineList } from './timeline-list.tsx';
import { useSignal } from '../hooks/use-signal.ts';

const PanelPopover = lazyPart(async () => (await import('../widgets/panel-popover.tsx')).PanelPopover, {
  className: 'part-failed popover-failed',
});

interface TimelineMarkProps {
  mark: Mark;
  /** Whether it is the one that Tab leads to. */
  isActive: boolean;
  onFocus: (id: string) => void;
}

/** One thing on the strip, or several of one time, which open as a list. */
export function TimelineMark({ mark, isActive, onFocus }: TimelineMarkProps) {
  const { items } = mark;
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const chosen = useSignal(chosenItems);
  const selected = useSignal(selectedId);
  const pointed = useSignal(pointedIds);
  // Of several, the one that is selected stands for all.
  const face = items.find(({ id }) => id === selected) ?? items[0];
  const colour = useItemColour(face);
  const isOne = items.length === 1;
  const sentence = sentenceOfMark(mark, face);
  const isAway = !items.some(isOnPicture);
  const label = isAway ? `${sentence} ${t('timeline.awayNote')}` : sentence;
  const point = (): void => void (pointedIds.value = items.map(({ id }) => id));
  return (
    <>
      <button
        ref={button}
        type="button"
        className="timeline-mark"
        data-mark=""
        data-related={items.some(({ id }) => chosen.has(id))}
        data-pointed={items.some((item) => isAbout(item, pointed))}
        data-away={isAway}
        aria-current={items.some(({ id }) => id === selected)}
        title={label}
        {...(!isOne && { 'aria-haspopup': 'dialog' as const, 'aria-expanded': isOpen })}
        tabIndex={isActive ? 0 : -1}
        onFocus={() => {
          onFocus(face.id);
          point();
        }}
        onBlur={letGo}
        onMouseEnter={point}
        onMouseLeave={letGo}
        onClick={() => (isOne ? selectItem(face) : setOpen(!isOpen))}
      >
        <span className="visually-hidden">{label}</span>
        <span className="timeline-label" aria-hidden="true">
          <ItemBadge item={face} size={18} />
          <span className="timeline-name">{nameOfItem(face)}</span>
          {!isOne && <span className="timeline-count">+{items.length - 1}</span>}
        </span>
        <Bar mark={mark} colour={colour} />
        {mark.isOpenRight && <span className="timeline-arrow" aria-hidden="true" data-side="right" />}
        {mark.isOpenLeft && <span className="timeline-arrow" aria-hidden="true" data-side="left" />}
      </button>
      {isOpen && (
        <PanelPopover label={dateOfMark(mark)} trigger={button} onClose={() => setOpen(false)}>
          <TimelineList items={items} takesFocus onPick={() => setOpen(false)} />
        </PanelPopover>
      )}
    </>
  );
}

const letGo = (): void => void (pointedIds.value = []);

/** Pixels below which a bar is a dot. */
const leastLength = 11;

/** Where a mark lies in time: framed where that is some time within it, filled where it surely lasts. */
function Bar({ mark: { bar, sure, box, isOpenRight }, colour }: { mark: Mark; colour: string }) {
  const width = bar.right - bar.left;
  const share = (pixels: number): string => `${((pixels - bar.left) / width) * 100}%`;
  const isLasting = sure.right > sure.left;
  const element = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    element.current?.style.setProperty('--colour', colour);
    element.current?.style.setProperty('--sure-from', share(sure.left));
    element.current?.style.setProperty('--sure-to', isOpenRight ? '100%' : share(sure.right));
  });
  return (
    <span
      ref={element}
      className="timeline-bar"
      aria-hidden="true"
      data-sign={width < leastLength ? 'dot' : isLasting ? 'throughout' : 'within'}
      style={{ left: bar.left - box.left, width }}
    />
  );
}
