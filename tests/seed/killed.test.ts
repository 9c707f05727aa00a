import { readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { embeddedFiles } from '../../server/data-set-stamp.ts';
import { openStore } from '../../server/store/open.ts';
import { addManyNodes, endLoad } from './kill-load.ts';
import { runCommand } from './run-command.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

test('a load that is killed half-way leaves the embedded database as it was, and the next one works', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const data = join(dirname(folder), 'data');
    const settings = { DATA_DIR: data };
    await runCommand('load.ts', [folder], settings);
    await addManyNodes(folder, 20_000);

    expect(await endLoad(folder, settings)).toMatchObject({ signal: 'SIGKILL' });
    const { database, stamp } = embeddedFiles(data, folder);
    const [name, nameOfStamp] = [basename(database), basename(stamp)];
    expect(await countIn(database)).toEqual({ nodes: 14, relationships: 24 });
    // Without its stamp, the server loads the data set anew before it shows it.
    const left = await readdir(data);
    expect(left).toEqual([expect.stringContaining(`.${name}-`), name]);
    expect(left[0]).toMatch(/\.grafeo-\d+-/);

    const { code, output } = await runCommand('load.ts', [folder], settings);
    expect([code, output]).toEqual([0, expect.stringContaining('20014 nodes (20,000 added, ')]);
    expect(await countIn(database)).toEqual({ nodes: 20_014, relationships: 20_024 });
    expect(await readdir(data)).toEqual([name, nameOfStamp]);
  });
});

test('a load that its author stops says that the embedded database is as it was', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const settings = { DATA_DIR: join(dirname(folder), 'data') };
    await runCommand('load.ts', [folder], settings);
    await addManyNodes(folder, 20_000);
    expect(await endLoad(folder, settings, 'SIGINT')).toEqual({
      signal: null,
      code: 1,
      errors: 'the load was stopped: nothing was changed\n',
    });
    const { database } = embeddedFiles(settings.DATA_DIR, folder);
    expect(await countIn(database)).toEqual({ nodes: 14, relationships: 24 });
    expect(await readdir(settings.DATA_DIR)).toEqual([basename(database)]);
  });
});

async function countIn(path: string): Promise<unknown> {
  const store = await openStore({ kind: 'embedded', path, key: { label: 'Entity', property: 'id' } });
  try {
    return await store.count({});
  } finally {
    await store.close();
  }
}
