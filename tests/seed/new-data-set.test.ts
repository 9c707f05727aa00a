import { existsSync, readdirSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { assert, asyncProperty, string } from 'fast-check';
import { expect, test } from 'vitest';
import { files } from '../../graph-seed/format.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import { languages, makeDataSet } from '../../graph-seed/scaffold.ts';
import { embeddedFiles } from '../../server/data-set-stamp.ts';
import { openStore } from '../../server/store/open.ts';
import { project, runCommand } from './run-command.ts';

test.each([
  { language: 'en', comment: '# The nodes: who and what', quote: 'The Friends of the Mill' },
  { language: 'zh', comment: '# 节点：文中的人和事物', quote: '磨坊之友' },
])('a new data set in $language is whole, covers its document, and loads', async ({ language, comment, quote }) => {
  await inFolder(async (parent) => {
    const here = { INIT_CWD: parent };
    const made = await runCommand('new-data-set.ts', ['my-first', '--in', '.', '--language', language], here);
    expect(made).toMatchObject({ code: 0, output: expect.stringContaining('npm run seed:check -- my-first ') });
    const folder = join(parent, 'my-first');
    expect(readdirSync(folder).toSorted()).toEqual([...Object.keys(files), 'document.txt', 'schemas'].toSorted());
    const nodes = await readFile(join(folder, 'nodes.yaml'), 'utf8');
    expect(nodes).toContain(comment);
    expect(nodes).toContain(quote);
    expect(await readFile(join(folder, 'document.txt'), 'utf8')).toContain(quote);

    const checked = await runCommand('check.ts', ['my-first'], here);
    expect(checked.output).not.toContain('nothing cites');
    expect(checked).toMatchObject({ code: 0, output: expect.stringContaining('cited 6 times by nodes') });
    const loaded = await runCommand('load.ts', ['my-first'], { ...here, DATA_DIR: join(parent, 'data') });
    expect(loaded).toMatchObject({ code: 0, output: expect.stringContaining('loaded my-first into the embedded') });
    expect(await answers(folder, embeddedFiles(join(parent, 'data'), folder).database)).toEqual([['who-is-where', 2]]);
  });
});

test('two new data sets share no id of the document or its passages', async () => {
  await inFolder(async (parent) => {
    const folders = await Promise.all(['one', 'two'].map((name) => makeDataSet(name, parent, 'en')));
    const sets = await Promise.all(folders.map((folder) => readDataSet(folder)));
    const [one = new Set(), two = new Set()] = sets.map(
      ({ batch }) =>
        new Set([...batch.nodes].filter(({ labels }) => /Document|Passage/.test(labels.join())).map(({ id }) => id)),
    );
    expect(one.size).toBe(8);
    expect([...one].filter((id) => two.has(id))).toEqual([]);
  });
});

test.each(languages)('each file in %s names its schema, in the project and elsewhere', async (language) => {
  await mkdir(join(project, '.cache'), { recursive: true });
  for (const where of [join(project, '.cache/new-'), join(tmpdir(), 'new-')]) {
    await inFolder(async (parent) => {
      const folder = await makeDataSet('there', parent, language);
      for (const file of Object.keys(files)) {
        const [first = ''] = (await readFile(join(folder, file), 'utf8')).split('\n');
        const [, schema = ''] = /^# yaml-language-server: \$schema=(.*)$/.exec(first) ?? [];
        expect(existsSync(resolve(folder, schema)), `${file} names ${schema}`).toBe(true);
        expect(schema).toContain(file.replace('.yaml', '.schema.json'));
      }
      expect(existsSync(join(folder, 'schemas'))).toBe(!where.startsWith(project));
    }, where);
  }
});

test('a name that is no slug, or means something else, makes nothing', async () => {
  await inFolder(async (parent) => {
    const names = [
      '',
      'Mine',
      'my document',
      '../mine',
      'a/b',
      '.',
      '-a',
      'a-',
      '文件',
      'none',
      'schemas',
      'templates',
    ];
    for (const name of names) {
      await expect(makeDataSet(name, parent, 'en')).rejects.toThrow(/cannot name a data set/);
    }
    await expect(makeDataSet('a'.repeat(61), parent, 'en')).rejects.toThrow('the name has 61 characters');
    await assert(
      asyncProperty(string(), async (name) => {
        if (/^[a-z0-9]+(-[a-z0-9]+)*$/.test(name)) return;
        await expect(makeDataSet(name, parent, 'en')).rejects.toThrow(/cannot name a data set/);
      }),
    );
    expect(readdirSync(parent)).toEqual([]);
  });
});

test('what is there is never written over', async () => {
  await inFolder(async (parent) => {
    await mkdir(join(parent, 'mine'));
    await writeFile(join(parent, 'mine/nodes.yaml'), '[]');
    await expect(makeDataSet('mine', parent, 'en')).rejects.toThrow(`${parent}/mine is there already`);
    expect(readdirSync(join(parent, 'mine'))).toEqual(['nodes.yaml']);
    await writeFile(join(parent, 'file'), '');
    await expect(makeDataSet('file', parent, 'en')).rejects.toThrow('is there already');
    // Of many at once, one is made.
    const outcomes = await Promise.allSettled(Array.from({ length: 5 }, () => makeDataSet('at-once', parent, 'zh')));
    expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    await expect(readDataSet(join(parent, 'at-once'))).resolves.toBeDefined();
  });
});

test.each([
  { args: ['mine', '--in', 'nowhere'], said: 'there is no folder ' },
  { args: ['mine', '--in', '/proc'], said: '/proc' },
  { args: ['mine', '--in', '.', '--language', 'la'], said: 'there is no la to begin with; there are en and zh' },
  { args: [], said: 'one name, please: npm run new-data-set -- name' },
  { args: ['one', 'two'], said: 'one name, please' },
  { args: ['mine', '--into', '.'], said: "'--into'" },
])('new-data-set $args says in one sentence why it makes nothing', async ({ args, said }) => {
  await inFolder(async (parent) => {
    const { code, output } = await runCommand('new-data-set.ts', args, { INIT_CWD: parent });
    expect(code).toBe(1);
    expect(output).toContain(said);
    expect(output.trim().split('\n')).toHaveLength(1);
    expect(readdirSync(parent)).toEqual([]);
  });
});

/** How many rows each question has that is answered by Cypher of its own. */
async function answers(folder: string, path: string): Promise<[id: string, rows: number][]> {
  const { ontology } = await readDataSet(folder);
  const store = await openStore({ kind: 'embedded', path, key: ontology.key });
  try {
    const counts: [string, number][] = [];
    for (const { id, cypher, blanks } of ontology.questions) {
      if (cypher === undefined) continue;
      const parameters = Object.fromEntries(Object.entries(blanks).map(([name, blank]) => [name, blank.default]));
      const { table } = await store.read(cypher, parameters, { timeoutMs: 10_000, maxRows: 100, maxBytes: 1_000_000 });
      counts.push([id, table.rows.length]);
    }
    return counts;
  } finally {
    await store.close();
  }
}

async function inFolder<T>(use: (folder: string) => Promise<T>, where = join(tmpdir(), 'new-')): Promise<T> {
  const folder = await mkdtemp(where);
  try {
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true });
  }
}
