import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { CheckReport } from '../../graph-seed/check-report.ts';
import { coverageOf } from '../../graph-seed/coverage.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { dataSetStamp, embeddedFiles } from '../../server/data-set-stamp.ts';
import { openStore } from '../../server/store/open.ts';
import { firstDataSet } from '../built-in-data-sets.ts';
import { runCommand } from './run-command.ts';
import { changed, tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';

test('npm run seed, without a word more, builds the loader and loads the built-in data set', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'seed-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const { PATH, HOME } = process.env;
  const output = execFileSync('npm', ['run', 'seed'], { env: { PATH, HOME, DATA_DIR: folder }, encoding: 'utf8' });
  const { name } = firstDataSet;
  expect(output).toMatch(new RegExp(`^loaded ${name} into the embedded database in `, 'm'));
  expect((await readdir(folder)).filter((file) => file.startsWith(name))).toHaveLength(2);
});

test('seed:check prints coverage, and fails where a clause is neither cited nor left out', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const document = await writeDocument(folder);
    const { code, output } = await runCommand('check.ts', [folder, '--document', document]);
    expect(output).toContain('clauses that nothing cites and that are not left out on purpose (2):');
    expect(output).toMatch(/6 passages, cited 3 times by nodes, .* characters \(.* %\) quoted or left out/);
    expect(code).toBe(1);
  });
});

test('seed:check passes a data set whose document is not at hand, and says so', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const { code, output } = await runCommand('check.ts', [folder]);
    expect(output).toContain('the document is not at hand');
    expect(code).toBe(0);
  });
});

test('seed:check --json prints one JSON document and nothing else: coverage, mistakes, or why it could not check', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const document = await writeDocument(folder);
    const { values } = await readDataSet(folder);
    const checked = await runJson([folder, '--document', document]);
    expect(checked).toMatchObject({
      code: 1,
      report: { outcome: 'checked', hasText: true, totals: { passages: 6, nodes: 3, figures: 4, leftOut: 1 } },
    });
    expect(checked.report).toHaveProperty(
      'passages',
      coverageOf(values, sliceDocument(tinyDocument, values['passages.yaml'].passages).slices),
    );
    expect(await runJson([folder])).toMatchObject({ code: 0, report: { outcome: 'checked', hasText: false } });
    expect(await runJson([folder, '--document', 'nowhere.txt'])).toMatchObject({
      code: 1,
      report: { outcome: 'failed', message: expect.stringContaining('nowhere.txt') },
    });
    await writeFile(join(folder, 'positions.yaml'), 'nobody: { x: 0, y: 0 }\n');
    expect(await runJson([folder])).toMatchObject({
      code: 1,
      report: { outcome: 'mistakes', problems: [{ line: 1, id: 'nobody' }] },
    });
  });
});

test('seed:check lists every problem, one a line, and fails', async () => {
  const files = changed([
    { file: 'nodes.yaml', find: 'at: title, quote', put: 'at: title.7, quote' },
    { file: 'positions.yaml', find: 'yi-branch:', put: 'bing-branch:' },
  ]);
  await withDataSet(files, async (folder) => {
    const { code, output } = await runCommand('check.ts', [folder]);
    expect(
      output
        .trim()
        .split('\n')
        .map((line) => line.replace(/^.*\//, '')),
    ).toEqual([
      'nodes.yaml:13: jia-association: there is no passage at title.7; did you mean title?',
      'positions.yaml:3: bing-branch: there is no node bing-branch; did you mean one-branch?',
      '2 problems',
    ]);
    expect(code).toBe(1);
  });
});

test('a document that is not there is named', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const { code, output } = await runCommand('check.ts', [folder, '--document', 'nowhere.txt']);
    expect(output).toContain('nowhere.txt');
    expect(code).toBe(1);
  });
});

test('the text that the environment names is that of its data set, unless that is not wanted, and of no other that is typed', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const text = { DOCUMENT_TEXT: 'README.md' };
    const environment = { ...text, DATA_SET: folder };
    const compared = { code: 1, output: expect.stringContaining('the opening 甲协会简介 is in the document') };
    expect(await runCommand('check.ts', [], environment)).toMatchObject(compared);
    expect(await runCommand('check.ts', [folder], environment)).toMatchObject(compared);
    expect(await runCommand('check.ts', ['--no-document'], environment)).toMatchObject({ code: 0 });
    for (const [script, said] of [
      ['check.ts', 'the document is not at hand'],
      ['load.ts', 'loaded tiny'],
      ['diff.ts', 'tiny is loaded as its files say'],
    ] as const) {
      const settings = { ...text, DATA_DIR: join(dirname(folder), 'data') };
      const outcome = await runCommand(script, [folder], settings);
      expect(outcome).toMatchObject({ code: 0, output: expect.stringContaining(said) });
    }
  });
});

test.each([
  ['check.ts', 1],
  ['load.ts', 1],
  ['diff.ts', 2],
])('%s does not wait for a document that is a pipe, and says that it is no file', async (script, failed) => {
  await withDataSet(tinyFiles, async (folder) => {
    const pipe = join(dirname(folder), 'pipe.txt');
    execFileSync('sh', ['-c', 'mkfifo "$0"', pipe]);
    const { code, output } = await runCommand(script, [folder, '--document', pipe]);
    expect({ code, output }).toEqual({ code: failed, output: `the document cannot be read: ${pipe}: it is no file\n` });
  });
});

test('seed loads a data set into the embedded database, and loading it again changes nothing', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const data = join(dirname(folder), 'data');
    const first = await runCommand('load.ts', [folder], { DATA_DIR: data });
    expect(first).toMatchObject({ code: 0, output: expect.stringContaining('14 nodes (14 added, ') });
    const before = await contents(embeddedFiles(data, folder).database);
    expect([before.nodes.length, before.relationships.length]).toEqual([14, 24]);
    expect(await readFile(embeddedFiles(data, folder).stamp, 'utf8')).toBe(`${await dataSetStamp(folder)}\n`);

    const unchanged = '24 relationships (0 added, 0 changed, 0 removed, 24 unchanged)';
    const second = await runCommand('load.ts', [folder], { DATA_DIR: data });
    expect(second).toMatchObject({ code: 0, output: expect.stringContaining(unchanged) });
    expect(await contents(embeddedFiles(data, folder).database)).toEqual(before);
  });
});

test('what is gone from the files is gone from the database after loading', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const data = join(dirname(folder), 'data');
    await runCommand('load.ts', [folder], { DATA_DIR: data });
    const fewer = changed([
      { file: 'relationships.yaml', find: tinyFiles['relationships.yaml'], put: '[]' },
      {
        file: 'figures.yaml',
        find: '  - { total: one-branch, count: { type: HAS_BRANCH, to: yi-branch } }\n',
        put: '',
      },
    ]);
    await Promise.all(Object.entries(fewer).map(([name, text]) => writeFile(join(folder, name), text)));
    const { output } = await runCommand('load.ts', [folder], { DATA_DIR: data });
    expect(output).toContain('23 relationships (0 added, 0 changed, 1 removed, 23 unchanged)');
  });
});

test('a data set with a mistake loads nothing: the database and its stamp stay as they were', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const data = join(dirname(folder), 'data');
    await writeFile(join(folder, 'positions.yaml'), 'nobody: { x: 0, y: 0 }\n');
    const refused = await runCommand('load.ts', [folder], { DATA_DIR: data });
    expect(refused).toMatchObject({
      code: 1,
      output: expect.stringContaining('positions.yaml:1: nobody: there is no node nobody; '),
    });
    expect(existsSync(data)).toBe(false);

    await writeFile(join(folder, 'positions.yaml'), tinyFiles['positions.yaml']);
    await runCommand('load.ts', [folder], { DATA_DIR: data });
    const before = await contents(embeddedFiles(data, folder).database);
    await writeFile(join(folder, 'nodes.yaml'), 'no list');
    expect(await runCommand('load.ts', [folder], { DATA_DIR: data })).toMatchObject({ code: 1 });
    expect(await contents(embeddedFiles(data, folder).database)).toEqual(before);
    expect(existsSync(embeddedFiles(data, folder).stamp)).toBe(true);
  });
});

test('what is typed is relative to where it is typed, and what is not there is said in one sentence', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const here = { INIT_CWD: dirname(folder) };
    expect(await runCommand('check.ts', ['tiny'], here)).toMatchObject({ code: 0 });
    const data = { DATA_DIR: join(dirname(folder), 'data') };
    expect(await runCommand('load.ts', ['./tiny'], { ...here, ...data })).toMatchObject({ code: 0 });
    await writeDocument(folder);
    const { output } = await runCommand('check.ts', ['tiny', '--document', 'document.txt'], here);
    expect(output).toContain('characters');
    for (const script of ['check.ts', 'load.ts']) {
      const said = async (...args: string[]) => (await runCommand(script, args, { ...here, ...data })).output;
      const hint = '; npm run new-data-set -- name makes one\n';
      expect(await said('tyni')).toBe(`there is no folder ${join(dirname(folder), 'tyni')}${hint}`);
      expect(await said('document.txt')).toBe(`${join(dirname(folder), 'document.txt')} is no folder${hint}`);
      expect(await said('tiny', '--document', 'nowhere.txt')).toBe(
        `there is no file ${join(dirname(folder), 'nowhere.txt')}\n`,
      );
    }
  });
});

test('seed:diff tells what loading would do, and ends as diff does', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const settings = { DATA_DIR: join(dirname(folder), 'data') };
    const before = await runCommand('diff.ts', [folder], settings);
    expect(before).toMatchObject({ code: 1, output: expect.stringContaining('nothing of tiny is loaded yet') });
    expect(before.output).toContain('nodes: 14 added, 0 changed, 0 removed, 0 unchanged\n  + ');
    expect(before.output).toContain('  … and 4 more added');
    expect(existsSync(settings.DATA_DIR)).toBe(false);

    await runCommand('load.ts', [folder], settings);
    const equal = await runCommand('diff.ts', [folder], settings);
    expect(equal).toMatchObject({ code: 0, output: 'tiny is loaded as its files say\n' });

    const files = changed([
      { file: 'nodes.yaml', find: 'nameEn: Yi Branch', put: 'nameEn: The Yi Branch' },
      { file: 'relationships.yaml', find: '  since: 2001\n', put: '' },
    ]);
    await Promise.all(Object.entries(files).map(([name, text]) => writeFile(join(folder, name), text)));
    await writeFile(
      join(folder, 'nodes.csv'),
      'id,labels,name,nameEn,summary,summaryEn,evidence,quote\nbing,Organization,丙,Bing,丙,A body,title,甲协会\n',
    );
    const { code, output } = await runCommand('diff.ts', [folder], settings);
    expect(code).toBe(1);
    expect(output).toContain('  + bing\n');
    expect(output).toContain('  ~ yi-branch\n      nameEn: "Yi Branch" → "The Yi Branch"');
    expect(output).toContain('  ~ jia-association.HAS_BRANCH.yi-branch\n      since: "2001" → nothing');

    const json = await runCommand('diff.ts', [folder, '--json'], settings);
    expect(JSON.parse(json.output)).toMatchObject({
      dataSet: 'tiny',
      isEqual: false,
      nodes: { tally: { added: 1, removed: 0 }, added: ['bing'] },
      relationships: { tally: { added: 1, changed: 1 }, added: ['bing.CITES.passage-title'] },
    });
    expect((await runCommand('diff.ts', ['nowhere'], settings)).code).toBe(2);
  });
});

test('a Neo4j that is not there ends loading with a sentence', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const settings = { NEO4J_URI: 'bolt://127.0.0.1:9', NEO4J_PASSWORD: 'not-needed' };
    const { code, output } = await runCommand('load.ts', [folder], settings);
    expect(code).toBe(1);
    expect(output).toContain('127.0.0.1:9');
    expect(output).not.toContain('    at ');
  });
});

async function contents(path: string): Promise<Graph> {
  const store = await openStore({ kind: 'embedded', path, key: { label: 'Entity', property: 'id' } });
  try {
    const limits = { timeoutMs: 10_000, maxRows: 1_000, maxBytes: 1_000_000 };
    const nodes = await store.read('MATCH (n:Entity) RETURN n ORDER BY n.id', {}, limits);
    const relationships = await store.read('MATCH (a:Entity)-[r]->(b:Entity) RETURN r ORDER BY r.id', {}, limits);
    return { nodes: nodes.graph.nodes, relationships: relationships.graph.relationships };
  } finally {
    await store.close();
  }
}

async function writeDocument(folder: string): Promise<string> {
  const path = join(dirname(folder), 'document.txt');
  await writeFile(path, tinyDocument);
  return path;
}

/** Runs seed:check with `--json`. Throws where what it printed is not a report. */
async function runJson(args: string[]): Promise<{ code: number; report: CheckReport }> {
  const { code, output } = await runCommand('check.ts', [...args, '--json']);
  return { code, report: CheckReport.parse(JSON.parse(output)) };
}
