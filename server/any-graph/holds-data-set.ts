import type { DataSetOntology } from '../contract/data-set/ontology.ts';
import { quoted } from '../store/cypher-name.ts';
import type { ReadOptions, Store } from '../store/store.ts';

/** Whether a database has any node of a data set. Rejects with a ProblemError. */
export async function holdsDataSet(
  store: Pick<Store, 'read'>,
  { dataSet, key }: DataSetOntology,
  options: ReadOptions,
): Promise<boolean> {
  const cypher = `MATCH (n:${quoted(key.label)}) WHERE n.dataSet = $dataSet RETURN 1 AS found LIMIT 1`;
  return (await store.read(cypher, { dataSet }, options)).table.rows.length > 0;
}
