import { createHash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Raised whenever the loader makes something else of the same files, so that databases made before count as stale. */
const formatVersion = 2;

/** Files that a data set is made of: lists, tables, and the text of the document. */
const isPart = /\.(yaml|csv|txt|md)$/;

/** Where the built-in data sets lie. From the folder above: the server may have been built, into one beside this. */
const builtInFolder = fileURLToPath(new URL('../graph-seed', import.meta.url));

/** What tells one state of a data set's files from another: the same files give the same stamp. */
export async function dataSetStamp(folder: string): Promise<string> {
  const names = (await readdir(folder)).filter((name) => isPart.test(name)).toSorted();
  const hash = createHash('sha256').update(`${formatVersion}\n`);
  for (const name of names) {
    const path = join(folder, name);
    const status = await stat(path);
    hash.update(`${name}\n${status.size}\n`);
    // A pipe or a device would never end; the loader tells what is wrong with it.
    if (!status.isFile()) continue;
    // Piece by piece: a table may be large.
    for await (const piece of createReadStream(path)) hash.update(piece);
  }
  return hash.digest('hex');
}

/**
 * Where the embedded database of a data set lies, and the stamp of the files that it was made from. The stamp is
 * written last, so that it only ever stands beside a complete database. Throws where there is no such folder.
 */
export function embeddedFiles(dataFolder: string, dataSetFolder: string): { database: string; stamp: string } {
  const database = join(dataFolder, `${databaseName(dataSetFolder)}.grafeo`);
  return { database, stamp: `${database}.stamp` };
}

/** The name of the folder; of one that is not built in, with its path as a hash: another may have the same name. */
function databaseName(dataSetFolder: string): string {
  const name = basename(resolve(dataSetFolder));
  const path = realpathSync(dataSetFolder);
  if (dirname(path) === realpathSync(builtInFolder)) return name;
  return `${name}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}
