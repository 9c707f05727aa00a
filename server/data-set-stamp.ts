import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** Raised whenever the loader makes something else of the same files, so that databases made before count as stale. */
const formatVersion = 2;

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

/**
 * Where the embedded database of a data set lies, and the stamp of the files that it was made from. The stamp is
 * written last, so that it only ever stands beside a complete database.
 */
export function embeddedFiles(dataFolder: string, dataSetFolder: string): { database: string; stamp: string } {
  const database = join(dataFolder, `${basename(resolve(dataSetFolder))}.grafeo`);
  return { database, stamp: `${database}.stamp` };
}
