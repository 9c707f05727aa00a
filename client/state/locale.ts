import { computed, signal } from '@preact/signals-core';
import type { Problem } from '../../server/contract/problem.ts';
import type { Text } from '../../server/contract/text.ts';
import { zh } from './words/zh.ts';

export type Locale = keyof Text;
export type Word = keyof typeof zh;
export type WordValues = Record<string, string | number>;

type Words = Record<Word, string>;

/** The language that readers meet who have asked for none: that of the document, once that is known. */
export const firstLocale = signal<Locale>('zh');

/** The language that the reader chose, or the first one. */
export const locale = signal<Locale>('zh');

/** Whether the reader, or the link that was followed, has asked for a language. */
export const isLocaleChosen = signal(false);

/** Words that are there: Chinese ones come with the page, others when they are spoken. */
const words = signal<Partial<Record<Locale, Words>>>({ zh });

/** How the words of each other language are fetched. */
const fetched: Partial<Record<Locale, () => Promise<Words>>> = {
  en: async () => (await import('./words/en.ts')).en,
};

/** Whether the page can speak a language at once. */
export const hasWords = (language: Locale): boolean => words.value[language] !== undefined;

/** Fetches the words of a language, unless they are there. Rejects where they do not arrive. */
export async function fetchWords(language: Locale): Promise<void> {
  if (hasWords(language)) return;
  const found = await fetched[language]?.();
  if (found) words.value = { ...words.peek(), [language]: found };
}

/** The language that the page speaks: the chosen one, once its words are there. */
export const spoken = computed((): Locale => (hasWords(locale.value) ? locale.value : 'zh'));

/** The words of the page in the present language, by key. */
export const t = (word: Word, values: WordValues = {}): string => fill((words.value[spoken.value] ?? zh)[word], values);

/** The side of a bilingual text that the reader reads. */
export const inLocale = (text: Text): string => text[spoken.value];

const numberFormat = computed(() => new Intl.NumberFormat(spoken.value === 'zh' ? 'zh-CN' : 'en-GB'));
// British English has a small m for a million, which is a metre or a minute to others.
const shortFormat = computed(
  () => new Intl.NumberFormat(spoken.value === 'zh' ? 'zh-CN' : 'en', { notation: 'compact' }),
);

/** The language of a text that has one side only: what is written in Chinese characters is Chinese. */
export const languageOf = (text: string): 'zh-CN' | undefined => (/\p{Script=Han}/u.test(text) ? 'zh-CN' : undefined);

export const formatNumber = (value: number): string => numberFormat.value.format(value);

/** A number where there is little room: exact up to four digits, then such as 150K or 15万. */
export const formatShort = (value: number): string =>
  value < 10_000 ? formatNumber(value) : shortFormat.value.format(value);

/** Several words in a row, as the language joins them. */
export const joinWords = (list: readonly string[]): string => list.join(spoken.value === 'zh' ? '、' : ', ');

/** An ISO 8601 date or period, as precise as it is: 2006-05 is 2006年5月 or May 2006. */
export function formatDate(iso: string): string {
  const [from = '', to] = iso.split('/');
  if (to === undefined) return formatPoint(from);
  if (from === '') return spoken.value === 'zh' ? `截至${formatPoint(to)}` : `until ${formatPoint(to)}`;
  if (spoken.value === 'zh') return to ? `${formatPoint(from)}至${formatPoint(to)}` : `${formatPoint(from)}以来`;
  return to ? `${formatPoint(from)} to ${formatPoint(to)}` : `since ${formatPoint(from)}`;
}

function formatPoint(iso: string): string {
  const [year = '', month, day] = iso.split('-');
  if (spoken.value === 'zh') {
    return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`;
  }
  if (!month) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  const options = { year: 'numeric', month: 'long', timeZone: 'UTC', ...(day && { day: 'numeric' as const }) } as const;
  return new Intl.DateTimeFormat('en-GB', options).format(date);
}

/** A moment of the reader's own clock, in milliseconds as `Date.now()` has them: its day and minute. */
export const formatMoment = (moment: number): string =>
  new Intl.DateTimeFormat(spoken.value === 'zh' ? 'zh-CN' : 'en-GB', {
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  }).format(moment);

/** A problem in the reader's language: what happened and what to do next. */
export function problemSentence(problem: Problem): string {
  const word = `error.${problem.code}`;
  return isWord(word) ? t(word, problem.values) : t('error.other', { detail: problem.detail });
}

/** The title of an answer's column in the reader's language, if the page has a word for it. */
export function columnTitle(column: string): string | undefined {
  const word = `column.${column}`;
  return isWord(word) ? t(word) : undefined;
}

/** Whether there is a word of this key. */
export function isWord(key: string): key is Word {
  return key in zh;
}

const english = new Intl.PluralRules('en');

/**
 * Puts values into the `{…}` places of a template; a place without a value stays visible, so that a mistake shows. At
 * `{n|node|nodes}` stands the word that English has with the number n.
 */
export function fill(template: string, values: WordValues): string {
  return template.replace(
    /\{(\w+)(?:\|([^|{}]*)\|([^|{}]*))?\}/g,
    (place, name: string, one?: string, other?: string) => {
      const value = Object.hasOwn(values, name) ? values[name] : undefined;
      if (value === undefined) return place;
      if (one !== undefined && other !== undefined) return english.select(Number(value)) === 'one' ? one : other;
      return typeof value === 'number' ? formatNumber(value) : value;
    },
  );
}
