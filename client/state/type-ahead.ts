/** Milliseconds after which what is typed begins anew. */
const pause = 1_000;

/** Characters that are taken at most: a key may be held down. */
const most = 50;

/** The lines among which one types. */
export interface TypedAmong {
  count: number;
  /** The index of the present one. */
  from: number;
  /** The texts of one, any of which may begin so. */
  textsOf: (index: number) => readonly string[];
}

/** What is typed among the lines of a list, to go to the next one that begins so, as ARIA's pattern of a tree has it. */
export class TypeAhead {
  #typed: readonly string[] = [];
  #typedAt = -Infinity;

  /** Whether what is typed at a time, in milliseconds, goes on with what was typed before: a space is then a part of it. */
  isGoingOn(time: number): boolean {
    return time - this.#typedAt < pause;
  }

  /** Takes one more character. Answers the index of the line that is meant, undefined where none begins so. */
  type(character: string, time: number, among: TypedAmong): number | undefined {
    this.#typed = [...(this.isGoingOn(time) ? this.#typed : []), character].slice(0, most);
    this.#typedAt = time;
    const { from } = among;
    // With each further character, the present line may still be the one that is meant.
    const found = nextThatBegins(this.#typed.join(''), this.#typed.length > 1 ? from : from + 1, among);
    if (found !== undefined) return found;
    // The same one again and again goes from one line to the next.
    const isSame = this.#typed.every((other) => other === character);
    return isSame ? nextThatBegins(character, from + 1, among) : undefined;
  }
}

/** The index of a line that begins so, looked for from a first one on to the end, and then from the start. */
function nextThatBegins(typed: string, first: number, { count, textsOf }: TypedAmong): number | undefined {
  const wanted = beginningOf(typed);
  if (wanted === '') return undefined;
  for (let step = 0; step < count; step += 1) {
    const index = (first + step) % count;
    if (textsOf(index).some((text) => beginningOf(text).startsWith(wanted))) return index;
  }
  return undefined;
}

/** A text as beginnings are compared: without case and accents, and without what stands before its first letter or digit. */
function beginningOf(text: string): string {
  const plain = text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return plain.replace(/^[^\p{L}\p{N}]+/u, '');
}
