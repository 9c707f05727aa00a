/** What is promised, and what the bench holds the figures to; README tells the same. */
export const limits = {
  startMs: 2_000,
  pictureMs: 1_500,
  scriptKilobytes: 300,
  memoryMegabytes: 250,
  /** Half of the requests of a named query are answered within this. */
  queryMs: 10,
};
