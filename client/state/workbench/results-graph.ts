import type { Graph, Node, Relationship } from '../../../server/contract/graph.ts';
import { captionOf, sentenceOf } from '../ontology.ts';

/** The graph of one answer, by ids: what its cells refer to. */
export interface ResultGraph {
  nodes: ReadonlyMap<string, Node>;
  relationships: ReadonlyMap<string, Relationship>;
}

export const indexGraph = ({ nodes, relationships }: Graph): ResultGraph => ({
  nodes: new Map(nodes.map((node) => [node.id, node])),
  relationships: new Map(relationships.map((relationship) => [relationship.id, relationship])),
});

/** The caption of a node of the answer, in one line. */
export function captionIn({ nodes }: ResultGraph, id: string): string {
  const node = nodes.get(id);
  return node ? captionOf(node).replaceAll('\n', ' ') : id;
}

/** A relationship of the answer as a sentence. */
export function sentenceIn(graph: ResultGraph, id: string): string {
  const relationship = graph.relationships.get(id);
  return relationship ? sentenceOf(relationship, (end) => captionIn(graph, end)) : id;
}

/** The part of an answer's graph that some ids name, with the ends of its relationships. */
export function partOf(graph: ResultGraph, ids: readonly string[]): Graph {
  const relationships = ids.flatMap((id) => graph.relationships.get(id) ?? []);
  const ends = relationships.flatMap(({ start, end }) => [start, end]);
  const nodes = [...new Set([...ids, ...ends])].flatMap((id) => graph.nodes.get(id) ?? []);
  return { nodes, relationships };
}
