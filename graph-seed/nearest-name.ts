/** Slips that a name may have and still be taken for another. */
const mostSlips = 3;

/** The name that was meant, as a question to the author; empty where none is near. */
export function hint(name: string, known: Iterable<string>): string {
  let nearest: string | undefined;
  let fewest = Math.min(mostSlips, Math.ceil(name.length / 3)) + 1;
  for (const other of known) {
    const slips = slipsBetween(name.toLowerCase(), other.toLowerCase());
    if (slips >= fewest) continue;
    nearest = other;
    fewest = slips;
  }
  return nearest === undefined ? '' : `; did you mean ${nearest}?`;
}

/** How many characters are to be put in, left out or exchanged to make one text of the other (Levenshtein). */
function slipsBetween(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (const [line, character] of one.split('').entries()) {
    const next = [line + 1];
    for (const [column, wanted] of other.split('').entries()) {
      const exchanged = (row[column] ?? 0) + (character === wanted ? 0 : 1);
      next.push(Math.min(exchanged, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
