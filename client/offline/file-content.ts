import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import type { WholeGraph } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';

/** What a file holds that shows the graph without a server, as it stands in it as JSON. */
export interface FileContent {
  format: typeof fileFormat;
  version: typeof fileVersion;
  /** When it was made: ISO 8601, in UTC. */
  made: string;
  /** The view that it opens with, as the text of an address. */
  view: string;
  ontology: Ontology;
  graph: WholeGraph;
  /** What finding and ordering go by: the rows of the query `search-index`. */
  index: { columns: readonly string[]; rows: readonly (readonly Json[])[] };
  /** Answers to what the file itself cannot work out, by the addresses that the page asks for. */
  answers: Readonly<Record<string, StoredAnswer>>;
  scenes: readonly Scene[];
  /** The scenes of the reader who made the file. */
  ownScenes: readonly unknown[];
}

/** An answer without its graph, of which it keeps the ids: the file has the graph already. */
export interface StoredAnswer {
  columns: readonly string[];
  rows: readonly (readonly Json[])[];
  nodes: readonly string[];
  relationships: readonly string[];
  truncated: boolean;
}

export const fileFormat = 'document-graph-explorer file';
export const fileVersion = 1;

/** The id of the element of the page that holds the content. */
export const contentId = 'file-content';

/** That element as the template has it, empty. */
export const contentPlace = `<script type="application/json" id="${contentId}"></script>`;
