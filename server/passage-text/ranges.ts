/** A part of a text, in UTF-16 units: `end` is behind the last one. */
export interface Range {
  start: number;
  end: number;
}

/** Every place of a phrase in a text, those that overlap too; none of an empty phrase. */
export function placesOf(text: string, phrase: string): Range[] {
  const places: Range[] = [];
  if (phrase === '') return places;
  for (let found = text.indexOf(phrase); found !== -1; found = text.indexOf(phrase, found + 1)) {
    places.push({ start: found, end: found + phrase.length });
  }
  return places;
}

/** Finds every place of a phrase in a text that it knows. */
export type Finder = (phrase: string) => Range[];

/** The same characters as ranges that are in order and apart: those that overlap are one. What only touches stays two. */
export function merged(ranges: readonly Range[]): Range[] {
  const whole: Range[] = [];
  for (const { start, end } of ranges.toSorted((one, other) => one.start - other.start || one.end - other.end)) {
    const last = whole.at(-1);
    if (last && start < last.end) last.end = Math.max(last.end, end);
    else whole.push({ start, end });
  }
  return whole;
}
