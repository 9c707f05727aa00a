import { z } from 'zod';
import type { WholeGraph } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import type { QueryContext } from './query-context.ts';

/** How the whole of a graph is asked for. */
interface Texts {
  nodes: string;
  relationships: string;
  /** Each relationship with where it starts, and each node where none starts, by itself. */
  read: string;
}

const ofDataSet: Texts = {
  nodes: `
MATCH (n:Entity {dataSet: $dataSet})
RETURN count(n) AS total`,
  relationships: `
MATCH (:Entity {dataSet: $dataSet})-[r]->(:Entity {dataSet: $dataSet})
RETURN count(r) AS total`,
  read: `
MATCH (n:Entity {dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]->(:Entity {dataSet: $dataSet})
RETURN n AS node, r AS relationship
ORDER BY coalesce(n.prominence, 9), n.id, r.id`,
};

const ofAnyGraph: Texts = {
  // Alone, these are numbers that Neo4j keeps ready, however large the graph.
  nodes: `
MATCH (n)
RETURN count(n) AS total`,
  relationships: `
MATCH ()-[r]->()
RETURN count(r) AS total`,
  read: `
MATCH (n)
OPTIONAL MATCH (n)-[r]->()
RETURN n AS node, r AS relationship
ORDER BY elementId(n), elementId(r)`,
};

/**
 * The whole graph of the data set, the prominent nodes first, as far as the limits let it. Rejects with a ProblemError:
 * what the store says, or `graph-too-large` where not even the nodes are within the limit, so that most would be missing.
 */
export async function readWholeGraph({ store, ontology, options }: QueryContext): Promise<WholeGraph> {
  const texts = ontology.key ? ofDataSet : ofAnyGraph;
  const params = { dataSet: ontology.dataSet };
  const count = async (text: string): Promise<number> => {
    const { table } = await store.read(text, params, options);
    return Count.parse(table.rows[0])[0];
  };
  // What is too large is refused before its relationships are looked at, which would take the time that there is.
  const nodes = await count(texts.nodes);
  if (nodes > options.maxRows) throw tooLarge(nodes, options.maxRows);
  const relationships = await count(texts.relationships);
  const { graph, truncated } = await store.read(texts.read, params, options);
  return { ...graph, truncated, total: { nodes, relationships } };
}

const Count = z.tuple([z.int()]);

function tooLarge(nodes: number, most: number): ProblemError {
  return new ProblemError('graph-too-large', `the graph has ${nodes} nodes; as a whole it may have ${most}`, {
    values: { nodes: String(nodes), most: String(most) },
  });
}
