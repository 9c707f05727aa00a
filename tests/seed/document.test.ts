import { expect, test } from 'vitest';
import type { CheckReport } from '../../graph-seed/check-report.ts';
import { reportOf } from '../../graph-seed/check-report.ts';
import { coverageOf } from '../../graph-seed/coverage.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { looseNumbers } from '../../graph-seed/numbers.ts';
import { readDataSet } from '../../graph-seed/read.ts';
import type { SeedValues } from '../../graph-seed/read-files.ts';
import { coverageReport } from '../../graph-seed/report.ts';
import type { Change } from './tiny-data-set.ts';
import { changed, tinyDocument, withDataSet } from './tiny-data-set.ts';

test('a passage runs from its opening to the next passage', () => {
  const { slices, miscuts } = sliceDocument('标题\n甲。乙,甲。', [
    { at: 'title', opening: '标题' },
    { at: 'lead.1', opening: '甲' },
    { at: 'lead.2', opening: '乙,' },
  ]);
  expect([...slices.values()].map(({ text }) => text)).toEqual(['标题\n', '甲。', '乙,甲。']);
  expect(miscuts).toEqual([]);
});

test('an opening is looked for behind the passage before it', () => {
  const passages = [
    { at: 'lead.1', opening: '乙' },
    { at: 'lead.2', opening: '甲' },
    { at: 'lead.3', opening: '丙' },
  ];
  const { slices, miscuts } = sliceDocument('甲。乙。', passages);
  expect([...slices.keys()]).toEqual(['lead.1']);
  expect(miscuts).toEqual([
    { at: 'lead.2', code: 'opening-not-found', message: 'the opening 甲 is in the document only before its place' },
    { at: 'lead.3', code: 'opening-not-found', message: 'the opening 丙 is in the document not at all' },
    { at: 'lead.1', code: 'text-before', message: 'the document has text before it: 甲。' },
  ]);
});

test('numbers are covered by figures, dates, names and clauses left out', async () => {
  expect(await numbers([])).toEqual([]);
});

test.each<[string, Change]>([
  ['lead.1: 师30名,其中男20名,女10名。', { file: 'figures.yaml', find: 'quote: 男20名', put: 'quote: 其中男' }],
  ['lead.1: 甲协会成立于2001年5月,现有律师30名', { file: 'nodes.yaml', find: 'at: 2001-05', put: 'at: 2001-06' }],
  ['s1.i1.2: 每年学习2次。', { file: 'passages.yaml', find: 'quote: 每年学习2次', put: 'quote: 每年' }],
])('the number in %s is missed when nothing covers it', async (place, change) => {
  expect(await numbers([change])).toEqual([place]);
});

test('numbers with 万, 亿 and fractions are read as written or in full', async () => {
  const { values } = await tiny([]);
  const [figure] = values['figures.yaml'].figures;
  if (!figure) throw new Error('the tiny data set has no figure');
  const text = '总金额25.28亿元,资料2万余份';
  const money = { ...figure, value: 2_528_000_000, evidence: [{ at: 'lead.2', quote: '25.28亿元' }] };
  const sheets = { ...figure, value: 2, evidence: [{ at: 'lead.2', quote: '2万余份' }] };
  const withFigures = (figures: (typeof figure)[]) => ({ ...values, 'figures.yaml': { figures, sums: [] } });
  const slice = { at: 'lead.2', text };
  expect(looseNumbers([slice], withFigures([money, sheets]))).toEqual([]);
  expect(looseNumbers([slice], withFigures([money]))).toHaveLength(1);
  expect(looseNumbers([slice], withFigures([sheets]))).toHaveLength(1);
});

test('coverage counts what cites a passage, its characters, and its clauses that nothing cites', async () => {
  const { values } = await tiny([]);
  const coverage = coverageOf(values, sliceDocument(tinyDocument, values['passages.yaml'].passages).slices);
  expect(coverage.map(({ at, nodes, relationships, figures }) => [at, nodes, relationships, figures])).toEqual([
    ['title', 1, 0, 0],
    ['lead.1', 1, 0, 4],
    ['lead.2', 1, 1, 0],
    ['s1.head', 0, 0, 0],
    ['s1.i1.1', 0, 0, 0],
    ['s1.i1.2', 0, 0, 0],
  ]);
  expect(coverage.map(({ text }) => text?.openClauses)).toEqual([[], [], [], ['一、工作'], ['一是学习'], []]);
  expect(coverage[1]?.text).toMatchObject({ characters: 30, covered: 26 });
  const report = reported(
    reportOf({
      dataSet: 'tiny',
      isAsked: true,
      passages: coverage,
      looseNumbers: looseNumbers([{ at: 'lead.1', text: '另有3名' }], values),
    }),
  );
  expect(report).toContain('  s1.i1.2: 每年学习2次 (太细; too fine)');
  expect(report).toContain('  s1.i1.1: 一是学习\n');
  expect(report).toContain('  lead.1: 另有3名\n');
});

test('the report has a bar for each passage, with a sign at least for each kind that there is', async () => {
  const { values } = await tiny([]);
  const lines = reported(
    reportOf({ dataSet: 'tiny', isAsked: true, passages: coverageOf(values, undefined), looseNumbers: [] }),
  ).split('\n');
  const bars = new Map(lines.map((line) => [line.split(' ')[0], /[█▒░]*$/.exec(line)?.[0]]));
  expect([bars.get('title'), bars.get('lead.1'), bars.get('lead.2'), bars.get('s1.head')]).toEqual([
    '█'.repeat(5),
    '█'.repeat(5) + '░'.repeat(19),
    '█'.repeat(5) + '▒'.repeat(5),
    '',
  ]);
});

/** The report of a data set without a mistake, as it is printed. */
function reported(report: CheckReport): string {
  if (report.outcome !== 'checked') throw new Error('the data set has a mistake');
  return coverageReport(report);
}

test('without the document, coverage counts citations only', async () => {
  const { values } = await tiny([]);
  expect(coverageOf(values, undefined).filter(({ text }) => text)).toEqual([]);
});

async function tiny(changes: Change[]): Promise<{ values: SeedValues }> {
  return withDataSet(changed(changes), (folder) => readDataSet(folder));
}

async function numbers(changes: Change[]): Promise<string[]> {
  const { values } = await tiny(changes);
  const { slices } = sliceDocument(tinyDocument, values['passages.yaml'].passages);
  return looseNumbers(slices.values(), values).map(({ at, context }) => `${at}: ${context}`);
}
