import type { Json } from '../../../server/contract/json.ts';
import { captionIn, sentenceIn } from './results-graph.ts';
import type { ResultGraph } from './results-graph.ts';

/** A cell of an answer's table, by what it holds. */
export type ResultCell =
  | { kind: 'null' }
  | { kind: 'boolean'; value: boolean }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'list'; items: readonly ResultCell[] }
  | { kind: 'map'; entries: readonly (readonly [string, ResultCell])[] }
  | { kind: 'node'; id: string }
  | { kind: 'relationship'; id: string }
  /** Ids of nodes and relationships in turn. */
  | { kind: 'path'; ids: readonly string[] };

/** Reads a cell as it travels. */
export function readCell(value: Json | undefined): ResultCell {
  if (value === undefined || value === null) return { kind: 'null' };
  if (typeof value === 'boolean') return { kind: 'boolean', value };
  if (typeof value === 'number') return { kind: 'number', value };
  if (typeof value === 'string') return { kind: 'text', value };
  if (Array.isArray(value)) return { kind: 'list', items: value.map(readCell) };
  const entries = Object.entries(value);
  // A map of the query's own may have such a key, too, but hardly by itself.
  const { $node: node, $relationship: relationship, $path: path } = entries.length === 1 ? value : {};
  if (typeof node === 'string') return { kind: 'node', id: node };
  if (typeof relationship === 'string') return { kind: 'relationship', id: relationship };
  if (Array.isArray(path)) return { kind: 'path', ids: path.map(String) };
  return { kind: 'map', entries: entries.map(([key, item]) => [key, readCell(item)] as const) };
}

/** A cell as one text: what is copied, sorted by, and written where there is room for text only. */
export function cellText(cell: ResultCell, graph: ResultGraph): string {
  switch (cell.kind) {
    case 'null':
      return '';
    case 'boolean':
    case 'number':
    case 'text':
      return String(cell.value);
    case 'list':
      return `[${cell.items.map((item) => innerText(item, graph)).join(', ')}]`;
    case 'map':
      return `{${cell.entries.map(([key, item]) => `${key}: ${innerText(item, graph)}`).join(', ')}}`;
    case 'node':
      return captionIn(graph, cell.id);
    case 'relationship':
      return sentenceIn(graph, cell.id);
    case 'path':
      return pathParts(cell.ids, graph)
        .map(({ sign, caption }) => `${sign}${caption}`)
        .join('');
  }
}

/** Within a list or a map, nothing is said to be null. */
const innerText = (cell: ResultCell, graph: ResultGraph): string =>
  cell.kind === 'null' ? 'null' : cellText(cell, graph);

/** The nodes of a path in order, each with the arrow that leads to it. */
export function pathParts(ids: readonly string[], graph: ResultGraph): { id: string; sign: string; caption: string }[] {
  return ids.flatMap((id, index) => {
    if (index % 2 === 1) return [];
    const relationship = graph.relationships.get(ids[index - 1] ?? '');
    const sign = index === 0 ? '' : relationship?.start === id && relationship.end !== id ? ' ← ' : ' → ';
    return [{ id, sign, caption: captionIn(graph, id) }];
  });
}

/** A cell as JSON with its nodes, relationships and paths whole. */
export function wholeCell(value: Json | undefined, graph: ResultGraph): Json {
  if (value === undefined || value === null || typeof value !== 'object') return value ?? null;
  if (Array.isArray(value)) return value.map((item) => wholeCell(item, graph));
  const cell = readCell(value);
  if (cell.kind === 'node') return graph.nodes.get(cell.id) ?? value;
  if (cell.kind === 'relationship') return graph.relationships.get(cell.id) ?? value;
  if (cell.kind === 'path') {
    return cell.ids.map((id, index) => (index % 2 === 0 ? graph.nodes.get(id) : graph.relationships.get(id)) ?? id);
  }
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, wholeCell(item, graph)]));
}
