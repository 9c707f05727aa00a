import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dataSetFolders } from '../../server/data-set-folders.ts';
import { writeDataSets } from './several-data-sets.ts';

let root: string;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'folders-'));
  await writeDataSets(join(root, 'graph-seed'), ['one', 'two']);
  await mkdir(join(root, 'graph-seed/no-data-set'));
  await writeDataSets(join(root, 'elsewhere'), ['two', 'three']);
  await cp(join(root, 'elsewhere/three'), join(root, 'elsewhere/deeper/three'), { recursive: true });
});
afterAll(async () => {
  await rm(root, { recursive: true, force: true });
});

/** The folders, without what is the same of all. */
async function foldersFor(dataSetFolder: string | undefined, namedFolders: string[] = []): Promise<string[]> {
  const folders = await dataSetFolders({ dataSetFolder, namedFolders }, root, join(root, 'elsewhere'));
  return folders.map((folder) => folder.slice(root.length + 1));
}

describe('the folders of data sets', () => {
  it('are those that are built in, with the one of the settings first', async () => {
    expect(await foldersFor('graph-seed/two')).toEqual(['graph-seed/two', 'graph-seed/one']);
    expect(await foldersFor('graph-seed/one')).toEqual(['graph-seed/one', 'graph-seed/two']);
  });

  it('have a copy of a built-in one in its place', async () => {
    expect(await foldersFor('elsewhere/two')).toEqual(['elsewhere/two', 'graph-seed/one']);
  });

  it('are exactly those that the command line names, relative to where it was typed', async () => {
    const named = ['three', '../graph-seed/two', join(root, 'graph-seed/one')];
    expect(await foldersFor('three', named)).toEqual(['elsewhere/three', 'graph-seed/two', 'graph-seed/one']);
  });

  it('are none where a database is to be shown as it is', async () => {
    expect(await foldersFor(undefined)).toEqual([]);
  });

  it('must be there, hold a data set, and have names that differ', async () => {
    await expect(foldersFor('x', ['nowhere'])).rejects.toThrow(/nowhere holds no data set: there is no such folder$/);
    await expect(foldersFor('graph-seed/no-data-set')).rejects.toThrow(/no-data-set holds no data set: it has no onto/);
    await expect(foldersFor('x', ['three', 'deeper/three'])).rejects.toThrow(/^two data sets are named three: /);
    await expect(foldersFor('x', ['three', 'three'])).rejects.toThrow(/^two data sets are named three: /);
  });
});
