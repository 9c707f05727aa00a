import { fileURLToPath } from 'node:url';
import { readDataSet } from '../../graph-seed/read.ts';

const folder = fileURLToPath(new URL('../../graph-seed/jinhua-2011', import.meta.url));
const { values } = await readDataSet(folder);

/** What is quoted of a passage, and the clauses that were left out of it, each once. */
function quotesAt(at: string): string[] {
  const facts = [...values['nodes.yaml'], ...values['relationships.yaml'], ...values['figures.yaml'].figures];
  const quotes = facts.flatMap(({ evidence }) => evidence.filter((one) => one.at === at).map(({ quote }) => quote));
  const leftOut = values['passages.yaml'].passages.find((passage) => passage.at === at)?.leftOut ?? [];
  return [...new Set([...quotes, ...leftOut.map(({ quote }) => quote)])];
}

/**
 * A text that agrees with the built-in data set, whose document is not part of the project: each passage is its first words,
 * and its quotes one after the other.
 */
export function madeText(): string {
  const parts = values['passages.yaml'].passages.map(({ at, opening }) =>
    [opening, ...quotesAt(at).filter((quote) => quote !== opening)].join('／'),
  );
  return `${parts.join('。\n')}。\n`;
}
