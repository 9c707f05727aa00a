import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { askQueries, canBeAsked, mostAsked } from '../../graph-seed/ask-queries.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import type { Batch } from '../../server/store/store.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { addManyNodes } from './kill-load.ts';
import { project, runCommand } from './run-command.ts';
import type { Change } from './tiny-data-set.ts';
import { changed, tinyFiles, withDataSet } from './tiny-data-set.ts';

const limits = { timeoutMs: 20_000, maxRows: 1_000, maxBytes: 1_000_000 };
const where = 'WHERE $what IN labels(branch)';

test.each(builtInDataSets)('all questions and scenes of $name have an answer', async ({ folder }) => {
  expect(await askQueries(await readDataSet(folder), limits)).toEqual([]);
});

test('all questions and scenes of the tiny data set have an answer', async () => {
  expect(await problemsWith([])).toEqual([]);
});

test('a question that is answered with nothing is a problem at its Cypher, and so is each scene that asks it', async () => {
  const changes: Change[] = [{ file: 'questions.yaml', find: where, put: `${where} AND branch.since = '1900'` }];
  const message = 'as it stands, it is answered with nothing; take other values for its blanks or parameters, ';
  expect(await problemsWith(changes)).toEqual([
    { file: 'questions.yaml', line: '    cypher: |', id: 'branches', message: expect.stringContaining(message) },
    {
      file: 'scenes.yaml',
      line: '  query: question-branches',
      id: 'second',
      message: expect.stringContaining(message),
    },
  ]);
});

test('what collects nothing into a list is answered with nothing', async () => {
  const changes: Change[] = [
    { file: 'questions.yaml', find: where, put: `${where} AND branch.since = '1900'` },
    {
      file: 'questions.yaml',
      find: 'RETURN branch, r.since AS since\n      ORDER BY branch.id',
      put: 'RETURN collect(branch) AS branches, max(r.since) AS latest\n      ORDER BY latest',
    },
  ];
  expect((await problemsWith(changes)).map(({ id }) => id)).toEqual(['branches', 'second']);
});

test('a question whose Cypher is none is a problem that tells what the database says', async () => {
  const [problem] = await problemsWith([{ file: 'questions.yaml', find: where, put: `${where} AND (` }]);
  expect(problem).toEqual({
    file: 'questions.yaml',
    line: '    cypher: |',
    id: 'branches',
    message: expect.stringMatching(/^as it stands, it cannot be answered: .{10,}; correct it, or the values/),
  });
});

test('a question with a parameter that its query does not have is a problem that names it', async () => {
  const changes: Change[] = [
    { file: 'questions.yaml', find: 'parameters: { ids: ', put: 'parameters: { limt: 3, ids: ' },
  ];
  const message = expect.stringContaining('cannot be answered: parameter limt: there is no such parameter; ');
  const line = expect.stringContaining('id: near');
  expect(await problemsWith(changes)).toEqual([{ file: 'questions.yaml', line, id: 'near', message }]);
});

test('a question of no query is a problem', async () => {
  const changes: Change[] = [{ file: 'questions.yaml', find: 'query: overview', put: 'query: overveiw' }];
  const message = expect.stringContaining('there is no query overveiw; ');
  const line = expect.stringContaining('id: overview');
  expect(await problemsWith(changes)).toEqual([{ file: 'questions.yaml', line, id: 'overview', message }]);
});

test('a scene that puts another value into a question, which gives nothing, is a problem of its own', async () => {
  const changes: Change[] = [{ file: 'scenes.yaml', find: '{ whose: jia-association }', put: '{ whose: yi-branch }' }];
  expect(await problemsWith(changes)).toMatchObject([{ file: 'scenes.yaml', id: 'second' }]);
});

test('whoever no longer waits is not told of mistakes that are none', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    const signal = AbortSignal.abort();
    const asked = askQueries(await readDataSet(folder), { ...limits, signal });
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
  });
});

test('a data set that would take minutes to load is not asked', () => {
  expect(canBeAsked(batchOf(mostAsked - 1, 1))).toBe(true);
  expect(canBeAsked(batchOf(mostAsked, 1))).toBe(false);
});

test('seed:check lists questions without an answer as it lists other mistakes, and leaves no database behind', async () => {
  const files = changed([{ file: 'questions.yaml', find: where, put: `${where} AND branch.since = '1900'` }]);
  await withDataSet(files, async (folder) => {
    const temporary = join(dirname(folder), 'temporary');
    await mkdir(temporary);
    const { code, output } = await runCommand('check.ts', [folder], { TMPDIR: temporary });
    const lines = output.trim().split('\n');
    expect(lines.map((line) => line.replace(/^.*\/(.*?; ).*$/, '$1'))).toEqual([
      expect.stringMatching(/^questions\.yaml:\d+: branches: as it stands, it is answered with nothing; $/),
      expect.stringMatching(/^scenes\.yaml:\d+: second: as it stands, it is answered with nothing; $/),
      '2 problems',
    ]);
    expect(code).toBe(1);
    expect((await readdir(temporary)).filter((name) => name.startsWith('data-set-'))).toEqual([]);
  });
});

test('seed:check that is stopped while it loads what it asks says so, and leaves no database behind', async () => {
  await withDataSet(tinyFiles, async (folder) => {
    await addManyNodes(folder, 40_000);
    const temporary = join(dirname(folder), 'temporary');
    await mkdir(temporary);
    const databases = async () => (await readdir(temporary)).filter((name) => name.startsWith('data-set-'));
    const child = spawn(process.execPath, ['--import', 'tsx', join(project, 'graph-seed/check.ts'), folder], {
      cwd: project,
      env: { PATH: process.env.PATH, TMPDIR: temporary },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const ended = once(child, 'close');
    let said = '';
    child.stderr.on('data', (text: Buffer) => (said += text.toString()));
    await expect.poll(databases).toHaveLength(1);
    child.kill('SIGINT');
    expect(await ended).toEqual([1, null]);
    expect(said).toBe('the check was stopped\n');
    expect(await databases()).toEqual([]);
  });
});

interface Told {
  file: string;
  /** The text of the line. */
  line: string;
  id: string;
  message: string;
}

/** What asking the tiny data set with changes finds. */
async function problemsWith(changes: Change[]): Promise<Told[]> {
  const files = changed(changes);
  const lines = new Map(Object.entries(files).map(([name, text]) => [name, text.split('\n')]));
  return withDataSet(files, async (folder) => {
    const problems = await askQueries(await readDataSet(folder), limits);
    return problems.map(({ file, line, id, message, hint }) => {
      const name = basename(file);
      return { file: name, line: lines.get(name)?.[line - 1] ?? '', id, message: `${message}; ${hint}` };
    });
  });
}

/** A batch of so many nodes and relationships, of which only the number counts. */
function batchOf(nodes: number, relationships: number): Batch {
  return {
    dataSet: 'large',
    key: { label: 'Entity', property: 'id' },
    searchProperty: 'searchText',
    nodes: Array.from<never>({ length: nodes }),
    relationships: Array.from<never>({ length: relationships }),
  };
}
