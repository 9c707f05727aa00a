import type { Graph, PropertyValue } from '../../../server/contract/graph.ts';
import type { Json } from '../../../server/contract/json.ts';
import { indexGraph } from '../workbench/results-graph.ts';
import { readLines } from '../workbench/results-table.ts';
import { writeCsv } from './write-csv.ts';
import type { CsvOptions } from './write-csv.ts';

/**
 * The nodes of a graph, or its relationships, as CSV: first what each has, then a column for each property that one of
 * them has. Lists are JSON, so that a program can read them.
 * @param captionOf what a node is called, for those who read the table
 */
export function writeGraphCsv(
  { nodes, relationships }: Graph,
  rows: 'nodes' | 'relationships',
  options: CsvOptions,
  captionOf: (id: string) => string,
): string {
  if (rows === 'nodes') {
    const records = nodes.map(({ id, labels, properties }) => ({
      own: [id, captionOf(id), labels.join(';')],
      properties,
    }));
    return csvOf(['id', 'caption', 'labels'], records, options);
  }
  const records = relationships.map(({ id, type, start, end, properties }) => ({
    own: [id, type, start, captionOf(start), end, captionOf(end)],
    properties,
  }));
  return csvOf(['id', 'type', 'start', 'start caption', 'end', 'end caption'], records, options);
}

interface CsvRecord {
  own: readonly string[];
  properties: Readonly<Record<string, PropertyValue>>;
}

function csvOf(own: readonly string[], records: readonly CsvRecord[], options: CsvOptions): string {
  const names = [...new Set(records.flatMap(({ properties }) => Object.keys(properties)))];
  const rows = records.map((record) => [...record.own, ...names.map((name) => cellOf(record.properties[name]))]);
  // A property that is called as one of ours is told from it by what it is.
  const columns = [...own, ...names.map((name) => (own.includes(name) ? `property ${name}` : name))];
  const nothing = { graph: { nodes: [], relationships: [] }, truncated: false, ms: 0, notices: [] };
  const lines = readLines({ ...nothing, table: { columns, rows } }, indexGraph(nothing.graph));
  return writeCsv(columns, lines, options);
}

const cellOf = (value: PropertyValue | undefined): Json =>
  Array.isArray(value) ? JSON.stringify(value) : (value ?? null);
