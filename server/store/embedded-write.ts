import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../problem-error.ts';
import { checkBatch } from './check-batch.ts';
import type { Key } from './open.ts';
import { EmbeddedProcess } from './embedded-process.ts';
import { cancelled } from './embedded-queue.ts';
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
  await mkdir(dirname(path), { recursive: true });
  const folder = await mkdtemp(join(dirname(path), `.${basename(path)}-`));
  const newPath = join(folder, 'new.grafeo');
  // A write is trusted; what memory it needs depends on the batch.
  const child = new EmbeddedProcess({ path: undefined, key }, Number.POSITIVE_INFINITY);
  const onAbort = () => child.kill(cancelled());
  signal?.addEventListener('abort', onAbort);
  try {
    await child.ready();
    const written = await child.ask<'write'>({ kind: 'write', batch, path: newPath, oldPath: path }, onProgress);
    await child.end();
    if (signal?.aborted) throw cancelled();
    await rename(newPath, path);
    return written;
  } catch (error) {
    if (error instanceof ProblemError) throw error;
    throw new ProblemError('database-unavailable', `the database cannot be written to ${path}`, { cause: error });
  } finally {
    signal?.removeEventListener('abort', onAbort);
    await child.end();
    await rm(folder, { recursive: true, force: true });
  }
}
