import { assert, asyncProperty, constantFrom, nat } from 'fast-check';
import { expect, test } from 'vitest';
import { readDataSet } from '../../graph-seed/read.ts';
import type { SeedProblem } from '../../graph-seed/seed-error.ts';
import { SeedError } from '../../graph-seed/seed-error.ts';
import { readWhole } from './read-whole.ts';
import { tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';
import type { TinyFiles } from './tiny-data-set.ts';

const names: (keyof TinyFiles)[] = [
  'ontology.yaml',
  'passages.yaml',
  'nodes.yaml',
  'relationships.yaml',
  'figures.yaml',
  'questions.yaml',
  'positions.yaml',
  'scenes.yaml',
];

test('whatever happens to a line, the outcome is a data set or a list of problems with their places', async () => {
  const damage = constantFrom('', '- ', '  x: 1', 'null', '[]', '{', '\t', '? a', '- - -', '&a *a', '12', '"', ': :');
  await assert(
    asyncProperty(constantFrom(...names), nat(), damage, async (name, place, put) => {
      const lines = tinyFiles[name].split('\n');
      lines[place % lines.length] = put;
      expect(await misplaced({ ...tinyFiles, [name]: lines.join('\n') })).toEqual([]);
    }),
    { numRuns: 150 },
  );
});

test.each(['', 'null', '[]', '{}', '- null', '- []', '12', 'text', 'a: { b: [1] }', '- { id: 1, labels: x }'])(
  'a file that is only %j gives problems with their places',
  async (text) => {
    for (const name of names) expect(await misplaced({ ...tinyFiles, [name]: text })).toEqual([]);
  },
);

test('a file may begin with a byte order mark, and end its lines as Windows does', async () => {
  const marked = Object.fromEntries(
    names.map((name) => [name, `\uFEFF${tinyFiles[name].replaceAll('\n', '\r\n')}`] as const),
  );
  const plain = await withDataSet(tinyFiles, (folder) => readWhole(folder));
  const other = await withDataSet(marked, (folder) => readWhole(folder));
  // Texts over several lines, such as Cypher, end their lines alike.
  expect(other.batch).toEqual(plain.batch);
  expect(other.ontology).toEqual(plain.ontology);
});

test('a character may be written as the escapes of its two halves, as JSON has it', async () => {
  const escaped = tinyFiles['nodes.yaml'].replace('  name: 甲协会', String.raw`  name: "甲协会\uD83D\uDE00"`);
  const { values } = await withDataSet({ ...tinyFiles, 'nodes.yaml': escaped }, (folder) => readDataSet(folder));
  expect(values['nodes.yaml'][0]?.name).toBe('甲协会😀');
});

test('many keys of one file are read, and many of them wrong are found, without comparing each with all', async () => {
  const positions = Array.from({ length: 60_000 }, (_, index) => `nobody-${index}: { x: 0, y: 0 }\n`).join('');
  const files = { ...tinyFiles, 'positions.yaml': positions };
  const error: unknown = await withDataSet(files, (folder) => readDataSet(folder)).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SeedError);
  expect(error instanceof SeedError && error.problems.at(-1)).toMatchObject({ line: 60_000, id: 'nobody-59999' });
});

/** Problems that do not say where they are, or say what means nothing to an author. */
async function misplaced(files: TinyFiles): Promise<SeedProblem[]> {
  return withDataSet(files, async (folder) => {
    const error: unknown = await readDataSet(folder, { document: tinyDocument }).then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (error === undefined) return [];
    if (!(error instanceof SeedError) || error.problems.length === 0) throw error;
    return error.problems.filter(({ file, line, message }) => {
      const name = names.find((one) => file.endsWith(one));
      const last = name ? files[name].split('\n').length : 0;
      return line < 1 || line > last || message.includes('undefined') || message.includes('\n');
    });
  });
}
