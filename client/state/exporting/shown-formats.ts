import type { Answer } from '../../../server/contract/answer.ts';
import { ontology } from '../ontology.ts';
import { captionIn } from '../workbench/results-graph.ts';
import type { ResultGraph } from '../workbench/results-graph.ts';
import type { ResultLine } from '../workbench/results-table.ts';
import { writeCsv } from './write-csv.ts';
import type { CsvOptions } from './write-csv.ts';
import { writeCypher } from './write-cypher.ts';
import { writeGraphml } from './write-graphml.ts';
import { writeJson, writeNdjson } from './write-json.ts';

/** What the results show: the rows in their present order, and the graph that they refer to. */
export interface Shown {
  answer: Answer;
  lines: readonly ResultLine[];
  graph: ResultGraph;
}

interface ShownFormat {
  extension: string;
  mediaType: string;
  /** Of the graph: the rows are not in it. */
  isOfGraph: boolean;
  write: (shown: Shown, options: CsvOptions) => string;
}

/** The formats in which what is shown can be taken along. */
export const shownFormats = {
  csv: {
    extension: 'csv',
    mediaType: 'text/csv',
    isOfGraph: false,
    write: ({ answer, lines }, options) => writeCsv(answer.table.columns, lines, options),
  },
  json: {
    extension: 'json',
    mediaType: 'application/json',
    isOfGraph: false,
    write: ({ answer, lines, graph }) => writeJson(answer, lines, graph),
  },
  ndjson: {
    extension: 'ndjson',
    mediaType: 'application/x-ndjson',
    isOfGraph: false,
    write: ({ answer, lines, graph }) => writeNdjson(answer, lines, graph),
  },
  graphml: {
    extension: 'graphml',
    mediaType: 'application/xml',
    isOfGraph: true,
    write: ({ answer, graph }) => writeGraphml(answer.graph, (id) => captionIn(graph, id)),
  },
  cypher: {
    extension: 'cypher',
    mediaType: 'text/plain',
    isOfGraph: true,
    write: ({ answer }) => writeCypher(answer.graph, ontology.peek()?.key?.label ?? null),
  },
} as const satisfies Record<string, ShownFormat>;

export type FormatName = keyof typeof shownFormats;
