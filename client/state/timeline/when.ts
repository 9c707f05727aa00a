import type { Node } from '../../../server/contract/graph.ts';

/** As precise as a date is told, in days since 1970: the first day that it may be, and the day after the last. */
export interface Moment {
  from: number;
  to: number;
}

/**
 * When something was, as precisely as it is told. A point of time lies somewhere in its moment, which is both `begin` and
 * `end`; a period begins somewhere in `begin` and ends somewhere in `end`, and null is an end that nobody tells.
 */
export interface When {
  /** As `formatDate` reads it. */
  iso: string;
  isPoint: boolean;
  begin: Moment | null;
  end: Moment | null;
}

const day = 86_400_000;

/** The day on which a month begins, in days since 1970; months may run over, and years below 100 are what they say. */
export function dayOf(year: number, month = 0, date = 1): number {
  const moment = new Date(0);
  moment.setUTCFullYear(year, month, date);
  return moment.getTime() / day;
}

/** The year and the month (0 to 11) of a day since 1970. */
export function monthOf(days: number): { year: number; month: number } {
  const moment = new Date(Math.floor(days) * day);
  return { year: moment.getUTCFullYear(), month: moment.getUTCMonth() };
}

const pointText = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** The days that an ISO date of a year, a month or a day stands for; null where it is no such date. */
function momentOf(iso: string): Moment | null {
  const [, yearText, monthText, dateText] = pointText.exec(iso) ?? [];
  if (yearText === undefined) return null;
  const year = Number(yearText);
  if (monthText === undefined) return { from: dayOf(year), to: dayOf(year + 1) };
  const month = Number(monthText) - 1;
  if (month < 0 || month > 11) return null;
  if (dateText === undefined) return { from: dayOf(year, month), to: dayOf(year, month + 1) };
  const from = dayOf(year, month, Number(dateText));
  const isOfMonth = from >= dayOf(year, month) && from < dayOf(year, month + 1);
  return isOfMonth ? { from, to: from + 1 } : null;
}

/** When what has these properties was; null where they say nothing of it that can be read. */
export function whenOf({ at, since, until, period }: Node['properties']): When | null {
  if (isText(since) || isText(until)) return periodOf(`${isText(since) ? since : ''}/${isText(until) ? until : ''}`);
  if (isText(at)) return at.includes('/') ? periodOf(at) : pointOf(at);
  return isText(period) ? periodOf(period) : null;
}

function pointOf(iso: string): When | null {
  const moment = momentOf(iso);
  return moment && { iso, isPoint: true, begin: moment, end: moment };
}

function periodOf(iso: string): When | null {
  const [first = '', last] = iso.split('/');
  if (last === undefined) return wholeOf(iso);
  const [begin, end] = [momentOf(first), momentOf(last)];
  const isReadable = (begin !== null || first === '') && (end !== null || last === '') && (begin ?? end) !== null;
  if (!isReadable || iso.split('/').length > 2 || (begin && end && begin.from >= end.to)) return null;
  return { iso, isPoint: false, begin, end };
}

/** A year or a month that is itself the period: it begins with its first day and ends with its last. */
function wholeOf(iso: string): When | null {
  const moment = momentOf(iso);
  if (!moment) return null;
  const { from, to } = moment;
  return { iso, isPoint: false, begin: { from, to: from }, end: { from: to, to } };
}

const isText = (value: Node['properties'][string] | undefined): value is string =>
  typeof value === 'string' && value !== '';
