import type { Slice } from '../server/passage-text/slices.ts';
import type { TextCoverage } from '../server/passage-text/text-coverage.ts';
import { openClauses, textCoverage } from '../server/passage-text/text-coverage.ts';
import { nodesOf, relationshipsOf } from './all-values.ts';
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

/** What cites a passage. */
interface Citing {
  nodes: number;
  relationships: number;
  figures: number;
  quotes: Set<string>;
}

/** Coverage passage by passage, in reading order. */
export function coverageOf(values: SeedValues, slices: ReadonlyMap<string, Slice> | undefined): PassageCoverage[] {
  const cited = citingByPassage(values);
  return values['passages.yaml'].passages.map(({ at, leftOut = [] }) => {
    const { quotes = [], nodes = 0, relationships = 0, figures = 0 } = cited.get(at) ?? {};
    const phrases = [...quotes, ...leftOut.map(({ quote }) => quote)];
    const text = slices?.get(at)?.text;
    return {
      at,
      nodes,
      relationships,
      figures,
      leftOut,
      ...(text !== undefined && {
        text: { ...textCoverage(text, phrases), openClauses: openClauses(text, phrases) },
      }),
    };
  });
}

function citingByPassage(values: SeedValues): Map<string, Citing> {
  const cited = new Map<string, Citing>();
  const count = (kind: 'nodes' | 'relationships' | 'figures', facts: Iterable<{ evidence: Evidence[] }>): void => {
    for (const { evidence } of facts) {
      for (const at of new Set(evidence.map((one) => one.at))) {
        const citing = cited.get(at) ?? { nodes: 0, relationships: 0, figures: 0, quotes: new Set() };
        citing[kind] += 1;
        cited.set(at, citing);
      }
      for (const { at, quote } of evidence) cited.get(at)?.quotes.add(quote);
    }
  };
  count('nodes', nodesOf(values));
  count('relationships', relationshipsOf(values));
  count('figures', values['figures.yaml'].figures);
  return cited;
}
