import { array, assert, constantFrom, nat, property, record, string } from 'fast-check';
import { expect, test } from 'vitest';
import { numbersIn } from '../../graph-seed/numbers-in-text.ts';
import { looseNumbers } from '../../graph-seed/numbers.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import type { SeedValues } from '../../graph-seed/read-files.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

test('however many passages there are, nodes and relationships are gone through once', async () => {
  const { values } = await tiny();
  const counted = { nodes: 0, relationships: 0 };
  const counting = {
    ...values,
    'nodes.csv': countedTimes(values['nodes.csv'], () => (counted.nodes += 1)),
    'relationships.csv': countedTimes(values['relationships.csv'], () => (counted.relationships += 1)),
  };
  const passages = Array.from({ length: 20 }, (_, index) => ({ at: `s2.${index + 1}`, text: `共有${index + 2}名` }));
  expect(looseNumbers(passages, counting)).toHaveLength(20);
  expect(counted).toEqual({ nodes: 1, relationships: 1 });
});

test('a number is accounted for by each name that stands around all of it, and by no other', async () => {
  const { values } = await tiny();
  const piece = constantFrom('3', '20', '2006年', 'seven', 'twenty-one', 'one', ' ', '甲', 'May', '万', ',', '.');
  assert(
    property(
      array(piece, { maxLength: 12 }),
      array(record({ start: nat(30), length: nat(12) }), { maxLength: 4 }),
      array(string({ unit: constantFrom('2', '0', '甲', ' ', 'seven') }), { maxLength: 2 }),
      (pieces, cuts, others) => {
        const text = pieces.join('');
        const parts = cuts.map(({ start, length }) => text.slice(start, start + length));
        const names = [...parts, ...others].filter((name) => name !== '');
        const uncovered = numbersIn(text).filter(({ start, end }) => {
          const isAround = (at: number, name: string) => at <= start && end <= at + name.length;
          return !names.some((name) =>
            Array.from(text, (_, at) => at).some((at) => text.startsWith(name, at) && isAround(at, name)),
          );
        });
        const loose = looseNumbers([{ at: 's2.1', text }], withNames(values, names));
        expect(loose).toHaveLength(uncovered.length);
      },
    ),
  );
});

/** A data set of nodes with these names alone, each in Chinese, English or as another name. */
function withNames(values: SeedValues, names: string[]): SeedValues {
  const [node] = values['nodes.yaml'];
  if (!node) throw new Error('the tiny data set has no node');
  const nodes = names.map((name, index) => ({
    ...node,
    name: index % 3 === 0 ? name : '乙',
    nameEn: index % 3 === 1 ? name : 'Yi',
    aliases: index % 3 === 2 ? [name] : [],
  }));
  return { ...values, 'nodes.yaml': nodes, 'figures.yaml': { figures: [], sums: [] } };
}

function countedTimes<T>(items: Iterable<T>, begin: () => void): Iterable<T> {
  return {
    [Symbol.iterator]() {
      begin();
      return items[Symbol.iterator]();
    },
  };
}

async function tiny(): Promise<{ values: SeedValues }> {
  return withDataSet(tinyFiles, (folder) => readDataSet(folder));
}
