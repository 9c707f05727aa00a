import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { readWhole } from './read-whole.ts';

const folder = fileURLToPath(new URL('../../graph-seed/jinhua-2011', import.meta.url));

test('branches and rooms add up, and programmes have the items that they say', async () => {
  const { values } = await readWhole(folder);
  const { figures, sums } = values['figures.yaml'];
  const value = (id: string) => figures.find((figure) => figure.id === id)?.value;
  const parts = sums.flatMap((sum) => (sum.parts ? [[value(sum.total), sum.parts.map(value).join(' + ')]] : []));
  expect(parts).toContainEqual([37, '13 + 24']);
  expect(parts).toContainEqual([37, '5 + 21 + 11']);
  expect(sums.filter(({ total, count }) => count && value(total) === 5)).toHaveLength(3);
});

test('three programmes have five items each', async () => {
  const { batch } = await readWhole(folder);
  const labelled = (label: string) => batch.nodes.filter(({ labels }) => labels.includes(label));
  expect(labelled('Programme')).toHaveLength(3);
  expect(labelled('Initiative')).toHaveLength(15);
  expect(['Synchronisation', 'Service', 'Mechanism'].map((label) => labelled(label).length)).toEqual([5, 5, 5]);
});
