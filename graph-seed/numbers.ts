import type { Evidence } from './format.ts';
import type { SeedValues } from './read-files.ts';

/** A number of the text that nothing in the graph accounts for. */
export interface LooseNumber {
  at: string;
  /** The number with a few characters around it, so that a reader finds it. */
  context: string;
}

/** A number as the text writes it: 1492, 25.28亿, 2万, or a date such as 2006年5月. */
const numberPattern =
  /(?<date>\d{4}年(?:度)?(?:\d{1,2}月)?(?:\d{1,2}日)?)|(?<digits>\d[\d,]*(?:\.\d+)?)(?<scale>[万亿]?)/gu;

const scales: Record<string, number> = { 万: 1e4, 亿: 1e8 };

/**
 * The numbers in a passage's text that no figure, no date and no name of the graph covers there, and that stand in no
 * clause which is left out on purpose.
 */
export function looseNumbers(at: string, text: string, values: SeedValues): LooseNumber[] {
  const here = factsAt(at, values);
  return [...text.matchAll(numberPattern)].flatMap((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const inside = (phrases: string[]) => phrases.some((phrase) => covers(text, phrase, start, end));
    const { date, digits, scale } = match.groups ?? {};
    const isAccounted =
      inside(here.phrases) ||
      (date ? here.dates.some((known) => known.startsWith(isoOf(date))) : here.figures.some(counts));
    return isAccounted ? [] : [{ at, context: text.slice(Math.max(0, start - 8), end + 8).trim() }];

    function counts({ value, quotes }: { value: number; quotes: string[] }): boolean {
      const number = Number(digits?.replaceAll(',', ''));
      return (value === number || value === number * (scales[scale ?? ''] ?? 1)) && inside(quotes);
    }
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
  const nodes = values['nodes.yaml'];
  const quotesHere = (evidence: Evidence[]) => evidence.filter((one) => one.at === at).map(({ quote }) => quote);
  const dated = [...nodes, ...figures, ...values['relationships.yaml']].filter(
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
      ...nodes.map(({ name }) => name),
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

/** 2006年5月 as 2006-05. */
function isoOf(date: string): string {
  const [year = '', ...rest] = date.match(/\d+/g) ?? [];
  return [year, ...rest.map((part) => part.padStart(2, '0'))].join('-');
}
