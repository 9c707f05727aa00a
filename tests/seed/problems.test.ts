import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { hints } from '../../graph-seed/problem-codes.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import { failure, SeedError } from '../../graph-seed/seed-error.ts';
import { fileMistakes as ownFileMistakes } from './file-mistakes.ts';
import type { FileMistake } from './file-mistakes.ts';
import type { Mistake } from './mistake.ts';
import { mistakes } from './mistakes.ts';
import { tableMistakes } from './table-mistakes.ts';
import type { TinyFiles } from './tiny-data-set.ts';
import { changed, tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';

const fileMistakes = [...ownFileMistakes, ...tableMistakes];

/** Limits of tables that are too large for a test are lowered in `tables.test.ts`; questions are asked in `ask-queries.test.ts`. */
const testedElsewhere = ['too-many-rows', 'too-many-mistakes', 'answer-fails', 'answer-empty'];

test.each(mistakes)('$name is one problem with its file, line and id', async ({ changes, problem }) => {
  const files = changed(changes);
  expect(await problemsOf(files)).toEqual([expected(files, problem)]);
});

test.each(fileMistakes)('$name is one problem with its file, line and id', async ({ damage, problem }) => {
  const message = expect.stringContaining(problem.message);
  expect(await problemsOf(tinyFiles, damage)).toEqual([{ ...problem, message }]);
});

test('every kind of problem is among the mistakes, and has a hint', async () => {
  const damaged = fileMistakes.map(({ damage }) => seedErrorOf(tinyFiles, damage));
  const errors = await Promise.all([...mistakes.map(({ changes }) => seedErrorOf(changed(changes))), ...damaged]);
  const problems = errors.flatMap((error) => error.problems);
  const kinds = new Set([...problems.map(({ code }) => code), ...testedElsewhere]);
  expect([...kinds].toSorted()).toEqual(Object.keys(hints).toSorted());
  expect(problems.filter(({ hint }) => hint.length < 5)).toEqual([]);
});

test('all mistakes are found in one run, in the order of the files and their lines', async () => {
  const together = mistakes.filter(({ alone }) => !alone);
  const files = changed(together.flatMap(({ changes }) => changes));
  const problems = await problemsOf(files);
  const all = together.map(({ problem }) => expected(files, problem));
  expect(problems).toHaveLength(all.length);
  expect(problems).toEqual(expect.arrayContaining(all));
  const order = Object.keys(tinyFiles);
  const places = problems.map(({ file, line }) => order.indexOf(file) * 10_000 + line);
  expect(places).toEqual(places.toSorted((left, right) => left - right));
});

test('each missing file is one problem, and nothing is called unknown for being in it', async () => {
  const needed = Object.keys(tinyFiles).filter((file) => file !== 'scenes.yaml');
  for (const file of needed) {
    const rest = Object.fromEntries(Object.entries(tinyFiles).filter(([name]) => name !== file));
    const message = expect.stringContaining('the file is missing; ');
    expect(await problemsOf(rest)).toEqual([{ file, line: 1, id: file.replace('.yaml', ''), message }]);
  }
});

test('a data set without scenes is whole: it tells no story', async () => {
  const { 'scenes.yaml': _, ...rest } = tinyFiles;
  const scenes = await withDataSet(rest, async (folder) => (await readDataSet(folder)).scenes);
  expect(scenes).toEqual([]);
});

test('an error reads as one line a problem, which begins with the place', async () => {
  const files = changed([{ file: 'positions.yaml', find: 'yi-branch:', put: 'bing-branch:' }]);
  await withDataSet(files, async (folder) => {
    await expect(readDataSet(folder)).rejects.toThrow(
      `${folder}/positions.yaml:3: bing-branch: there is no node bing-branch; did you mean one-branch?`,
    );
  });
});

interface Told {
  file: string;
  line: number;
  id: string;
  message: string;
}

test('of a thousand mistakes the first are told, and how many more there are', async () => {
  const wrong = Array.from({ length: 1_000 }, (_, index) => `nobody-${index}: { x: 0, y: 0 }\n`).join('');
  const error = await seedErrorOf({ ...tinyFiles, 'positions.yaml': wrong });
  expect(error.problems).toHaveLength(1_000);
  const lines = failure(error).split('\n');
  expect(lines).toHaveLength(52);
  expect(lines[49]).toContain('positions.yaml:50: nobody-49: there is no node nobody-49; ');
  expect(lines.slice(50)).toEqual(['… and 950 more', '1000 problems']);
});

/** The problems of a data set, with the bare names of the files, and the hint in the message. */
async function problemsOf(files: Partial<TinyFiles>, damage?: FileMistake['damage']): Promise<Told[]> {
  const { problems } = await seedErrorOf(files, damage);
  return problems.map(({ file, line, id, message, hint }) => {
    return { file: basename(file), line, id, message: `${message}; ${hint}` };
  });
}

async function seedErrorOf(files: Partial<TinyFiles>, damage?: FileMistake['damage']): Promise<SeedError> {
  return withDataSet(files, async (folder) => {
    await damage?.(folder);
    const error: unknown = await readDataSet(folder, { document: tinyDocument }).catch((thrown: unknown) => thrown);
    if (!(error instanceof SeedError)) throw new Error('the data set was read without a problem', { cause: error });
    return error;
  });
}

function expected(files: TinyFiles, { file, line, id, message }: Mistake['problem']): unknown {
  const all = files[file].split('\n').map((text, index) => ({ text, number: index + 1 }));
  const exact = all.filter(({ text }) => text === line);
  const found = exact.length > 0 ? exact : all.filter(({ text }) => text.includes(line));
  if (found.length !== 1) throw new Error(`${line} stands in ${found.length} lines of ${file}`);
  return { file, line: found[0]?.number, id, message: expect.stringContaining(message) };
}
