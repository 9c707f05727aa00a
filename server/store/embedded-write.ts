import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { ProblemError } from '../problem-error.ts';
import { compareWith } from './differing.ts';
import { fillDatabase } from './embedded-fill.ts';
import { withHeld } from './embedded-reading.ts';
import type { Key } from './key.ts';
import { cancelled } from './store-problems.ts';
import type { Batch, Comparison, CompareOptions, WriteOptions, Written } from './store.ts';

/**
 * Replaces a database file, if a batch differs from what it holds: the new one is made beside it, and takes its place only
 * when it is complete. A write that fails or is aborted leaves the old one, and one that was killed leaves a folder that
 * the next one takes away. Other processes that have the old file open keep it until they open it again, as a store of this
 * kind does before its next read. Rejects with a ProblemError.
 */
export async function replaceDatabase(
  path: string,
  key: Key,
  batch: Batch,
  { signal, onProgress = () => {} }: WriteOptions,
): Promise<Written> {
  if (signal?.aborted) throw cancelled();
  const written = await differencesTo(path, key, batch, signal);
  if (!differs(written)) {
    onProgress(batch.nodes.length);
    onProgress(batch.nodes.length + batch.relationships.length);
    return written;
  }
  const folder = await folderBeside(path);
  const newPath = join(folder, 'new.grafeo');
  try {
    await fillDatabase(newPath, key, batch, { signal, onProgress });
    if (signal?.aborted) throw cancelled();
    await rename(newPath, path);
    return written;
  } catch (error) {
    throw error instanceof ProblemError ? error : unwritable(path, error);
  } finally {
    await rm(folder, { recursive: true, force: true });
    ownFolders.delete(folder);
  }
}

/** What `replaceDatabase` would do. Rejects with a ProblemError. */
export function compareDatabase(path: string, key: Key, batch: Batch, options: CompareOptions): Promise<Comparison> {
  if (!existsSync(path)) {
    const detail = `there is no database at ${path}: load a data set with npm run seed`;
    return Promise.reject(new ProblemError('database-empty', detail));
  }
  return withHeld(path, key, options.signal, (held) => compareWith(held, batch, options));
}

/** What is to be written. Of a file that is not there or cannot be read, that is everything. */
async function differencesTo(path: string, key: Key, batch: Batch, signal: AbortSignal | undefined): Promise<Written> {
  try {
    const { nodes, relationships } = await compareDatabase(path, key, batch, { most: 0, signal });
    return { nodes: nodes.tally, relationships: relationships.tally };
  } catch (error) {
    const isUnreadable = error instanceof ProblemError && error.code.startsWith('database-');
    if (!isUnreadable || signal?.aborted) throw error;
    return { nodes: allAdded(batch.nodes.length), relationships: allAdded(batch.relationships.length) };
  }
}

function allAdded(added: number): Written['nodes'] {
  return { added, changed: 0, removed: 0, unchanged: 0 };
}

function differs({ nodes, relationships }: Written): boolean {
  return [nodes, relationships].some(({ added, changed, removed }) => added + changed + removed > 0);
}

/** On the same file system as the database, so that the new one can be moved to its place in one step. */
async function folderBeside(path: string): Promise<string> {
  const prefix = `.${basename(path)}-`;
  try {
    await mkdir(dirname(path), { recursive: true });
    await removeLeftovers(dirname(path), prefix);
    const folder = await mkdtemp(join(dirname(path), `${prefix}${process.pid}-`));
    ownFolders.add(folder);
    return folder;
  } catch (error) {
    throw unwritable(path, error);
  }
}

/** Takes away what writers left that were killed: their process, which their folder names, is no more. */
async function removeLeftovers(folder: string, prefix: string): Promise<void> {
  for (const name of await readdir(folder)) {
    if (!name.startsWith(prefix)) continue;
    const path = join(folder, name);
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    if (!ownFolders.has(path) && !isAlive(pid)) await rm(path, { recursive: true, force: true });
  }
}

/** Folders in which this process is writing. In a container, one that was killed may have had the same number. */
const ownFolders = new Set<string>();

function isAlive(pid: number): boolean {
  if (pid === process.pid) return false;
  try {
    return process.kill(pid, 0);
  } catch (error) {
    // One that must not be asked is somebody else's, and alive.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function unwritable(path: string, cause: unknown): ProblemError {
  const why = cause instanceof Error ? cause.message : String(cause);
  return new ProblemError('database-unavailable', `the database ${path} cannot be written: ${why}`, { cause });
}
