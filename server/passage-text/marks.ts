import type { Finder, Range } from './ranges.ts';
import { merged, placesOf } from './ranges.ts';

/** A quote, and the id of the node, figure or relationship that it carries. */
export interface Quoted {
  quote: string;
  factId: string;
}

/** A part of a passage's text that is quoted, with all whose quotes have a character in it. */
export interface Mark extends Range {
  quote: string;
  factIds: string[];
}

/**
 * What is quoted of a text: every place of every quote, in order; quotes that overlap make one mark.
 * @param find where quotes are in the text, to the character unless it says otherwise
 */
export function marksOf(
  text: string,
  quotes: readonly Quoted[],
  find: Finder = (quote) => placesOf(text, quote),
): Mark[] {
  const facts = new Map<string, string[]>();
  for (const { quote, factId } of quotes) facts.set(quote, [...(facts.get(quote) ?? []), factId]);
  const places = [...facts].flatMap(([quote, factIds]) =>
    find(quote).map(({ start, end }) => ({ start, end, factIds })),
  );
  return merged(places).map(({ start, end }) => {
    const inside = places.filter((place) => start <= place.start && place.end <= end);
    const factIds = [...new Set(inside.flatMap((place) => place.factIds))];
    return { start, end, quote: text.slice(start, end), factIds };
  });
}
