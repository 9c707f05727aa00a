import { sliceDocument } from '../../../server/passage-text/slices.ts';
import { FoldedText, foldedPhrase } from './folded-text.ts';

/** A passage and the words that it begins with. */
export interface Opening {
  at: string;
  opening: string;
}

/**
 * The text of each passage by its address. It is cut where the openings are when both are folded, for it may have its lines
 * broken elsewhere.
 */
export function slicesOf(text: string, openings: readonly Opening[]): Map<string, string> {
  const folded = new FoldedText(text);
  const slices = [
    ...sliceDocument(
      folded.text,
      openings.map(({ at, opening }) => ({ at, opening: foldedPhrase(opening) })),
    ).slices.values(),
  ];
  // They go on one from the other, up to the end.
  let at = folded.text.length - slices.reduce((length, slice) => length + slice.text.length, 0);
  const starts = slices.map((slice) => {
    const start = folded.startOf(at);
    at += slice.text.length;
    return start;
  });
  return new Map(slices.map((slice, index) => [slice.at, text.slice(starts[index], starts[index + 1])]));
}
