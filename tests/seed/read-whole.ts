import { readDataSet } from '../../graph-seed/read.ts';
import type { Node, Relationship } from '../../server/contract/graph.ts';
import type { Batch } from '../../server/store/store.ts';

/** A batch that is in memory as a whole, to look into. */
export interface WholeBatch extends Batch {
  nodes: Node[];
  relationships: Relationship[];
}

type DataSet = Awaited<ReturnType<typeof readDataSet>>;

/** Reads a data set that is small enough to have its batch in memory. */
export async function readWhole(...args: Parameters<typeof readDataSet>): Promise<DataSet & { batch: WholeBatch }> {
  const dataSet = await readDataSet(...args);
  const { nodes, relationships } = dataSet.batch;
  return { ...dataSet, batch: { ...dataSet.batch, nodes: [...nodes], relationships: [...relationships] } };
}
