import type { Slice } from '../server/passage-text/slices.ts';
import { sliceDocument } from '../server/passage-text/slices.ts';
import { problemsIn } from './check-graph.ts';
import type { Part } from './entries.ts';
import type { Evidence } from './format.ts';
import type { Seed } from './read-files.ts';
import type { Flaw, SeedProblem } from './seed-error.ts';

/**
 * Checks that every opening and every quote stands in the document at its address, character for character. At an address
 * that is there twice nothing is judged, since which of the two passages is meant cannot be told.
 */
export function compareWithDocument(seed: Seed, document: string): SeedProblem[] {
  const openings = seed.passages.entries.flatMap(({ value: { at, opening } }) =>
    at && opening && !seed.passages.repeated.has(at) ? [{ at, opening }] : [],
  );
  const { slices, miscuts } = sliceDocument(document, openings);
  const passages = seed.passages.entries.flatMap(({ value: { at, leftOut = [] }, problem }, place) => [
    ...miscuts
      // Text stands before one that is not the first where the first is wrong in itself.
      .filter((miscut) => miscut.at === at && (miscut.code !== 'text-before' || place === 0))
      .map(({ code, message }) => problem({ code, message }, 'opening')),
    ...leftOut.flatMap(({ quote }, index) =>
      isQuoted(slices, { at: at ?? '', quote })
        ? []
        : [problem({ code: 'left-out-not-found', message: `not at ${at}: ${quote}` }, 'leftOut', index, 'quote')],
    ),
  ]);
  const evidenced: Part<{ evidence?: Evidence[] | undefined }>[] = [seed.nodes, seed.relationships, seed.figures];
  const quotes = evidenced.flatMap((part) =>
    problemsIn(part, ({ value: { evidence = [] }, problem }) =>
      evidence.flatMap((one, index) =>
        isQuoted(slices, one) ? [] : [problem(misquoted(one, slices), 'evidence', index, 'quote')],
      ),
    ),
  );
  return [...passages, ...quotes];
}

function misquoted({ at, quote }: Evidence, slices: ReadonlyMap<string, Slice>): Flaw {
  return {
    code: 'quote-not-found',
    message: `the quote is not at ${at}: ${quote}`,
    hint: () => {
      const elsewhere = [...slices.values()].find(({ text }) => text.includes(quote));
      return elsewhere && `it is at ${elsewhere.at}`;
    },
  };
}

/** A quote at an address without a slice is not judged: the address or the opening is at fault, and said to be so. */
function isQuoted(slices: ReadonlyMap<string, Slice>, { at, quote }: Evidence): boolean {
  const slice = slices.get(at);
  return slice === undefined || slice.text.includes(quote);
}
