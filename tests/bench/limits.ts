/** What is promised, and what the bench holds the figures to; README tells the same. */
export const limits = {
  startMs: 2_000,
  pictureMs: 1_500,
  scriptKilobytes: 300,
  memoryMegabytes: 250,
  /** Half of the requests of a named query are answered within this. */
  queryMs: 10,
  /** The same for a step of exploring in a graph of 100,000 nodes. */
  largeStepMs: 100,
  /** With 2,000 nodes and 4,000 relationships on screen: from the answer to a picture. */
  largePictureMs: 2_000,
  /** Frames a second while panning and zooming, as a share of bare Cytoscape's. */
  frameRatio: 0.9,
  selectionMs: 100,
  /** An organisation chart of 2,000 cards: from the answer to the chart. */
  chartMs: 3_000,
  /** For so long at most a layout keeps input waiting. */
  blockMs: 100,
  /** The page's memory after many expansions and undos, as a multiple of what it was. */
  memoryGrowth: 1.2,
  /** A typed query over HTTP, as a multiple of what the driver alone takes for it: half of the requests, and 95 %. */
  medianRatio: 1.3,
  slowRatio: 1.5,
  /** Requests a second of 16 clients, as a share of what the driver alone comes to. */
  throughputRatio: 0.7,
  /** Of an answer of 100,000 rows. */
  firstRowMs: 100,
  /** Over idle, while such an answer passes through the server. */
  streamMegabytes: 100,
  /** From a key in the editor to the frame that shows it, while the text is checked. */
  keyMs: 50,
  /** From asking for the next scene to the first frame in which it is drawn. */
  sceneMs: 300,
  /** From the click to the file: a picture of the whole built-in data set as PDF. */
  pdfMs: 2_000,
  /** Rows a second of a load into Neo4j, as a share of what a bare `UNWIND … CREATE` comes to with its best batch size. */
  loadRatio: 0.8,
  /** Of tables with 100,000 nodes and 400,000 relationships, into the embedded database. */
  loadSeconds: 30,
  /** Of the loader with its children. */
  loadMegabytes: 500,
};
