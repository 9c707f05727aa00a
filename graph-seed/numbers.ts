import type { Slice } from '../server/passage-text/slices.ts';
import { nodesOf, relationshipsOf } from './all-values.ts';
import type { Evidence } from './format.ts';
import { numbersIn } from './numbers-in-text.ts';
import { phrasesOf } from './phrases.ts';
import type { Phrases } from './phrases.ts';
import type { SeedValues } from './read-files.ts';

/** A number of the text that nothing in the graph accounts for. */
export interface LooseNumber {
  at: string;
  /** The number with a few characters around it, so that a reader finds it. */
  context: string;
}

/**
 * The numbers in the text of passages that no figure, no date and no name of the graph covers there, and that stand in no
 * clause which is left out on purpose.
 */
export function looseNumbers(slices: Iterable<Slice>, values: SeedValues): LooseNumber[] {
  const { factsAt, names, dates } = factsOf(values);
  return [...slices].flatMap(({ at, text }) => {
    const here = factsAt(at);
    return numbersIn(text).flatMap(({ start, end, values: readings, date }) => {
      const isDated = date !== undefined && [...here.dates, ...dates].some((known) => known.startsWith(date));
      const isCounted = here.figures.some(
        ({ value, quote }) => readings.includes(value) && quote.cover(text, start, end),
      );
      const isInside = [names, ...here.leftOut].some((phrases) => phrases.cover(text, start, end));
      if (isDated || isCounted || isInside) return [];
      return [{ at, context: text.slice(Math.max(0, start - 8), end + 8).trim() }];
    });
  });
}

/** What accounts for numbers in one passage. */
interface Facts {
  figures: { value: number; quote: Phrases }[];
  dates: Set<string>;
  /** Clauses that are left out. */
  leftOut: Phrases[];
}

/** What accounts for numbers by the passage that it cites, and what does so everywhere. */
interface AllFacts {
  factsAt: (address: string) => Facts;
  /** Names of nodes: a number inside one needs nothing of its own. */
  names: Phrases;
  /** Those of the document itself. */
  dates: string[];
}

/** Gathered once, since a large table is not to be gone through for each passage. */
function factsOf(values: SeedValues): AllFacts {
  const { document, passages } = values['passages.yaml'];
  const byAddress = new Map<string, Facts>();
  const factsAt = (address: string): Facts => {
    const facts = byAddress.get(address) ?? { figures: [], dates: new Set(), leftOut: [] };
    byAddress.set(address, facts);
    return facts;
  };
  const addDates = (fact: Dated & { evidence: Evidence[] }): void => {
    const dates = datesOf(fact);
    for (const { at } of fact.evidence) for (const date of dates) factsAt(at).dates.add(date);
  };
  const names = new Set<string>();
  for (const node of nodesOf(values)) {
    addDates(node);
    // Whichever of the two languages is the document's own. A name without a number is around none.
    for (const name of [node.name, node.nameEn, ...(node.aliases ?? [])])
      if (numbersIn(name).length > 0) names.add(name);
  }
  for (const relationship of relationshipsOf(values)) addDates(relationship);
  for (const figure of values['figures.yaml'].figures) {
    addDates(figure);
    for (const { at, quote } of figure.evidence)
      factsAt(at).figures.push({ value: figure.value, quote: phrasesOf([quote]) });
  }
  for (const { at, leftOut = [] } of passages) factsAt(at).leftOut.push(phrasesOf(leftOut.map(({ quote }) => quote)));
  return { factsAt, names: phrasesOf(names), dates: datesOf(document) };
}

interface Dated {
  at?: string | undefined;
  period?: string | undefined;
  since?: string | undefined;
  until?: string | undefined;
}

function datesOf({ at, period, since, until }: Dated): string[] {
  return [at, since, until, ...(period?.split('/') ?? [])].filter((date) => date !== undefined);
}
