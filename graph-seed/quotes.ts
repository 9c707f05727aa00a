import type { Slice } from '../server/passage-text/slices.ts';
import { sliceDocument } from '../server/passage-text/slices.ts';
import type { Entry } from './entries.ts';
import type { Evidence } from './format.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** Checks that every opening and every quote stands in the document at its address, character for character. */
export function compareWithDocument(seed: Seed, document: string): SeedProblem[] {
  const openings = seed.passages.entries.flatMap(({ value: { at, opening } }) =>
    at && opening ? [{ at, opening }] : [],
  );
  const { slices, miscuts } = sliceDocument(document, openings);
  const passages = seed.passages.entries.flatMap(({ value: { at, leftOut = [] }, problem }) => [
    ...miscuts.filter((miscut) => miscut.at === at).map(({ message }) => problem(message, 'opening')),
    ...leftOut.flatMap(({ quote }, index) =>
      isQuoted(slices, { at: at ?? '', quote }) ? [] : [problem(`not at ${at}: ${quote}`, 'leftOut', index, 'quote')],
    ),
  ]);
  const evidenced: Entry<{ evidence?: Evidence[] | undefined }>[] = [
    ...seed.nodes.entries,
    ...seed.relationships.entries,
    ...seed.figures.entries,
  ];
  const quotes = evidenced.flatMap(({ value: { evidence = [] }, problem }) =>
    evidence.flatMap((one, index) =>
      isQuoted(slices, one) ? [] : [problem(`the quote is not at ${one.at}: ${one.quote}`, 'evidence', index, 'quote')],
    ),
  );
  return [...passages, ...quotes];
}

/** A quote at an address without a slice is not judged: the address or the opening is at fault, and said to be so. */
function isQuoted(slices: ReadonlyMap<string, Slice>, { at, quote }: Evidence): boolean {
  const slice = slices.get(at);
  return slice === undefined || slice.text.includes(quote);
}
