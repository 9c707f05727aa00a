/** Phrases that are looked for in texts: however many they are, looking takes the same time. */
export interface Phrases {
  /** Whether one of them stands in the text around all of a place. */
  cover(text: string, start: number, end: number): boolean;
}

/** Gathers phrases to look for. */
export function phrasesOf(phrases: Iterable<string>): Phrases {
  const all = new Set(phrases);
  const lengths = new Set([...all].map(({ length }) => length));
  return {
    cover(text, start, end) {
      for (const length of lengths) {
        const last = Math.min(start, text.length - length);
        for (let from = Math.max(0, end - length); from <= last; from += 1) {
          if (all.has(text.slice(from, from + length))) return true;
        }
      }
      return false;
    },
  };
}
