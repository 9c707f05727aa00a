import neo4j, { type Driver, type Session, type Transaction } from 'neo4j-driver';
import type { Json, Node, Relationship } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import { checkBatch } from './check-batch.ts';
import { chunks, groups } from './chunks.ts';
import { toParameters } from './neo4j-cells.ts';
import { quoted } from './cypher-name.ts';
import { toProblem } from './neo4j-problem.ts';
import { readStale, type Stale } from './neo4j-stale.ts';
import { cancelled } from './store-problems.ts';
import type { Batch, WriteOptions, Written } from './store.ts';

/** Writes a whole data set in one transaction, after its constraint and indexes. Rejects with a ProblemError. */
export async function writeBatch(
  driver: Driver,
  database: string | undefined,
  batch: Batch,
  { signal, onProgress }: WriteOptions,
): Promise<Written> {
  if (signal?.aborted) throw cancelled();
  checkBatch(batch);
  const session = driver.session({
    defaultAccessMode: neo4j.session.WRITE,
    ...(database !== undefined && { database }),
  });
  // Closing the session rolls back at once; the transaction's own rollback waits for the statement that runs.
  const onAbort = () => void session.close().catch(() => {});
  signal?.addEventListener('abort', onAbort);
  try {
    await createIndexes(session, batch);
    const transaction = await session.beginTransaction();
    const written = await replace(transaction, batch, onProgress);
    if (signal?.aborted) throw cancelled();
    await transaction.commit();
    return written;
  } catch (error) {
    throw signal?.aborted ? cancelled() : toProblem(error);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // This also rolls back what was not committed.
    await session.close().catch(() => {});
  }
}

async function createIndexes(session: Session, { key, searchProperty, relationships }: Batch): Promise<void> {
  const label = quoted(key.label);
  const property = quoted(key.property);
  const types = [...new Set(relationships.map(({ type }) => type))];
  const statements = [
    `CREATE CONSTRAINT IF NOT EXISTS FOR (n:${label}) REQUIRE n.${property} IS UNIQUE`,
    `CREATE TEXT INDEX IF NOT EXISTS FOR (n:${label}) ON (n.${quoted(searchProperty)})`,
    ...types.map((type) => `CREATE INDEX IF NOT EXISTS FOR ()-[r:${quoted(type)}]-() ON (r.${property})`),
  ];
  // In one transaction: there may be dozens of types, and each commit is written to disk.
  const transaction = await session.beginTransaction();
  for (const statement of statements) await transaction.run(statement);
  await transaction.commit();
  await session.run('CALL db.awaitIndexes(300)');
}

async function replace(
  transaction: Transaction,
  batch: Batch,
  onProgress: (written: number) => void = () => {},
): Promise<Written> {
  await refuseForeign(transaction, batch);
  const stale = await readStale(transaction, batch);
  // A relationship whose ends or type have changed is made anew, so the old ones go first.
  await remove(transaction, 'MATCH ()-[x]->() WHERE elementId(x) = id', stale.relationships);
  let written = 0;
  const progress = (count: number) => {
    written += count;
    onProgress(written);
  };
  await writeNodes(transaction, batch, stale.labels, progress);
  await writeRelationships(transaction, batch, progress);
  await removeNodes(transaction, stale, batch);
  return {
    nodes: batch.nodes.length,
    relationships: batch.relationships.length,
    removed: stale.nodes.length + stale.relationshipsGone,
  };
}

/** Refuses a batch with the id of a node that is another data set's. */
async function refuseForeign(transaction: Transaction, { nodes, key, dataSet }: Batch): Promise<void> {
  const cypher =
    `UNWIND $ids AS id MATCH (n:${quoted(key.label)} {${quoted(key.property)}: id}) ` +
    'WHERE n.dataSet IS NULL OR n.dataSet <> $dataSet RETURN id, n.dataSet AS owner LIMIT 1';
  for (const ids of chunks(nodes.map(({ id }) => id))) {
    const [row] = (await transaction.run<{ id: string; owner: string | null }>(cypher, { ids, dataSet })).records;
    if (!row) continue;
    const owner = row.get('owner');
    const whose = owner === null ? 'no data set' : `the data set ${owner}`;
    throw new ProblemError('internal', `the database has a node ${row.get('id')} already, of ${whose}`);
  }
}

async function writeNodes(
  transaction: Transaction,
  { nodes, key, dataSet }: Batch,
  staleLabels: string[],
  progress: (count: number) => void,
): Promise<void> {
  const labelsOf = ({ labels }: Node) => labels.filter((label) => label !== key.label).toSorted();
  for (const group of groups(nodes, (node) => labelsOf(node).join('\n'))) {
    const labels = group[0] ? labelsOf(group[0]) : [];
    const gone = staleLabels.filter((label) => !labels.includes(label) && label !== key.label);
    const cypher = [
      `UNWIND $rows AS row MERGE (n:${quoted(key.label)} {${quoted(key.property)}: row.id})`,
      `SET n = row.properties${labels.length > 0 ? `, n${colons(labels)}` : ''}`,
      ...(gone.length > 0 ? [`REMOVE n${colons(gone)}`] : []),
    ].join(' ');
    for (const chunk of chunks(group)) {
      const rows = chunk.map(({ id, properties }) => ({
        id,
        properties: { ...properties, [key.property]: id, dataSet },
      }));
      await transaction.run(cypher, toParameters({ rows }));
      progress(chunk.length);
    }
  }
}

async function writeRelationships(
  transaction: Transaction,
  { relationships, key, dataSet }: Batch,
  progress: (count: number) => void,
): Promise<void> {
  const label = quoted(key.label);
  const property = quoted(key.property);
  for (const group of groups(relationships, ({ type }) => type)) {
    const cypher = [
      'UNWIND $rows AS row',
      `MATCH (a:${label} {${property}: row.start}) MATCH (b:${label} {${property}: row.end})`,
      `MERGE (a)-[r:${quoted(group[0]?.type ?? '')} {${property}: row.id}]->(b)`,
      'SET r = row.properties RETURN count(r) AS count',
    ].join(' ');
    for (const chunk of chunks(group)) {
      const { records } = await transaction.run(cypher, toParameters({ rows: chunk.map((item) => row(item)) }));
      const count = Number(records[0]?.get('count'));
      if (count !== chunk.length) {
        throw new ProblemError('internal', `of ${chunk.length} relationships ${count} could be written`);
      }
      progress(chunk.length);
    }
  }

  function row({ id, start, end, properties }: Relationship): Json {
    return { id, start, end, properties: { ...properties, [key.property]: id, dataSet } };
  }
}

async function removeNodes(transaction: Transaction, { nodes }: Stale, { key }: Batch): Promise<void> {
  // Our own relationships at these nodes are gone by now; what is left is somebody else's.
  const cypher = `UNWIND $ids AS id MATCH (n)--() WHERE elementId(n) = id RETURN n.${quoted(key.property)} AS id LIMIT 1`;
  for (const ids of chunks(nodes)) {
    const [row] = (await transaction.run(cypher, { ids })).records;
    if (!row) continue;
    const id = String(row.get('id'));
    throw new ProblemError(
      'internal',
      `the node ${id} is gone from the data set, but relationships of others end at it`,
    );
  }
  await remove(transaction, 'MATCH (x) WHERE elementId(x) = id', nodes);
}

async function remove(transaction: Transaction, match: string, elementIds: string[]): Promise<void> {
  for (const ids of chunks(elementIds)) await transaction.run(`UNWIND $ids AS id ${match} DELETE x`, { ids });
}

function colons(labels: string[]): string {
  return labels.map((label) => `:${quoted(label)}`).join('');
}
