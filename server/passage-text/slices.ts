/** The running text of one passage. */
export interface Slice {
  at: string;
  text: string;
}

/** What is wrong where the text is cut. */
interface Miscut {
  /** The passage at fault. */
  at: string;
  code: 'opening-not-found' | 'text-before';
  readonly message: string;
}

/**
 * Finds the text of each passage: it begins with its opening and ends where the next passage begins. A passage whose
 * opening is not found has no slice, and its text stays with the passage before it.
 * @param passages in reading order
 */
export function sliceDocument(
  document: string,
  passages: readonly { at: string; opening: string }[],
): { slices: Map<string, Slice>; miscuts: Miscut[] } {
  const starts: { at: string; start: number }[] = [];
  const miscuts: Miscut[] = [];
  let from = 0;
  for (const { at, opening } of passages) {
    const start = document.indexOf(opening, from);
    if (start === -1) {
      miscuts.push({
        at,
        code: 'opening-not-found',
        // Found out only where it is told: to look for thousands of openings once more takes long.
        get message() {
          const elsewhere = document.includes(opening) ? 'only before its place' : 'not at all';
          return `the opening ${opening} is in the document ${elsewhere}`;
        },
      });
      continue;
    }
    starts.push({ at, start });
    from = start + opening.length;
  }
  const [first] = starts;
  const before = document.slice(0, first?.start).trim();
  // Where the first opening is not found, that is why.
  if (before && first && first.at === passages[0]?.at) {
    const message = `the document has text before it: ${before.slice(0, 20)}`;
    miscuts.push({ at: first.at, code: 'text-before', message });
  }
  const slices = starts.map(({ at, start }, index) => ({ at, text: document.slice(start, starts[index + 1]?.start) }));
  return { slices: new Map(slices.map((slice) => [slice.at, slice])), miscuts };
}
