/** What is promised, and what the bench holds the figures to; README tells the same. */
export const limits = {
  startMs: 2_000,
  pictureMs: 1_500,
  scriptKilobytes: 300,
  memoryMegabytes: 250,
  /** Half of the requests of a named query are answered within this. */
  queryMs: 10,
  /** With 2,000 nodes and 4,000 relationships on screen: from the answer to a picture. */
  largePictureMs: 2_000,
  /** Frames a second while panning and zooming, as a share of bare Cytoscape's. */
  frameRatio: 0.9,
  selectionMs: 100,
  /** For so long at most a layout keeps input waiting. */
  blockMs: 100,
  /** The page's memory after many expansions and undos, as a multiple of what it was. */
  memoryGrowth: 1.2,
};
