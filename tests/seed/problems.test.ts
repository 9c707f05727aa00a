import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { readDataSet } from '../../graph-seed/read.ts';
import { SeedError } from '../../graph-seed/seed-error.ts';
import type { Mistake } from './mistake.ts';
import { mistakes } from './mistakes.ts';
import type { TinyFiles } from './tiny-data-set.ts';
import { changed, tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';

test.each(mistakes)('$name is one problem with its file, line and id', async ({ changes, problem }) => {
  const files = changed(changes);
  expect(await problemsOf(files)).toEqual([expected(files, problem)]);
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

/** The problems of a data set, with the bare names of the files, and the hint in the message. */
async function problemsOf(files: Partial<TinyFiles>): Promise<Told[]> {
  return withDataSet(files, async (folder) => {
    const error: unknown = await readDataSet(folder, { document: tinyDocument }).catch((thrown: unknown) => thrown);
    if (!(error instanceof SeedError)) throw new Error('the data set was read without a problem', { cause: error });
    return error.problems.map(({ file, line, id, message, hint }) => {
      return { file: basename(file), line, id, message: `${message}; ${hint}` };
    });
  });
}

function expected(files: TinyFiles, { file, line, id, message }: Mistake['problem']): unknown {
  const all = files[file].split('\n').map((text, index) => ({ text, number: index + 1 }));
  const exact = all.filter(({ text }) => text === line);
  const found = exact.length > 0 ? exact : all.filter(({ text }) => text.includes(line));
  if (found.length !== 1) throw new Error(`${line} stands in ${found.length} lines of ${file}`);
  return { file, line: found[0]?.number, id, message: expect.stringContaining(message) };
}
