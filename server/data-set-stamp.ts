import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Raised whenever the loader makes something else of the same files, so that databases made before count as stale. */
const formatVersion = 1;

/** What tells one state of a data set's files from another: the same files give the same stamp. */
export async function dataSetStamp(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).toSorted();
  const hash = createHash('sha256').update(`${formatVersion}\n`);
  for (const name of names) {
    const text = await readFile(join(folder, name));
    hash.update(`${name}\n${text.length}\n`).update(text);
  }
  return hash.digest('hex');
}

/** Where the stamp of an embedded database lies: beside it, written last, so that it only stands by a complete one. */
export function stampPath(databasePath: string): string {
  return `${databasePath}.stamp`;
}
