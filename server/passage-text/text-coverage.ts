import type { Finder, Range } from './ranges.ts';
import { merged, placesOf } from './ranges.ts';

/** How much of a passage's text is accounted for. */
export interface TextCoverage {
  /** Characters without spaces and punctuation, and how many of them lie in a quote or a clause left out. */
  characters: number;
  covered: number;
}

/**
 * Counts the characters of a text, and those that one of the phrases has.
 * @param find where phrases are in the text, to the character unless it says otherwise
 */
export function textCoverage(
  text: string,
  phrases: readonly string[],
  find: Finder = (phrase) => placesOf(text, phrase),
): TextCoverage {
  const quoted = merged([...new Set(phrases)].flatMap(find));
  return {
    characters: countLetters(text),
    covered: quoted.reduce((sum, { start, end }) => sum + countLetters(text.slice(start, end)), 0),
  };
}

/**
 * What ends a clause, in Chinese or English: not the comma in 43,520 nor the colon in 10:30, and a full stop only before
 * a capital or at the end, and not behind an initial or an abbreviation.
 */
const clauseEnd =
  /[;\n\u3002\uff01\uff0c\uff1a\uff1b\uff1f]|(?<!\d),|,(?!\d{3}(?!\d))|(?<!\d):|:(?!\d)|[!?](?=\s|$)|(?<!\b(?:\p{L}|Dr|Mr|Mrs|Ms|St|No|cf|vs))\.(?=\s+\p{Lu}|\s*$)/gu;

/** The clauses of a text of which no phrase has a single character. */
export function openClauses(text: string, phrases: readonly string[]): string[] {
  const quoted = merged([...new Set(phrases)].flatMap((phrase) => placesOf(text, phrase)));
  return clausesOf(text)
    .filter((clause) => !quoted.some(({ start, end }) => start < clause.end && clause.start < end))
    .map(({ start, end }) => text.slice(start, end).trim());
}

/** The clauses of a text that have a letter or a digit. */
function clausesOf(text: string): Range[] {
  const ends = [...text.matchAll(clauseEnd)].map(({ index }) => index);
  return [...ends, text.length]
    .map((end, index) => ({ start: (ends[index - 1] ?? -1) + 1, end }))
    .filter(({ start, end }) => /[\p{L}\p{N}]/u.test(text.slice(start, end)));
}

/** Letters and digits, those of two UTF-16 units as one. Taking out the rest is the fastest way to count: texts have millions. */
function countLetters(text: string): number {
  const letters = text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
  return letters.length - (letters.match(/[\ud800-\udbff]/g) ?? []).length;
}
