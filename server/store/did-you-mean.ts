/** Names that are offered in the place of one that there is not. */
const most = 3;

/** Longer names are not compared: the work grows with the square of their length. */
const longest = 100;

/** The known names that may have been meant, the nearest first; three at most. Capitals and small letters are the same. */
export function didYouMean(name: string, known: Iterable<string>): string[] {
  if (name.length > longest) return [];
  const wanted = name.toLowerCase();
  const near: { candidate: string; distance: number }[] = [];
  for (const candidate of known) {
    if (candidate.length > longest || candidate === name) continue;
    const distance = nearness(wanted, candidate.toLowerCase());
    if (distance !== undefined) near.push({ candidate, distance });
  }
  const byDistance = near.toSorted((a, b) => a.distance - b.distance || (a.candidate < b.candidate ? -1 : 1));
  return byDistance.slice(0, most).map(({ candidate }) => candidate);
}

/** How far two names are apart, if one can be the other with a few slips, or its beginning. */
function nearness(wanted: string, candidate: string): number | undefined {
  const allowed = Math.max(1, Math.floor(Math.min(wanted.length, candidate.length) / 3));
  if (Math.abs(wanted.length - candidate.length) <= allowed) {
    const distance = slips(wanted, candidate);
    if (distance <= allowed) return distance;
  }
  const isPrefix = wanted.length >= 2 && (candidate.startsWith(wanted) || wanted.startsWith(candidate));
  // After all that differ by slips.
  return isPrefix && candidate.length >= 2 ? longest + Math.abs(wanted.length - candidate.length) : undefined;
}

/** Letters added, left out, exchanged, or swapped with their neighbours: the distance of Damerau and Levenshtein. */
function slips(left: string, right: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const isSame = left[row - 1] === right[column - 1];
      let least = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + (isSame ? 0 : 1),
      );
      const isSwapped = row > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1];
      if (isSwapped) least = Math.min(least, (beforeLast[column - 2] ?? 0) + 1);
      current.push(least);
    }
    [beforeLast, last] = [last, current];
  }
  return last[right.length] ?? 0;
}
