import type { Graph } from '../../../server/contract/graph.ts';

/** A graph as JSON, as the API sends it: a line for each node and relationship, so that two files can be compared. */
export function writeGraphJson({ nodes, relationships }: Graph): string {
  return `{\n"nodes": ${lines(nodes)},\n"relationships": ${lines(relationships)}\n}\n`;
}

const lines = (items: readonly object[]): string =>
  items.length === 0 ? '[]' : `[\n${items.map((item) => JSON.stringify(item)).join(',\n')}\n]`;
