import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { readDataSet } from '../../graph-seed/read.ts';
import { readWhole } from './read-whole.ts';
import { SeedError } from '../../graph-seed/seed-error.ts';
import type { TinyFiles } from './tiny-data-set.ts';
import { changed, withDataSet } from './tiny-data-set.ts';

test('facts that follow from each other are told once, at the premise that closes the circle', async () => {
  const files = withDerivedFigures([['b'], ['c', 'lead.1'], ['lead.1', 'a']]);
  expect(await messagesOf(files)).toEqual([
    [lineOf(files, '      - a'), 'c', 'it follows from itself: c from a from b from c'],
  ]);
});

test('a circle is found wherever it is entered, and premises that are shared are none', async () => {
  expect(await messagesOf(withDerivedFigures([['b', 'c'], ['d'], ['d'], ['lead.1']]))).toEqual([]);
  const entered = await messagesOf(withDerivedFigures([['b'], ['c'], ['b']]));
  expect(entered.map(([, , message]) => message)).toEqual(['it follows from itself: c from b from c']);
});

test('whatever the premises, a circle is told exactly where some fact follows from itself', async () => {
  const names = ['a', 'b', 'c', 'd'];
  const premises = fc.array(fc.uniqueArray(fc.constantFrom(...names, 'lead.1'), { minLength: 1 }), {
    minLength: 4,
    maxLength: 4,
  });
  await fc.assert(
    fc.asyncProperty(premises, async (all) => {
      const reach = (from: number, seen = new Set<number>()): Set<number> => {
        for (const premise of all[from] ?? []) {
          const to = names.indexOf(premise);
          if (to !== -1 && !seen.has(to)) reach(to, seen.add(to));
        }
        return seen;
      };
      const isCircular = names.some((_, index) => reach(index).has(index));
      expect((await messagesOf(withDerivedFigures(all))).length > 0).toBe(isCircular);
    }),
    { numRuns: 60 },
  );
});

test('a long chain of premises is no circle', async () => {
  const chain = Array.from({ length: 8_000 }, (_, index) => [index === 0 ? 'lead.1' : nameOf(index - 1)]);
  expect(await messagesOf(withDerivedFigures(chain))).toEqual([]);
});

test('premises travel as ids, those that are addresses as the ids of passages', async () => {
  const files = withDerivedFigures([['lead.1', 'yi-branch', 'jia-association.HAS_BRANCH.yi-branch']]);
  const { batch } = await withDataSet(files, (folder) => readWhole(folder));
  const premises = ['passage-lead-1', 'yi-branch', 'jia-association.HAS_BRANCH.yi-branch'];
  expect(batch.nodes.find(({ id }) => id === 'a')?.properties).toMatchObject({ premises });
  expect(batch.relationships.find(({ id }) => id === 'a.MEASURES.jia-association')?.properties).toMatchObject({
    premises,
  });
});

const nameOf = (index: number): string => (index < 26 ? String.fromCodePoint(97 + index) : `figure-${index}`);

/** The tiny data set with derived figures a, b, c …, which have these premises. */
function withDerivedFigures(premises: string[][]): TinyFiles {
  const figures = premises.map(
    (all, index) => `  - id: ${nameOf(index)}
    name: 推出的数
    nameEn: Derived figure
    measures: jia-association
    value: ${index}
    unit: 名
    unitEn: people
    measure: lawyers
    basis: derived
    derivedFrom: { zh: 由上文可知, en: It follows from the above }
    premises:
${all.map((premise) => `      - ${premise}\n`).join('')}    evidence: [{ at: lead.1, quote: 甲协会成立 }]
`,
  );
  return changed([{ file: 'figures.yaml', find: 'sums:\n', put: `${figures.join('')}sums:\n` }]);
}

function lineOf(files: TinyFiles, text: string): number {
  return files['figures.yaml'].split('\n').indexOf(text) + 1;
}

async function messagesOf(files: TinyFiles): Promise<[number, string | undefined, string][]> {
  return withDataSet(files, async (folder) => {
    try {
      await readDataSet(folder);
      return [];
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return error.problems.map(({ line, id, message }) => [line, id, message]);
    }
  });
}
