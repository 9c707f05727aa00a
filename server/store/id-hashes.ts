/**
 * Ids that have been met, each as a whole number of 52 bits: the texts of a million would take ten times the room. Two ids
 * may have the same number by chance, so what this says of an id is "no" or "maybe".
 */
export class IdHashes {
  /** An open-addressed table, in which 0 is an empty place; its length is a power of two. */
  #places = new Float64Array(1_024);
  #count = 0;
  readonly #repeated = new Set<number>();

  /** Whether any id may have been added more than once. */
  get mayHaveRepeats(): boolean {
    return this.#repeated.size > 0;
  }

  /** @param pieces of the id: it is the same id only if they are the same */
  add(...pieces: readonly string[]): void {
    const hash = hashOf(pieces);
    const place = this.#placeOf(hash);
    if (this.#places[place] === hash) {
      this.#repeated.add(hash);
      return;
    }
    this.#places[place] = hash;
    this.#count += 1;
    if (2 * this.#count > this.#places.length) this.#grow();
  }

  mayHave(...pieces: readonly string[]): boolean {
    const hash = hashOf(pieces);
    return this.#places[this.#placeOf(hash)] === hash;
  }

  /** Whether an id may have been added more than once. */
  mayRepeat(...pieces: readonly string[]): boolean {
    return this.mayHaveRepeats && this.#repeated.has(hashOf(pieces));
  }

  /** Where a number is, or is to be put. */
  #placeOf(hash: number): number {
    const last = this.#places.length - 1;
    let place = hash & last;
    while (this.#places[place] !== 0 && this.#places[place] !== hash) place = (place + 1) & last;
    return place;
  }

  #grow(): void {
    const before = this.#places;
    this.#places = new Float64Array(2 * before.length);
    for (const hash of before) if (hash !== 0) this.#places[this.#placeOf(hash)] = hash;
  }
}

/** Two hashes of 32 bits by the method of Fowler, Noll and Vo, of which the second gives its upper 20 bits. Never 0. */
function hashOf(pieces: readonly string[]): number {
  let low = 0x811c9dc5;
  let high = 0x9747b28c;
  for (const piece of pieces) {
    for (let index = 0; index < piece.length; index += 1) {
      const code = piece.charCodeAt(index);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x85ebca6b);
    }
    // No id has this sign: where one piece ends and the next begins tells ids apart.
    low = Math.imul(low ^ 0x1f, 0x01000193);
    high = Math.imul(high ^ 0x1f, 0x85ebca6b);
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0) || 1;
}
