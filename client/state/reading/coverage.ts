import { computed, signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import type { TextCoverage } from '../../../server/passage-text/text-coverage.ts';
import { textCoverage } from '../../../server/passage-text/text-coverage.ts';
import { referencesIn } from '../../api/api.ts';
import { getToKnow } from '../known-answer.ts';
import type { KnownAnswer } from '../known-answer.ts';
import { nothingSaid, sayings } from './mentions.ts';
import { omissionsOf } from './omissions.ts';
import type { Omission } from './omissions.ts';
import { foldedAt, originalText, textAt } from './original-text.ts';
import { addressOf, passageAt } from './passages.ts';

/** What a passage gave to the graph, by the count of what cites it. */
export interface PassageCoverage {
  address: string;
  nodes: number;
  relationships: number;
  figures: number;
  leftOut: readonly Omission[];
}

/** What the named query of coverage came to. */
export const knownCoverage = signal<KnownAnswer>({ kind: 'waiting' });

/** Counts what each passage gave, once. */
export const loadCoverage = (): Promise<void> => getToKnow(knownCoverage, 'coverage');

/** Every passage in reading order. */
export const coverage = computed<readonly PassageCoverage[]>(() =>
  knownCoverage.value.kind === 'answered' ? coverageIn(knownCoverage.value.answer) : [],
);

function coverageIn({ graph, table: { columns, rows } }: Answer): PassageCoverage[] {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const countIn = (row: readonly Json[], column: string): number => Number(row[columns.indexOf(column)] ?? 0);
  return rows.flatMap((row) => {
    const passage = nodes.get(referencesIn(row[columns.indexOf('passage')]).nodes[0] ?? '');
    if (!passage) return [];
    return {
      address: addressOf(passage),
      nodes: countIn(row, 'nodes'),
      relationships: countIn(row, 'relationships'),
      figures: countIn(row, 'figures'),
      leftOut: omissionsOf(passage),
    };
  });
}

/**
 * How much of each passage's text is quoted or left out on purpose, by its address, where the text is at hand. A passage before
 * one that was not found has the text of that, too: how much of its own is quoted is not known.
 */
export const textShares = computed<ReadonlyMap<string, TextCoverage>>(() => {
  const shares = new Map<string, TextCoverage>();
  const missing = new Set(originalText.value?.missing.map(({ at }) => at));
  const inOrder = [...passageAt.value.values()];
  for (const [index, passage] of inOrder.entries()) {
    const address = addressOf(passage);
    const next = inOrder[index + 1];
    if (next && missing.has(addressOf(next))) continue;
    const [text, folded] = [textAt(address), foldedAt(address)];
    if (text === undefined || folded === undefined) continue;
    const { phrases } = sayings.value.get(address) ?? nothingSaid;
    const quotes = [...phrases, ...omissionsOf(passage)].map(({ quote }) => quote);
    shares.set(
      address,
      textCoverage(text, quotes, (quote) => folded.placesOf(quote)),
    );
  }
  return shares;
});

/** Passages that stand beside each other, as one cell of the strip. */
export interface CoverageCell {
  /** The addresses of its passages, in reading order. */
  addresses: readonly string[];
  nodes: number;
  relationships: number;
  figures: number;
  leftOut: readonly Omission[];
  /** Undefined where no text is at hand. */
  text: TextCoverage | undefined;
}

/** Cells that a strip has at most: of a longer document, each is of several passages. */
const mostCells = 150;

/** The document as cells in reading order, each of as many passages as the others but for the last. */
export function cellsOf(
  passages: readonly PassageCoverage[],
  shares: ReadonlyMap<string, TextCoverage>,
  most = mostCells,
): CoverageCell[] {
  const size = Math.max(1, Math.ceil(passages.length / most));
  return Array.from({ length: Math.ceil(passages.length / size) }, (_, index) =>
    joined(passages.slice(index * size, (index + 1) * size), shares),
  );
}

/** Some passages as one. */
export function joined(passages: readonly PassageCoverage[], shares: ReadonlyMap<string, TextCoverage>): CoverageCell {
  const sum = (count: (passage: PassageCoverage) => number): number =>
    passages.reduce((total, passage) => total + count(passage), 0);
  const found = passages.flatMap(({ address }) => shares.get(address) ?? []);
  return {
    addresses: passages.map(({ address }) => address),
    nodes: sum(({ nodes }) => nodes),
    relationships: sum(({ relationships }) => relationships),
    figures: sum(({ figures }) => figures),
    leftOut: passages.flatMap(({ leftOut }) => leftOut),
    text:
      found.length === 0
        ? undefined
        : {
            characters: found.reduce((total, { characters }) => total + characters, 0),
            covered: found.reduce((total, { covered }) => total + covered, 0),
          },
  };
}

/** Of a text that has letters or digits, how many of a hundred are covered; undefined where there is none. */
export const percentOf = (text: TextCoverage | undefined): number | undefined =>
  text && text.characters > 0 ? Math.round((100 * text.covered) / text.characters) : undefined;
