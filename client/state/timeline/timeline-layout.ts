import { boundsOf, leastSpan } from './timeline.ts';
import type { TimelineItem } from './timeline.ts';
import { dayOf, monthOf } from './when.ts';
import type { Moment } from './when.ts';

/** A part of the strip in pixels from its left. */
interface Stretch {
  left: number;
  right: number;
}

/** One or several items in one place of the strip: a bar where they lie in time, and a label that begins at it. */
export interface Mark {
  /** The first is the one that it is named after. */
  items: readonly [TimelineItem, ...TimelineItem[]];
  /** The days that they may take, as far as they are in sight. */
  bar: Stretch;
  /** The part of the bar that they surely take; empty for a point of time. */
  sure: Stretch;
  isOpenLeft: boolean;
  isOpenRight: boolean;
  /** What bar and label take together. */
  box: Stretch;
  lane: number;
}

interface Strip {
  /** The days in sight. */
  sight: Moment;
  width: number;
  /** Lanes at most; where they do not do, what is near in time is drawn together. */
  mostLanes: number;
  /** Pixels that the label of some items takes; where there is little room it gets a part of that. */
  labelWidth: (items: readonly TimelineItem[]) => number;
}

const leastBar = 7;
const gap = 8;
/** How much of their labels is there: rather a part of each than fewer of them. */
const labelShares = [1, 0.8, 0.64, 0.5];
/** Years that are drawn together where there is no room to draw each time by itself. */
const together = [1, 2, 5].flatMap((step) => [step, step * 10, step * 100, step * 1_000]).toSorted((a, b) => a - b);

/**
 * Puts items into lanes, so that no two marks of a lane overlap. What lies at the same time is one mark; where there is no
 * room, so is what lies in the same years.
 * @param items in the order of time; those out of sight are left out
 */
export function layOutTimeline(items: readonly TimelineItem[], strip: Strip): Mark[] {
  const { from, to } = strip.sight;
  const inSight = items.filter(({ when }) => {
    const bounds = boundsOf(when);
    return bounds.from < to && bounds.to > from;
  });
  const keys = [
    ({ when }: TimelineItem) => `${when.isPoint} ${when.iso}`,
    ...together.map((years) => (item: TimelineItem) => String(Math.floor(yearIn(item, strip.sight) / years))),
    () => '',
  ];
  for (const keyOf of keys) {
    const groups = gathered(inSight, keyOf);
    for (const share of labelShares) {
      const marks = intoLanes(groups, strip, share);
      if (marks) return marks;
    }
  }
  // So narrow a strip has no room for a single mark.
  return [];
}

/** The year in which an item begins, as far as it is in sight. */
const yearIn = ({ when }: TimelineItem, { from }: Moment): number => monthOf(Math.max(boundsOf(when).from, from)).year;

function gathered(items: readonly TimelineItem[], keyOf: (item: TimelineItem) => string): Mark['items'][] {
  const groups = new Map<string, [TimelineItem, ...TimelineItem[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return [...groups.values()];
}

/**
 * The marks of groups, each in the first lane that has room; null where there are not lanes enough.
 * @param share how much of its label each has at least
 */
function intoLanes(groups: readonly Mark['items'][], strip: Strip, share: number): Mark[] | null {
  if (groups.length * (leastBar + gap) > (strip.width + gap) * strip.mostLanes) return null;
  const lanes: Omit<Mark, 'lane'>[][] = [];
  const placed = groups.map((items) => markOf(items, strip, share)).toSorted((a, b) => a.box.left - b.box.left);
  for (const mark of placed) {
    const lane = lanes.find((others) => (others.at(-1)?.box.right ?? 0) + gap <= mark.box.left);
    if (lane) lane.push(mark);
    else if (lanes.push([mark]) > strip.mostLanes) return null;
  }
  return lanes.flatMap((marks, lane) =>
    marks.map((mark, index) => ({ ...widened(mark, marks[index + 1], strip), lane })),
  );
}

/** A mark whose label takes the room that is left up to the next one. */
function widened(mark: Omit<Mark, 'lane'>, next: Omit<Mark, 'lane'> | undefined, strip: Strip): Omit<Mark, 'lane'> {
  const { left, right } = mark.box;
  const room = next ? next.box.left - gap : strip.width;
  return { ...mark, box: { left, right: Math.max(right, Math.min(left + strip.labelWidth(mark.items), room)) } };
}

function markOf(items: Mark['items'], { sight, width, labelWidth }: Strip, share: number): Omit<Mark, 'lane'> {
  const place = (day: number): number => (day - sight.from) * (width / (sight.to - sight.from));
  const inside = (pixels: number): number => Math.min(Math.max(pixels, 0), width);
  const bounds = items.map(({ when }) => boundsOf(when));
  const from = Math.min(...bounds.map((each) => each.from));
  const to = Math.max(...bounds.map((each) => each.to));
  const left = Math.min(inside(place(from)), width - leastBar);
  const right = Math.max(inside(place(to)), left + leastBar);
  const label = Math.min(labelWidth(items) * share, width);
  const boxLeft = Math.min(left, width - label);
  const { begin, end } = items[0].when;
  // Several times that are drawn together are surely within their bar, and nothing more is said of them.
  const isOneTime = items.every(({ when }) => !when.isPoint && when.iso === items[0].when.iso);
  const sureLeft = isOneTime ? Math.max(left, inside(place(begin?.to ?? from))) : left;
  const sureRight = isOneTime ? Math.min(right, inside(place(end?.from ?? to))) : left;
  return {
    items,
    bar: { left, right },
    sure: { left: sureLeft, right: Math.max(sureLeft, sureRight) },
    isOpenLeft: from === -Infinity,
    isOpenRight: to === Infinity,
    box: { left: boxLeft, right: Math.max(right, boxLeft + label) },
  };
}

/** A place of the axis that has its year, or its month, beside it. */
export interface Tick {
  /** Pixels from the left. */
  at: number;
  /** As `formatDate` reads it. */
  iso: string;
}

/** Months between two ticks. */
const steps = [1, 3, 6, ...together.map((years) => years * 12)];
const leastStep = 64;
const daysOfMonth = 30.44;

/** The years, or the months, that are named on the axis, as many as have room. */
export function ticksOf(sight: Moment, width: number): Tick[] {
  const perDay = width / (sight.to - sight.from);
  const step = steps.find((months) => months * daysOfMonth * perDay >= leastStep) ?? 120_000;
  const first = monthOf(sight.from);
  const ticks: Tick[] = [];
  let month = Math.ceil((first.year * 12 + first.month) / step) * step;
  for (; dayOf(0, month) < sight.to; month += step) {
    const [year, ofYear] = [Math.floor(month / 12), month % 12];
    const day = dayOf(year, ofYear);
    if (day < sight.from || year < 0 || year > 9999) continue;
    const iso = String(year).padStart(4, '0') + (step % 12 === 0 ? '' : `-${String(ofYear + 1).padStart(2, '0')}`);
    ticks.push({ at: (day - sight.from) * perDay, iso });
  }
  return ticks;
}

/** The days in sight after zooming by a factor at a place (0 is the left end, 1 the right), within a horizon. */
export function zoomedSight({ from, to }: Moment, factor: number, at: number, horizon: Moment): Moment {
  const span = Math.min(Math.max((to - from) / factor, leastSpan), horizon.to - horizon.from);
  const fixed = from + (to - from) * at;
  return heldIn({ from: fixed - span * at, to: fixed + span * (1 - at) }, horizon);
}

/** The days in sight after moving by a number of days, within a horizon. */
export const movedSight = ({ from, to }: Moment, days: number, horizon: Moment): Moment =>
  heldIn({ from: from + days, to: to + days }, horizon);

function heldIn({ from, to }: Moment, horizon: Moment): Moment {
  const move = Math.max(horizon.from - from, Math.min(0, horizon.to - to));
  return { from: from + move, to: to + move };
}
