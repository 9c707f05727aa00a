import { nodesOf, relationshipsOf } from './all-values.ts';
import type { Evidence } from './format.ts';
import { numbersIn } from './numbers-in-text.ts';
import type { SeedValues } from './read-files.ts';

/** A number of the text that nothing in the graph accounts for. */
export interface LooseNumber {
  at: string;
  /** The number with a few characters around it, so that a reader finds it. */
  context: string;
}

/**
 * The numbers in a passage's text that no figure, no date and no name of the graph covers there, and that stand in no
 * clause which is left out on purpose.
 */
export function looseNumbers(at: string, text: string, values: SeedValues): LooseNumber[] {
  const here = factsAt(at, values);
  return numbersIn(text).flatMap(({ start, end, values: readings, date }) => {
    const inside = (phrases: string[]) => phrases.some((phrase) => covers(text, phrase, start, end));
    const isDated = date !== undefined && here.dates.some((known) => known.startsWith(date));
    const isCounted = here.figures.some(({ value, quotes }) => readings.includes(value) && inside(quotes));
    if (isDated || isCounted || inside(here.phrases)) return [];
    return [{ at, context: text.slice(Math.max(0, start - 8), end + 8).trim() }];
  });
}

interface Facts {
  figures: { value: number; quotes: string[] }[];
  dates: string[];
  /** Names of nodes, and clauses left out: a number inside one needs nothing of its own. */
  phrases: string[];
}

function factsAt(at: string, values: SeedValues): Facts {
  const { document, passages } = values['passages.yaml'];
  const { figures } = values['figures.yaml'];
  const nodes = [...nodesOf(values)];
  const quotesHere = (evidence: Evidence[]) => evidence.filter((one) => one.at === at).map(({ quote }) => quote);
  const dated = [...nodes, ...figures, ...relationshipsOf(values)].filter(
    ({ evidence }) => quotesHere(evidence).length > 0,
  );
  return {
    figures: figures.map(({ value, evidence }) => ({ value, quotes: quotesHere(evidence) })),
    dates: [...dated, document].flatMap((fact) => {
      const {
        at: day,
        period,
        since,
        until,
      } = fact as { at?: string; period?: string; since?: string; until?: string };
      return [day, since, until, ...(period?.split('/') ?? [])].filter((date) => date !== undefined);
    }),
    phrases: [
      // Whichever of the two languages is the document's own.
      ...nodes.flatMap(({ name, nameEn }) => [name, nameEn]),
      ...nodes.flatMap(({ aliases = [] }) => aliases),
      ...passages.flatMap((passage) => (passage.at === at ? (passage.leftOut ?? []) : [])).map(({ quote }) => quote),
    ],
  };
}

/** Whether a phrase stands in the text around all of a place. */
function covers(text: string, phrase: string, start: number, end: number): boolean {
  for (let found = text.indexOf(phrase); found !== -1; found = text.indexOf(phrase, found + 1)) {
    if (found <= start && end <= found + phrase.length) return true;
  }
  return false;
}
