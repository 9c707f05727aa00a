import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { type Settings, SettingsError } from './settings.ts';

/** What every folder of a data set has. */
const mark = 'ontology.yaml';

/**
 * The folders of the data sets that there are to show, the first one first: those that the command line names; else the one
 * of the settings, and after it all that are built in. None where a Neo4j is to be shown as it is. Rejects with a
 * SettingsError for a folder that holds no data set, and for two of the same name, by which their addresses go.
 * @param root the project's folder
 * @param calledFrom the folder to which those of the command line are relative
 */
export async function dataSetFolders(
  { dataSetFolder, namedFolders }: Pick<Settings, 'dataSetFolder' | 'namedFolders'>,
  root: string,
  calledFrom: string,
): Promise<string[]> {
  if (dataSetFolder === undefined) return [];
  if (namedFolders.length > 0) {
    const folders = namedFolders.map((folder) => resolve(calledFrom, folder));
    folders.forEach(checkFolder);
    checkNames(folders);
    return folders;
  }
  const first = resolve(root, dataSetFolder);
  checkFolder(first);
  const builtIn = await foldersBelow(join(root, 'graph-seed'));
  // A copy of a built-in one takes its place.
  return [first, ...builtIn.filter((folder) => basename(folder) !== basename(first))];
}

async function foldersBelow(parent: string): Promise<string[]> {
  const entries = await readdir(parent, { withFileTypes: true });
  const folders = entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(parent, name));
  return folders.filter((folder) => existsSync(join(folder, mark))).toSorted();
}

function checkFolder(folder: string): void {
  if (existsSync(join(folder, mark))) return;
  const reason = existsSync(folder) ? `it has no ${mark}` : 'there is no such folder';
  throw new SettingsError(`${folder} holds no data set: ${reason}`);
}

function checkNames(folders: string[]): void {
  for (const [index, folder] of folders.entries()) {
    const other = folders.slice(0, index).find((earlier) => basename(earlier) === basename(folder));
    if (other === undefined) continue;
    throw new SettingsError(`two data sets are named ${basename(folder)}: ${other} and ${folder}; rename one folder`);
  }
}
