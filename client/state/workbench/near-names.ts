/** Names that are told at most. */
const mostNames = 3;

/** Names that may have been meant by one that there is not, the nearest first. Case does not count. */
export function nearNames(name: string, known: readonly string[]): string[] {
  const wanted = name.toLowerCase();
  // One slip in a short name, more in a long one.
  const most = Math.max(1, Math.floor(wanted.length / 3));
  return known
    .map((other) => ({ other, slips: slipsBetween(wanted, other.toLowerCase(), most) }))
    .filter(({ slips }) => slips <= most)
    .toSorted((a, b) => a.slips - b.slips || (a.other < b.other ? -1 : 1))
    .slice(0, mostNames)
    .map(({ other }) => other);
}

/**
 * How many letters must be put in, left out, exchanged or swapped with the next to make one text of the other; more than
 * `most` are not counted on.
 */
function slipsBetween(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let [before, present]: [number[], number[]] = [[], Array.from({ length: other.length + 1 }, (_, column) => column)];
  for (let row = 1; row <= one.length; row += 1) {
    const next = [row];
    for (let column = 1; column <= other.length; column += 1) {
      const isSame = one[row - 1] === other[column - 1];
      const isSwapped =
        row > 1 && column > 1 && one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      next[column] = Math.min(
        (next[column - 1] ?? 0) + 1,
        (present[column] ?? 0) + 1,
        (present[column - 1] ?? 0) + (isSame ? 0 : 1),
        isSwapped ? (before[column - 2] ?? 0) + 1 : Infinity,
      );
    }
    if (Math.min(...next) > most) return most + 1;
    [before, present] = [present, next];
  }
  return present.at(-1) ?? 0;
}
