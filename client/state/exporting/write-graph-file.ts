import type { Graph } from '../../../server/contract/graph.ts';
import { ontology } from '../ontology.ts';
import { captionIn, indexGraph } from '../workbench/results-graph.ts';
import type { ExportOptions } from './export-options.ts';
import { looksOf } from './graph-looks.ts';
import { writeCypher } from './write-cypher.ts';
import { writeGraphCsv } from './write-graph-csv.ts';
import { writeGraphJson } from './write-graph-json.ts';
import { writeGraphml } from './write-graphml.ts';
import { writeKeyedCypher } from './write-keyed-cypher.ts';

/** What nodes are called in a file. */
type NameOf = (id: string) => string;
type Options = Pick<ExportOptions, 'rows' | 'csv'>;

/** What writes a graph as text, by the name of the format. */
const writers = {
  csv: (graph: Graph, nameOf: NameOf, { rows, csv }: Options) => writeGraphCsv(graph, rows, csv, nameOf),
  graphml: (graph: Graph, nameOf: NameOf) => writeGraphml(graph, nameOf, looksOf(graph)),
  cypher: (graph: Graph) => {
    const { key = null } = ontology.peek() ?? {};
    return key ? writeKeyedCypher(graph, key) : writeCypher(graph, null);
  },
  json: writeGraphJson,
} as const;

export type GraphFileName = keyof typeof writers;

/** A graph as the text of a file. */
export function writeGraphFile(name: GraphFileName, graph: Graph, options: Options): string {
  const index = indexGraph(graph);
  return writers[name](graph, (id) => captionIn(index, id), options);
}
