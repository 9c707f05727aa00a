import type { Figure } from './figures.ts';

/** The numbers that a figure's words allow, from `low` to `high`; `isAbove` where `low` itself is not among them. */
export interface Range {
  low: number;
  high: number;
  isAbove: boolean;
}

export const everyNumber: Range = { low: -Infinity, high: Infinity, isAbove: false };

/** The range of a figure. About so many may be any number: how near it is to the true one is not said. */
export function rangeOf({ value, qualifier }: Pick<Figure, 'value' | 'qualifier'>): Range {
  switch (qualifier) {
    case 'exact':
      return { low: value, high: value, isAbove: false };
    case 'atLeast':
      return { low: value, high: Infinity, isAbove: false };
    case 'over':
      return { low: value, high: Infinity, isAbove: true };
    default:
      return everyNumber;
  }
}

/** The range of the sum of numbers that lie in ranges. */
export function sumOfRanges(ranges: readonly Range[]): Range {
  return {
    low: ranges.reduce((sum, { low }) => sum + low, 0),
    high: ranges.reduce((sum, { high }) => sum + high, 0),
    isAbove: ranges.some(({ isAbove }) => isAbove),
  };
}

/** Whether one number may lie in all of the ranges. */
export function haveCommon(ranges: readonly Range[]): boolean {
  const low = Math.max(...ranges.map((range) => range.low));
  const high = Math.min(...ranges.map((range) => range.high));
  if (!isSame(low, high)) return low < high;
  return !ranges.some((range) => range.isAbove && isSame(range.low, low));
}

/** Decimal fractions do not add up exactly in binary. */
const isSame = (one: number, other: number): boolean =>
  one === other || Math.abs(one - other) < 1e-9 * Math.max(1, Math.abs(one), Math.abs(other));
