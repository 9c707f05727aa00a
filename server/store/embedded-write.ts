import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../problem-error.ts';
import { checkBatch } from './check-batch.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import type { Key } from './key.ts';
import { cancelled } from './store-problems.ts';
import type { Batch, WriteOptions, Written } from './store.ts';

/**
 * Replaces a database file: the new one is made beside it by a child process, and takes its place only when it is
 * complete. A write that fails or is aborted leaves the old one. Other processes that have the old file open keep it
 * until they open it again, as a store of this kind does before its next read.
 */
export async function replaceDatabase(
  path: string,
  key: Key,
  batch: Batch,
  { signal, onProgress }: WriteOptions,
): Promise<Written> {
  if (signal?.aborted) throw cancelled();
  checkBatch(batch);
  const folder = await folderBeside(path);
  const newPath = join(folder, 'new.grafeo');
  // A write is trusted; what memory it needs depends on the batch.
  const child = new EmbeddedProcess({ path: undefined, key }, Number.POSITIVE_INFINITY);
  const onAbort = () => child.kill(cancelled());
  signal?.addEventListener('abort', onAbort);
  try {
    await child.ready();
    const written = await child.ask<'write'>({ kind: 'write', batch, path: newPath, oldPath: path }, { onProgress });
    await child.end();
    if (signal?.aborted) throw cancelled();
    await rename(newPath, path);
    return written;
  } catch (error) {
    throw error instanceof ProblemError ? error : unwritable(path, error);
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await child.end();
    await rm(folder, { recursive: true, force: true });
  }
}

/** On the same file system as the database, so that the new one can be moved to its place in one step. */
async function folderBeside(path: string): Promise<string> {
  try {
    await mkdir(dirname(path), { recursive: true });
    return await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  } catch (error) {
    throw unwritable(path, error);
  }
}

function unwritable(path: string, cause: unknown): ProblemError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError('database-unavailable', `the database ${path} cannot be written: ${why}`, { cause });
}
