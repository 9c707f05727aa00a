import type { Node } from '../../../server/contract/graph.ts';

/** When something holds: ISO dates as precise as the document's, and open where it does not say. */
interface Span {
  begin: string | null;
  end: string | null;
}

/** How something stands at one date, compared with an earlier one. */
export type Change = 'added' | 'ended' | 'unchanged';

/** The dates of a node or relationship; null where it has none: it then holds at all times. */
export function spanOf(properties: Node['properties']): Span | null {
  const { at, since, until, period } = properties;
  const [from = null, to = null] = textOf(period)?.split('/') ?? [];
  const begin = textOf(since) ?? textOf(at) ?? (from || null);
  const end = textOf(until) ?? (to || null);
  return begin === null && end === null ? null : { begin, end };
}

/**
 * Whether something holds at a date. Dates are compared as precisely as the less precise of the two: what began in May
 * 2006 holds as of 2006, and what ended in 2010 still held in May 2010.
 */
export function holdsAt(span: Span | null, date: string): boolean {
  if (!span) return true;
  const { begin, end } = span;
  return (begin === null || isUpTo(begin, date)) && (end === null || isUpTo(date, end));
}

/** What became of something between two dates; null for what has no dates, or is of neither. */
export function changeOf(span: Span | null, [earlier, later]: readonly [string, string]): Change | null {
  if (!span) return null;
  const [before, after] = [holdsAt(span, earlier), holdsAt(span, later)];
  if (before && after) return 'unchanged';
  if (after) return 'added';
  return before ? 'ended' : null;
}

/** The ISO date of a moment by the reader's own calendar, which in the small hours may be a day before or after that of UTC. */
export function localDay(moment: Date): string {
  const parts = [moment.getFullYear(), moment.getMonth() + 1, moment.getDate()];
  return parts.map((part) => String(part).padStart(2, '0')).join('-');
}

function isUpTo(one: string, other: string): boolean {
  const precision = Math.min(one.length, other.length);
  return one.slice(0, precision) <= other.slice(0, precision);
}

const textOf = (value: Node['properties'][string] | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
