import type { Answer } from '../../server/contract/answer.ts';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import type { Json } from '../../server/contract/json.ts';
import { ApiError, pageProblem, referencesIn } from '../api/api.ts';
import type { FileGraph } from './file-graph.ts';
import { Parameters } from './parameters.ts';

/** A named query as a file answers it: with the rows, and in the order, in which the server's own query has them. */
export interface OfflineQuery {
  name: string;
  /** Names of its parameters. */
  parameters: readonly string[];
  columns: readonly string[];
  /** Rows, in which a node is `{ $node: id }` and so on. Throws an ApiError for what is wrong or not there. */
  rows: (graph: FileGraph, given: Parameters) => Json[][];
}

/** Answers a query for the part of its address behind `?`. Throws an ApiError. */
export function answerOffline(query: OfflineQuery, graph: FileGraph, search: string): Answer {
  const begin = performance.now();
  const rows = query.rows(graph, new Parameters(search, query.parameters));
  const ms = Math.round((performance.now() - begin) * 100) / 100;
  return { ...answerWith([...query.columns], rows, graph), ms };
}

/** An answer with all that its rows refer to, in the order of the rows, and the ends of every relationship. */
function answerWith(columns: string[], rows: Json[][], graph: FileGraph): Answer {
  const found = referencesIn(rows);
  const relationships = [...new Set(found.relationships)].flatMap((id) => graph.relationships.get(id) ?? []);
  const ends = relationships.flatMap(({ start, end }) => [start, end]);
  const nodes = [...new Set([...found.nodes, ...ends])].flatMap((id) => graph.nodes.get(id) ?? []);
  return { graph: { nodes, relationships }, table: { columns, rows }, truncated: false, ms: 0, notices: [] };
}

export const nodeCell = ({ id }: Node): Json => ({ $node: id });

export const relationshipCell = ({ id }: Relationship): Json => ({ $relationship: id });

/** The node of an id. Throws an ApiError where there is none. */
export function nodeOf({ nodes }: FileGraph, id: string): Node {
  const node = nodes.get(id);
  if (node) return node;
  throw new ApiError(pageProblem('unknown-node', 404, `there is no node with the id ${id}`, { id }));
}
