import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';

/** Raised whenever the loader makes something else of the same files, so that databases made before count as stale. */
const formatVersion = 2;

/** Files that a data set is made of: lists, tables, and the text of the document. */
const isPart = /\.(yaml|csv|txt)$/;

/** What tells one state of a data set's files from another: the same files give the same stamp. */
export async function dataSetStamp(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => isPart.test(name)).toSorted();
  const hash = createHash('sha256').update(`${formatVersion}\n`);
  for (const name of names) {
    const path = join(folder, name);
    hash.update(`${name}\n${(await stat(path)).size}\n`);
    // Piece by piece: a table may be large.
    for await (const piece of createReadStream(path)) hash.update(piece);
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
