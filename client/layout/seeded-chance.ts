/** Numbers that look random and are the same each time (mulberry32). */
export function seededChance(seed = 1): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Does something with `Math.random` seeded, for code of others that asks it: the same input gives the same output. */
export function withSeededChance(act: () => void): void {
  const { random } = Math;
  Math.random = seededChance();
  try {
    act();
  } finally {
    Math.random = random;
  }
}
