import { useEffect, useRef } from 'react';
import type { CSSProperties, RefObject } from 'react';
import { formatDate, t } from '../../state/locale.ts';
import { shownIds } from '../../state/picture/filters.ts';
import { ticksOf } from '../../state/timeline/timeline-layout.ts';
import type { Mark } from '../../state/timeline/timeline-layout.ts';
import { moveTimeline, timelineSight, zoomTimeline } from '../../state/timeline/timeline-sight.ts';
import { followSelection, laneCount, stripRoom, timelineMarks } from '../../state/timeline/timeline-strip.ts';
import type { Moment } from '../../state/timeline/when.ts';
import { listenForLooking } from '../org-chart/chart-gestures.ts';
import { TimelineMark } from './timeline-mark.tsx';
import { useMedia } from '../hooks/use-media.ts';
import { useSight } from '../hooks/use-sight.ts';
import { useSignal } from '../hooks/use-signal.ts';
import { useTimelineKeys } from './use-timeline-keys.ts';

/** Pixels of a lane, as in styles/timeline-strip.css. */
const laneHeight = 30;
/** Where there is height enough for all lanes. */
const tallMedia = '(min-height: 760px)';

/** Dated things along an axis in true proportion, which is looked round in. */
export function TimelineStrip() {
  const frame = useRef<HTMLDivElement>(null);
  const marks = useSignal(timelineMarks);
  const lanes = useSignal(laneCount);
  const sight = useSignal(timelineSight);
  const { width } = useSignal(stripRoom);
  // What is on the picture is drawn otherwise than what is not.
  useSignal(shownIds);
  useRoom(frame);
  useLooking(frame);
  useEffect(followSelection, []);
  const { activeId, walkTo, onKeyDown } = useTimelineKeys(frame, marks);
  return (
    <div className="timeline-strip">
      <div className="timeline-frame" ref={frame} role="presentation" onKeyDown={onKeyDown}>
        <Axis sight={sight} width={width} />
        <ol className="timeline-lanes" style={{ height: lanes * laneHeight }} aria-label={t('timeline.title')}>
          {marks.map((mark) => (
            <li key={mark.items[0].id} style={placeOf(mark)}>
              <TimelineMark mark={mark} isActive={mark.items.some(({ id }) => id === activeId)} onFocus={walkTo} />
            </li>
          ))}
        </ol>
        {marks.length === 0 && width > 0 && <p className="timeline-note">{t('timeline.noneInSight')}</p>}
      </div>
    </div>
  );
}

const placeOf = ({ box, lane }: Mark): CSSProperties => ({
  left: box.left,
  width: box.right - box.left,
  top: lane * laneHeight,
});

/** Pixels that the words of a tick take. */
const tickWords = 48;

function Axis({ sight, width }: { sight: Moment; width: number }) {
  return (
    <div className="timeline-axis" aria-hidden="true">
      {ticksOf(sight, width).map(({ at, iso }) => (
        <span key={iso} style={{ left: at }}>
          {at + tickWords <= width && formatDate(iso)}
        </span>
      ))}
    </div>
  );
}

/** Tells the state how much room there is. */
function useRoom(frame: RefObject<HTMLElement | null>): void {
  const { width } = useSight(frame);
  const mostLanes = useMedia(tallMedia) ? 7 : 4;
  useEffect(() => {
    stripRoom.value = { width, mostLanes };
  }, [width, mostLanes]);
}

/** Lets pointer, wheel and fingers look round in time. */
function useLooking(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    return listenForLooking(element, {
      move: ({ x }) => moveTimeline(-x / element.clientWidth),
      zoom: ({ x }, factor) => zoomTimeline(factor, x / element.clientWidth),
    });
  }, [frame]);
}
