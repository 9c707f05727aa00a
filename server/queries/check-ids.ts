import type { Graph } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import type { QueryContext } from './query-context.ts';

/** Ids that a caller names. */
export interface Ids {
  nodes?: string[];
  relationships?: string[];
}

const nodesByIds = `
MATCH (n:Entity)
WHERE n.id IN $ids AND n.dataSet = $dataSet
RETURN n.id AS id
ORDER BY id`;

const relationshipsByIds = `
UNWIND $starts AS start
MATCH (:Entity {id: start, dataSet: $dataSet})-[r]->(:Entity)
WHERE r.id IN $ids
RETURN DISTINCT r.id AS id
ORDER BY id`;

const nodesOfAnyGraph = `
UNWIND $ids AS id
MATCH (n)
WHERE elementId(n) = id
RETURN id
ORDER BY id`;

/**
 * Rejects with a ProblemError that names the first id that the data set does not have: its database may hold others, too. What the answer already has is
 * not asked for again, so a query whose ids are all in its answer costs no second read.
 */
export async function checkIds(ids: Ids, graph: Graph, { store, ontology, options }: QueryContext): Promise<void> {
  const { dataSet } = ontology;
  const nodes = missing(ids.nodes, graph.nodes);
  const relationships = missing(ids.relationships, graph.relationships);
  if (nodes.length > 0) {
    const text = ontology.key ? nodesByIds : nodesOfAnyGraph;
    const { table } = await store.read(text, { ids: nodes, dataSet }, options);
    const unknown = nodes.find((id) => !table.rows.some(([found]) => found === id));
    if (unknown !== undefined) throw unknownNode(unknown);
  }
  if (relationships.length > 0) {
    const starts = relationships.map(startOf);
    const { table } = await store.read(relationshipsByIds, { ids: relationships, starts, dataSet }, options);
    const unknown = relationships.find((id) => !table.rows.some(([found]) => found === id));
    if (unknown !== undefined) {
      throw new ProblemError('unknown-relationship', `there is no relationship with the id ${unknown}`, {
        values: { id: unknown },
      });
    }
  }
}

export function unknownNode(id: string): ProblemError {
  return new ProblemError('unknown-node', `there is no node with the id ${id}`, { values: { id } });
}

/** A relationship's id is `<from>.<TYPE>.<to>`; a node's id never has such a middle. */
export function isRelationshipId(id: string): boolean {
  return /\.[A-Z_]+\./.test(id);
}

/** The id of the node at which a relationship starts: it finds the relationship without a look at all of them. */
export function startOf(relationshipId: string): string {
  return relationshipId.split(/\.[A-Z_]+\./)[0] ?? relationshipId;
}

function missing(ids: string[] | undefined, found: { id: string }[]): string[] {
  const present = new Set(found.map(({ id }) => id));
  return (ids ?? []).filter((id) => !present.has(id));
}
