/** A text as search compares it: its widths and cases made alike. */
export const phraseOf = (text: string): string => text.trim().normalize('NFKC').toLowerCase();

/** The words of a text, each of which must be found. */
export const wordsIn = (text: string): string[] =>
  phraseOf(text)
    .split(/\s+/)
    .filter((word) => word !== '');
