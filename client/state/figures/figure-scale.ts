import type { Figure } from './figures.ts';

/** An axis: from where to where, with round numbers between. */
export interface Scale {
  from: number;
  to: number;
  ticks: readonly number[];
}

/** Where an axis that begins at zero would show next to nothing of how the values differ: they lie this near together. */
const nearTogether = 0.25;
const steps = 4;

/** The axis of a line: from zero, unless all values are so near together that it would look flat. */
export function scaleOfLine(values: readonly number[]): Scale {
  const low = Math.min(...values);
  const high = Math.max(...values);
  const isNear = low > 0 && high > low && (high - low) / high < nearTogether;
  return isNear ? roundScale(low, high) : scaleOfBars(values);
}

/** The axis of bars, which always has zero on it: the length of a bar says its value. */
export const scaleOfBars = (values: readonly number[]): Scale =>
  roundScale(Math.min(0, ...values), Math.max(0, ...values));

function roundScale(low: number, high: number): Scale {
  const step = roundStep(high / steps - low / steps);
  const [first, last] = [Math.floor(low / step), Math.max(Math.ceil(high / step), Math.floor(low / step) + 1)];
  // Multiples of a decimal fraction are not exact in binary: twelve digits are.
  const ticks = Array.from({ length: last - first + 1 }, (_, index) =>
    Number(((first + index) * step).toPrecision(12)),
  );
  // Of values that lie nearer together than that, the ends are not cut off.
  return { from: Math.min(low, ticks[0] ?? low), to: Math.max(high, ticks.at(-1) ?? high), ticks };
}

/** The least of 1, 2 and 5 with any zeros that is no less than a length; 1 for next to nothing, which has no such. */
function roundStep(length: number): number {
  if (length < 1e-300) return 1;
  const magnitude = 10 ** Math.floor(Math.log10(length));
  const factor = [1, 2, 5, 10].find((round) => round * magnitude >= length * (1 - 1e-9)) ?? 10;
  return factor * magnitude;
}

/** Where a value lies on an axis, as a share of it from 0 to 1. */
export const shareOf = (value: number, { from, to }: Pick<Scale, 'from' | 'to'>): number =>
  (value - from) / (to - from);

/** An ISO date as a number of years; a period lies in its middle, or where its one end is. */
export function yearsOf(time: string): number {
  const [from = '', to = ''] = time.split('/');
  const ends = [from, to].filter((end) => end !== '').map(yearsOfDate);
  return ends.reduce((sum, end) => sum + end, 0) / Math.max(1, ends.length);
}

function yearsOfDate(iso: string): number {
  const [year = '', month = '1', day = '1'] = iso.split('-');
  return Number(year) + (Number(month) - 1) / 12 + (Number(day) - 1) / 372;
}

/** A point of a series in its plot, as shares of it from its lower left corner, and where there is room for its number. */
export interface SeriesPoint {
  figure: Figure;
  x: number;
  y: number;
  side: 'start' | 'middle' | 'end';
}

/** Where the points of a series lie: time runs evenly from left to right. */
export function pointsOf(figures: readonly Figure[], scale: Scale): SeriesPoint[] {
  const years = figures.map(({ time }) => yearsOf(time ?? ''));
  const [from, to] = [Math.min(...years), Math.max(...years)];
  return figures.map((figure, index) => {
    // Of one time only they stand in the middle.
    const x = to > from ? shareOf(years[index] ?? from, { from, to }) : 0.5;
    return { figure, x, y: shareOf(figure.value, scale), side: x < 0.15 ? 'start' : x > 0.85 ? 'end' : 'middle' };
  });
}

/** Share of a plot that a number beside its point takes. */
const roomOfNumber = 0.3;

/** Which points of a series have their numbers beside them: the first and the last, and of the others those with room. */
export function toldOf(points: readonly Pick<SeriesPoint, 'x'>[]): ReadonlySet<number> {
  const last = points.length - 1;
  const told = new Set<number>();
  let before = -Infinity;
  for (const [index, { x }] of points.entries()) {
    const hasRoom = x - before >= roomOfNumber && (points[last]?.x ?? x) - x >= roomOfNumber;
    if (index !== 0 && index !== last && !hasRoom) continue;
    told.add(index);
    before = x;
  }
  return told;
}
