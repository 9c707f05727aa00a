import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { readWhole } from './read-whole.ts';

const folder = fileURLToPath(new URL('../../graph-seed/metre-convention', import.meta.url));

test('prefixes add up from meeting to meeting, and base units to seven', async () => {
  const { values } = await readWhole(folder);
  const { figures, sums } = values['figures.yaml'];
  const value = (id: string) => figures.find((figure) => figure.id === id)?.value;
  const parts = sums.flatMap((sum) => (sum.parts ? [[value(sum.total), sum.parts.map(value).join(' + ')]] : []));
  expect(parts).toEqual([
    [59, '17 + 42'],
    [7, '6 + 1'],
    [7, '4 + 3'],
    [14, '12 + 2'],
    [16, '14 + 2'],
    [20, '16 + 4'],
    [24, '20 + 4'],
    [24, '12 + 12'],
    [40, '38 + 2'],
  ]);
});

test('each of seven base units rests on a constant of its own, and ten committees advise', async () => {
  const { batch } = await readWhole(folder);
  const labelled = (label: string) => batch.nodes.filter(({ labels }) => labels.includes(label)).map(({ id }) => id);
  const resting = batch.relationships.filter(({ type }) => type === 'RESTS_ON');
  expect(resting.map(({ start }) => start).toSorted()).toEqual(labelled('BaseUnit').toSorted());
  expect(resting.map(({ end }) => end).toSorted()).toEqual(labelled('Constant').toSorted());
  expect([resting.length, labelled('ConsultativeCommittee').length]).toEqual([7, 10]);
});

test('the document is in English, and its text and its names in both languages are there', async () => {
  const { ontology, document, batch } = await readWhole(folder);
  expect(ontology.document).toMatchObject({ language: 'en', hasText: true });
  expect(document).toMatch(/^The Metre Convention/);
  const unlike = batch.nodes.filter(
    ({ properties: { name, nameEn } }) =>
      !/\p{Script=Han}/u.test(String(name)) || /\p{Script=Han}/u.test(String(nameEn)),
  );
  expect(unlike.map(({ id }) => id)).toEqual([]);
});

test('the check passes without being told where the text is, and compares it', async () => {
  const root = fileURLToPath(new URL('../..', import.meta.url));
  const argv = ['--import', 'tsx', 'graph-seed/check.ts', folder];
  const { PATH, HOME } = process.env;
  // A check that finds something open ends with another code, which rejects.
  const { stdout } = await promisify(execFile)(process.execPath, argv, { cwd: root, env: { PATH, HOME } });
  expect(stdout).toContain('  s2.i1.5: e.g. the newton and the volt');
  expect(stdout).toMatch(/of \d+ characters \(9\d %\) quoted or left out/);
});
