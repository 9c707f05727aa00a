import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { dataSetStamp, embeddedFiles } from '../../server/data-set-stamp.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';

let parent: string;
beforeEach(async () => {
  parent = await mkdtemp(join(tmpdir(), 'stamp-'));
});
afterEach(() => rm(parent, { recursive: true, force: true }));

async function folderOf(path: string): Promise<string> {
  const folder = join(parent, path);
  await mkdir(folder, { recursive: true });
  return folder;
}

const databaseOf = (folder: string): string => basename(embeddedFiles('data', folder).database);

it('two folders of one name have a database each, by whichever way they are reached', async () => {
  const [one, two] = [await folderOf('x/report'), await folderOf('y/report')];
  await symlink(join(parent, 'x'), join(parent, 'z'));
  expect(databaseOf(one)).toMatch(/^report-[0-9a-f]{8}\.\d+\.grafeo$/);
  expect(databaseOf(two)).not.toBe(databaseOf(one));
  expect(databaseOf(join(parent, 'z/report'))).toBe(databaseOf(one));
});

it('the database of a built-in data set is named as its folder is', () => {
  expect(builtInDataSets.map(({ folder }) => databaseOf(folder))).toEqual(
    builtInDataSets.map(({ name }) => expect.stringMatching(new RegExp(`^${name}\\.\\d+\\.grafeo$`))),
  );
});

it('a database that a loader of another format made is not taken for one of this', async () => {
  for (const folder of [await folderOf('one'), ...builtInDataSets.map((dataSet) => dataSet.folder)]) {
    const [older, newer] = [1, 2].map((version) => embeddedFiles('data', folder, version));
    expect(older?.database).not.toBe(newer?.database);
    expect(older?.stamp).not.toBe(newer?.stamp);
  }
});

it.each(['nodes.yaml', 'nodes.csv', 'document.txt', 'document.md'])(
  'a change of %s changes the stamp',
  async (name) => {
    const folder = await folderOf('one');
    await writeFile(join(folder, name), 'one');
    const before = await dataSetStamp(folder);
    expect(await dataSetStamp(folder)).toBe(before);
    await writeFile(join(folder, name), 'two');
    expect(await dataSetStamp(folder)).not.toBe(before);
  },
);

it.each(['/nowhere', 'notes.txt'])(
  'a link among the files that leads to %s is for the loader to judge',
  async (target) => {
    const folder = await folderOf('one');
    const without = await dataSetStamp(folder);
    await symlink(target, join(folder, 'notes.txt'));
    const before = await dataSetStamp(folder);
    expect(before).not.toBe(without);
    expect(await dataSetStamp(folder)).toBe(before);
    await rm(join(folder, 'notes.txt'));
    await writeFile(join(folder, 'notes.txt'), '');
    expect(await dataSetStamp(folder)).not.toBe(before);
  },
);

it.skipIf(process.platform === 'win32')('a pipe among the files is not waited for', async () => {
  const folder = await folderOf('one');
  execFileSync('sh', ['-c', 'mkfifo "$0"', join(folder, 'document.txt')]);
  expect(await dataSetStamp(folder)).toMatch(/^[0-9a-f]{64}$/);
});
