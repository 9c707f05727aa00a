import { createHash, type Hash } from 'node:crypto';
import { createReadStream, realpathSync } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * Raised whenever the loader makes something else of the same files: databases that were made before are then neither up to
 * date nor the ones that are written into.
 */
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
    hash.update(`${name}\n`);
    try {
      await addFile(hash, join(folder, name));
    } catch (error) {
      // Whether it matters that a file cannot be read, the loader tells.
      hash.update(error instanceof Error && 'code' in error ? String(error.code) : String(error));
    }
  }
  return hash.digest('hex');
}

async function addFile(hash: Hash, path: string): Promise<void> {
  const status = await stat(path);
  hash.update(`${status.size}\n`);
  // A pipe or a device would never end; the loader tells what is wrong with it.
  if (!status.isFile()) return;
  // Piece by piece: a table may be large.
  for await (const piece of createReadStream(path)) hash.update(piece);
}

/**
 * Where the embedded database of a data set lies, and the stamp of the files that it was made from. The stamp is
 * written last, so that it only ever stands beside a complete database. Throws where there is no such folder.
 * @param version of the format; a database of another one has another name
 */
export function embeddedFiles(
  dataFolder: string,
  dataSetFolder: string,
  version = formatVersion,
): { database: string; stamp: string } {
  const database = join(dataFolder, `${databaseName(dataSetFolder)}.${version}.grafeo`);
  return { database, stamp: stampOf(database) };
}

/** The files that loaders of earlier formats made of a data set, whether they are there or not. */
export function earlierFiles(dataFolder: string, dataSetFolder: string): string[] {
  const versions = Array.from({ length: formatVersion - 1 }, (_, index) => index + 1);
  // At first, the names of databases did not tell the format.
  const unnumbered = join(dataFolder, `${databaseName(dataSetFolder)}.grafeo`);
  const numbered = versions.map((version) => embeddedFiles(dataFolder, dataSetFolder, version).database);
  return [unnumbered, ...numbered].flatMap((database) => [stampOf(database), database]);
}

function stampOf(database: string): string {
  return `${database}.stamp`;
}

/** The name of the folder; of one that is not built in, with its path as a hash: another may have the same name. */
function databaseName(dataSetFolder: string): string {
  const name = basename(resolve(dataSetFolder));
  const path = realpathSync(dataSetFolder);
  if (dirname(path) === realpathSync(builtInFolder)) return name;
  return `${name}-${createHash('sha256').update(path).digest('hex').slice(0, 8)}`;
}
