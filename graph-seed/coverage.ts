import type { Slice } from '../server/passage-text/slices.ts';
import type { TextCoverage } from '../server/passage-text/text-coverage.ts';
import { openClauses, textCoverage } from '../server/passage-text/text-coverage.ts';
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
  text?: TextCoverage & {
    /** Clauses of which no quote and nothing left out has a single character. */
    openClauses: string[];
  };
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
    const phrases = [...quotes, ...leftOut.map(({ quote }) => quote)];
    const text = slices?.get(at)?.text;
    return {
      at,
      nodes: nodes.length,
      relationships: relationships.length,
      figures: figures.length,
      leftOut,
      ...(text !== undefined && {
        text: { ...textCoverage(text, phrases), openClauses: openClauses(text, phrases) },
      }),
    };
  });
}

function citing<T extends { evidence: Evidence[] }>(facts: T[], at: string): T[] {
  return facts.filter(({ evidence }) => evidence.some((one) => one.at === at));
}
