import { z } from 'zod';
import type { WholeGraph } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import type { QueryContext } from './query-context.ts';

/** How the whole of a graph is asked for. */
interface Texts {
  count: string;
  /** Each relationship with where it starts, and each node where none starts, by itself. */
  read: string;
}

const ofDataSet: Texts = {
  count: `
MATCH (n:Entity {dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]->(:Entity {dataSet: $dataSet})
RETURN count(DISTINCT n) AS nodes, count(r) AS relationships`,
  read: `
MATCH (n:Entity {dataSet: $dataSet})
OPTIONAL MATCH (n)-[r]->(:Entity {dataSet: $dataSet})
RETURN n AS node, r AS relationship
ORDER BY coalesce(n.prominence, 9), n.id, r.id`,
};

const ofAnyGraph: Texts = {
  count: `
MATCH (n)
OPTIONAL MATCH (n)-[r]->()
RETURN count(DISTINCT n) AS nodes, count(r) AS relationships`,
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
  const { count, read } = ontology.key ? ofDataSet : ofAnyGraph;
  const params = { dataSet: ontology.dataSet };
  const counted = await store.read(count, params, options);
  const [nodes, relationships] = Counts.parse(counted.table.rows[0]);
  if (nodes > options.maxRows) throw tooLarge(nodes, options.maxRows);
  const { graph, truncated } = await store.read(read, params, options);
  return { ...graph, truncated, total: { nodes, relationships } };
}

const Counts = z.tuple([z.int(), z.int()]);

function tooLarge(nodes: number, most: number): ProblemError {
  return new ProblemError('graph-too-large', `the graph has ${nodes} nodes; as a whole it may have ${most}`, {
    values: { nodes: String(nodes), most: String(most) },
  });
}
