import neo4j, { type Driver, type Session } from 'neo4j-driver';
import { ProblemError } from '../problem-error.ts';
import { checkBatch } from './check-batch.ts';
import { compareWith } from './differing.ts';
import { heldBy } from './neo4j-held.ts';
import { createConstraint, createIndexes } from './neo4j-indexes.ts';
import { NodeWriter } from './neo4j-nodes.ts';
import { toProblem } from './neo4j-problem.ts';
import { RelationshipWriter } from './neo4j-relationships.ts';
import { Transactions } from './neo4j-transactions.ts';
import { frameOf } from './neo4j-unfinished.ts';
import { cancelled } from './store-problems.ts';
import type { Batch, Comparison, CompareOptions, WriteOptions, Written } from './store.ts';

/** A database to write to; its driver's own if it has no name. */
interface Target {
  driver: Driver;
  database: string | undefined;
}

/**
 * Writes what differs between a data set and what the database holds of it: in one transaction as far as it fits into
 * one. Rejects with a ProblemError.
 */
export function writeBatch(target: Target, batch: Batch, options: WriteOptions): Promise<Written> {
  return inSession(target, options.signal, async (session) => {
    // What is committed stays: a mistake is to be found before the first change.
    checkBatch(batch);
    await createConstraint(session, batch);
    const isNew = !(await holdsAny(session, batch));
    const transactions = new Transactions(session, frameOf(batch));
    const nodes = new NodeWriter(transactions, batch);
    const relationships = new RelationshipWriter(transactions, batch, nodes.elementIds);
    if (!isNew) {
      const held = heldBy(session, batch, (id, elementId) => nodes.elementIds.set(id, elementId));
      await nodes.read(held);
      await relationships.read(held);
      // They find what is to be removed. Of what is new they are made below, much faster than entry by entry.
      await createIndexes(session, batch, relationships.heldTypes);
    }
    await nodes.refuseOthers();
    try {
      await write({ nodes, relationships }, options);
      await transactions.finish();
    } catch (error) {
      throw transactions.committed > 0 ? unfinished(error, transactions.committed, options.signal) : error;
    }
    await createIndexes(session, batch, relationships.types);
    return { nodes: nodes.tally, relationships: relationships.tally };
  });
}

/** What `writeBatch` would do. Rejects with a ProblemError. */
export function compareBatch(target: Target, batch: Batch, options: CompareOptions): Promise<Comparison> {
  return inSession(target, options.signal, (session) => compareWith(heldBy(session, batch), batch, options));
}

async function inSession<T>(
  { driver, database }: Target,
  signal: AbortSignal | undefined,
  work: (session: Session) => Promise<T>,
): Promise<T> {
  if (signal?.aborted) throw cancelled();
  const session = driver.session({
    defaultAccessMode: neo4j.session.WRITE,
    ...(database !== undefined && { database }),
  });
  // Closing the session rolls back at once; the transaction's own rollback waits for the statement that runs.
  const onAbort = () => void session.close().catch(() => {});
  signal?.addEventListener('abort', onAbort);
  try {
    return await work(session);
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw signal?.aborted ? cancelled() : toProblem(error);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    // This also rolls back what was not committed.
    await session.close().catch(() => {});
  }
}

/** A failure after which a part of the changes is in the database. */
function unfinished(error: unknown, committed: number, signal: AbortSignal | undefined): ProblemError {
  const { code, message } = signal?.aborted ? cancelled() : toProblem(error);
  const detail = `${committed} changes are in the database already, and the next load goes on from there: ${message}`;
  return new ProblemError(code, detail, { cause: error, values: { committed: String(committed) } });
}

interface Writers {
  nodes: NodeWriter;
  relationships: RelationshipWriter;
}

async function write(
  { nodes, relationships }: Writers,
  { signal, onProgress = () => {} }: WriteOptions,
): Promise<void> {
  let done = 0;
  const progress = (count: number) => {
    done += count;
    onProgress(done);
    if (signal?.aborted) throw cancelled();
  };
  await nodes.write(progress);
  await relationships.write(progress);
  await relationships.removeLeft();
  await nodes.removeLeft();
  if (signal?.aborted) throw cancelled();
}

/** Whether the database has anything of the data set. */
async function holdsAny(session: Session, { dataSet }: Batch): Promise<boolean> {
  const { records } = await session.run('MATCH (n) WHERE n.dataSet = $dataSet RETURN 1 LIMIT 1', { dataSet });
  return records.length > 0;
}
