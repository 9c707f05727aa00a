import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import type { TestContext } from 'vitest';
import { coverageOf } from '../../graph-seed/coverage.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { looseNumbers } from '../../graph-seed/numbers.ts';
import { readDataSet } from '../../graph-seed/read.ts';

const folder = fileURLToPath(new URL('../../graph-seed/jinhua-2011', import.meta.url));
const documentPath = fileURLToPath(new URL('../../../shared/document.zh.txt', import.meta.url));

test('the built-in data set has no mistake, so its sums come out', async () => {
  const { values } = await readDataSet(folder);
  const { figures, sums } = values['figures.yaml'];
  const value = (id: string) => figures.find((figure) => figure.id === id)?.value;
  const parts = sums.flatMap((sum) => (sum.parts ? [[value(sum.total), sum.parts.map(value).join(' + ')]] : []));
  expect(parts).toContainEqual([37, '13 + 24']);
  expect(parts).toContainEqual([37, '5 + 21 + 11']);
  expect(sums.filter(({ total, count }) => count && value(total) === 5)).toHaveLength(3);
});

test('three programmes have five items each', async () => {
  const { batch } = await readDataSet(folder);
  const labelled = (label: string) => batch.nodes.filter(({ labels }) => labels.includes(label));
  expect(labelled('Programme')).toHaveLength(3);
  expect(labelled('Initiative')).toHaveLength(15);
  expect(['Synchronisation', 'Service', 'Mechanism'].map((label) => labelled(label).length)).toEqual([5, 5, 5]);
});

test('every quote stands in the document at its address', async (context) => {
  const document = await documentText(context);
  await expect(readDataSet(folder, { document })).resolves.toBeDefined();
});

test('every number of the document is in the graph, and every clause is cited or left out on purpose', async (context) => {
  const document = await documentText(context);
  const { values } = await readDataSet(folder);
  const { slices } = sliceDocument(document, values['passages.yaml'].passages);
  expect([...slices.values()].flatMap(({ at, text }) => looseNumbers(at, text, values))).toEqual([]);
  const open = coverageOf(values, slices).flatMap(({ at, text }) =>
    (text?.openClauses ?? []).map((one) => `${at}: ${one}`),
  );
  expect(open).toEqual([]);
});

/** The document is not part of the project: without it, what compares with it is skipped. */
async function documentText({ skip }: TestContext): Promise<string> {
  skip(!existsSync(documentPath), 'the document, ../shared/document.zh.txt, is not beside the project');
  return readFile(documentPath, 'utf8');
}
