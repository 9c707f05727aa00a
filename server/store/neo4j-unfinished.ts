import type { Frame } from './neo4j-transactions.ts';
import type { Batch } from './store.ts';

/**
 * What marks a data set in the database while only a part of it is written: a load of more than one transaction that was
 * killed leaves the mark, and the next one takes it away.
 */
export function frameOf({ dataSet }: Batch): Frame {
  const params = { dataSet };
  return {
    begin: { cypher: 'MERGE (:UnfinishedLoad {of: $dataSet})', params },
    end: { cypher: 'MATCH (mark:UnfinishedLoad {of: $dataSet}) DELETE mark', params },
  };
}
