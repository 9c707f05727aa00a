import { useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { chosenItems, isOnPicture, selectItem } from '../../state/timeline/known-timeline.ts';
import { formatDate, t } from '../../state/locale.ts';
import { shownIds } from '../../state/picture/filters.ts';
import { pointedIds } from '../../state/picture/pointed.ts';
import { isAbout } from '../../state/timeline/timeline.ts';
import type { TimelineItem } from '../../state/timeline/timeline.ts';
import { kindOfItem, nameOfItem } from '../../state/timeline/timeline-words.ts';
import { selectedId } from '../../state/view/view.ts';
import { MoreButton } from '../widgets/more-button.tsx';
import { listTakesFocus } from '../widgets/takes-focus.ts';
import { ItemBadge } from './timeline-badge.tsx';
import { usePortion } from '../hooks/use-portion.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { stepOfKey } from '../widgets/walk-within.ts';

const itemsAtOnce = 100;

interface TimelineListProps {
  /** In the order of time. */
  items: readonly TimelineItem[];
  /** Whether it has just been opened by a key or a click, and the keyboard goes on in it. */
  takesFocus?: boolean;
  onPick?: () => void;
}

/** Dated things under their dates: each a button that selects it. */
export function TimelineList({ items, takesFocus = false, onPick }: TimelineListProps) {
  const list = useRef<HTMLDivElement>(null);
  const chosen = useSignal(chosenItems);
  const [walkedTo, setWalkedTo] = useState<string>();
  const portion = usePortion(items, itemsAtOnce);
  const related = portion.shown.find(({ id }) => chosen.has(id))?.id;
  const active = [walkedTo, related, items[0]?.id].find((id) => portion.shown.some((item) => item.id === id));
  useEffect(() => {
    if (related !== undefined) buttonsIn(list.current).find(isOf(related))?.scrollIntoView({ block: 'nearest' });
  }, [related]);
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = stepOfKey(event);
    const buttons = buttonsIn(list.current);
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (step === undefined || at < 0) return;
    event.preventDefault();
    buttons[Math.min(Math.max(at + step, 0), buttons.length - 1)]?.focus();
  };
  return (
    <div className="timeline-list" ref={list} role="presentation" onKeyDown={onKeyDown}>
      <ol>
        {datesIn(portion.shown).map(([iso, ofDate]) => (
          <li key={ofDate[0]?.id}>
            <h3>{formatDate(iso)}</h3>
            <ul>
              {ofDate.map((item) => (
                <li key={item.id}>
                  <Line
                    item={item}
                    isRelated={chosen.has(item.id)}
                    isActive={item.id === active}
                    takesFocus={takesFocus && item.id === active}
                    onFocus={setWalkedTo}
                    onPick={onPick}
                  />
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <MoreButton portion={portion} label={(values) => t('timeline.more', values)} />
    </div>
  );
}

const buttonsIn = (list: HTMLElement | null): HTMLElement[] => [
  ...(list?.querySelectorAll<HTMLElement>('[data-item]') ?? []),
];
const isOf =
  (id: string) =>
  (button: HTMLElement): boolean =>
    button.getAttribute('data-item') === id;

/** Items of one date after another: those that stand together in the order of time. */
function datesIn(items: readonly TimelineItem[]): [string, TimelineItem[]][] {
  const dates: [string, TimelineItem[]][] = [];
  for (const item of items) {
    const last = dates.at(-1);
    if (last?.[0] === item.when.iso) last[1].push(item);
    else dates.push([item.when.iso, [item]]);
  }
  return dates;
}

interface LineProps {
  item: TimelineItem;
  isRelated: boolean;
  isActive: boolean;
  takesFocus: boolean;
  onFocus: (id: string) => void;
  onPick: (() => void) | undefined;
}

function Line({ item, isRelated, isActive, takesFocus, onFocus, onPick }: LineProps) {
  const isChosen = useSignal(selectedId) === item.id;
  const isPointed = isAbout(item, useSignal(pointedIds));
  useSignal(shownIds);
  return (
    <button
      type="button"
      className="timeline-line"
      data-item={item.id}
      data-related={isRelated}
      data-pointed={isPointed}
      aria-current={isChosen}
      tabIndex={isActive ? 0 : -1}
      {...(takesFocus && listTakesFocus)}
      onFocus={() => {
        onFocus(item.id);
        pointedIds.value = [item.id];
      }}
      onBlur={() => (pointedIds.value = [])}
      onMouseEnter={() => (pointedIds.value = [item.id])}
      onMouseLeave={() => (pointedIds.value = [])}
      onClick={() => {
        selectItem(item);
        onPick?.();
      }}
    >
      <ItemBadge item={item} size={22} />
      <span className="timeline-name">{nameOfItem(item)}</span>
      <small>
        {kindOfItem(item)}
        {!isOnPicture(item) && ` · ${t('timeline.notOnPicture')}`}
      </small>
    </button>
  );
}
