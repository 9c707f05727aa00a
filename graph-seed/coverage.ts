import type { Slice } from './document.ts';
import type { Evidence, SeedPassage } from './format.ts';
import type { SeedValues } from './read-files.ts';

/** How well the graph covers one passage. */
export interface PassageCoverage {
  at: string;
  /** How many cite the passage. */
  nodes: number;
  relationships: number;
  figures: number;
  leftOut: NonNullable<SeedPassage['leftOut']>;
  /** Only where the document's text is at hand. */
  text?: TextCoverage;
}

interface TextCoverage {
  /** Characters without spaces and punctuation, and how many of them lie in a quote or a clause left out. */
  characters: number;
  covered: number;
  /** Clauses of which no quote and nothing left out has a single character. */
  openClauses: string[];
}

/** Coverage passage by passage, in reading order. */
export function coverageOf(values: SeedValues, slices: ReadonlyMap<string, Slice> | undefined): PassageCoverage[] {
  return values['passages.yaml'].passages.map(({ at, leftOut = [] }) => {
    const nodes = citing(values['nodes.yaml'], at);
    const relationships = citing(values['relationships.yaml'], at);
    const figures = citing(values['figures.yaml'].figures, at);
    const quotes = [...nodes, ...relationships, ...figures].flatMap(({ evidence }) =>
      evidence.filter((one) => one.at === at).map(({ quote }) => quote),
    );
    const slice = slices?.get(at);
    return {
      at,
      nodes: nodes.length,
      relationships: relationships.length,
      figures: figures.length,
      leftOut,
      ...(slice && { text: textCoverage(slice.text, [...quotes, ...leftOut.map(({ quote }) => quote)]) }),
    };
  });
}

function citing<T extends { evidence: Evidence[] }>(facts: T[], at: string): T[] {
  return facts.filter(({ evidence }) => evidence.some((one) => one.at === at));
}

const isWordCharacter = /[\p{L}\p{N}]/u;

function textCoverage(text: string, phrases: string[]): TextCoverage {
  const isCovered = coveredCharacters(text, phrases);
  const counted = [...text.matchAll(/[\p{L}\p{N}]/gu)];
  const openClauses = [...text.matchAll(/[^,;:\n\u3002\uff0c\uff1b\uff1a]+/gu)]
    .filter(({ 0: clause }) => isWordCharacter.test(clause))
    .filter(({ 0: clause, index }) => !isCovered.slice(index, index + clause.length).includes(true))
    .map(({ 0: clause }) => clause.trim());
  return {
    characters: counted.length,
    covered: counted.filter(({ index }) => isCovered[index]).length,
    openClauses,
  };
}

function coveredCharacters(text: string, phrases: string[]): boolean[] {
  const isCovered = Array.from({ length: text.length }, () => false);
  for (const phrase of new Set(phrases)) {
    for (let found = text.indexOf(phrase); found !== -1; found = text.indexOf(phrase, found + 1)) {
      isCovered.fill(true, found, found + phrase.length);
    }
  }
  return isCovered;
}
