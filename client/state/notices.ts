import { signal } from '@preact/signals-core';
import type { Problem } from '../../server/contract/problem.ts';
import { ApiError } from '../api/api.ts';
import type { Word, WordValues } from './locale.ts';

/** Something the reader is told once; it goes away when dismissed or when a newer one of its kind comes. */
export type Notice =
  | { kind: 'word'; word: Word; values?: WordValues; act?: NoticeAct }
  | { kind: 'problem'; problem: Problem };

/** What a notice offers to do about it. */
export interface NoticeAct {
  word: Word;
  run: () => void;
}

export const notices = signal<readonly Notice[]>([]);

/** What was done last, for the live region: a key of the words, so that it speaks the reader's language. */
export const announcement = signal<{ word: Word; values?: WordValues } | null>(null);

/** A problem and a notice that say the same are one. */
export const keyOf = (notice: Notice): string =>
  notice.kind === 'word' ? notice.word : `error.${notice.problem.code}`;

/** Problems that pass by themselves, when server and database are back. */
const absences = new Set(['error.database-unavailable', 'error.offline']);

/** Whether a notice tells that server or database are away. */
export const isAbsence = (notice: Notice): boolean => absences.has(keyOf(notice));

/** Most notices that stand at a time; older ones give way. */
const most = 3;

export function notify(notice: Notice): void {
  notices.value = [...notices.value.filter((other) => keyOf(other) !== keyOf(notice)), notice].slice(-most);
}

export function dismiss(notice: Notice): void {
  notices.value = notices.value.filter((other) => other !== notice);
}

export function announce(word: Word, values?: WordValues): void {
  announcement.value = { word, ...(values && { values }) };
}

/** The problem that an error carries; anything unforeseen is a mistake of the page, and said to be one. */
export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return error.problem;
  const detail = error instanceof Error ? error.message : String(error);
  return { type: 'about:blank', title: detail, status: 0, detail, code: 'page', values: { detail } };
}
