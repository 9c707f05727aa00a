import { merged, placesOf } from './ranges.ts';

/** How much of a passage's text is accounted for. */
export interface TextCoverage {
  /** Characters without spaces and punctuation, and how many of them lie in a quote or a clause left out. */
  characters: number;
  covered: number;
}

/** Counts the characters of a text, and those that one of the phrases has. */
export function textCoverage(text: string, phrases: readonly string[]): TextCoverage {
  const quoted = merged([...new Set(phrases)].flatMap((phrase) => placesOf(text, phrase)));
  return {
    characters: countLetters(text),
    covered: quoted.reduce((sum, { start, end }) => sum + countLetters(text.slice(start, end)), 0),
  };
}

/** The clauses of a text of which no phrase has a single character. */
export function openClauses(text: string, phrases: readonly string[]): string[] {
  const quoted = merged([...new Set(phrases)].flatMap((phrase) => placesOf(text, phrase)));
  return [...text.matchAll(/[^,;:\n\u3002\uff0c\uff1b\uff1a]+/gu)]
    .filter(({ 0: clause }) => /[\p{L}\p{N}]/u.test(clause))
    .filter(({ 0: clause, index }) => !quoted.some(({ start, end }) => start < index + clause.length && index < end))
    .map(({ 0: clause }) => clause.trim());
}

function countLetters(text: string): number {
  return (text.match(/[\p{L}\p{N}]+/gu) ?? []).reduce((sum, run) => sum + Array.from(run).length, 0);
}
