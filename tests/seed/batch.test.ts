import { assert, asyncProperty, record, shuffledSubarray } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { readDataSet } from '../../graph-seed/read.ts';
import { readOntology } from '../../server/ontology.ts';
import type { Relationship } from '../../server/contract/graph.ts';
import { bareOf } from '../../server/store/check-batch.ts';
import { readWhole, type WholeBatch } from './read-whole.ts';
import type { TinyFiles } from './tiny-data-set.ts';
import { changed, tinyDocument, tinyFiles, withDataSet } from './tiny-data-set.ts';

const ends = ({ id, type, start, end }: Omit<Relationship, 'properties'>) => ({ id, type, start, end });

test('what is told without properties is the same as what is told with them, in the same order', async () => {
  const { nodes, relationships } = await withDataSet(tinyFiles, async (folder) => (await readDataSet(folder)).batch);
  expect(Array.from(bareOf(nodes), ({ id, labels }) => ({ id, labels }))).toEqual(
    Array.from(nodes, ({ id, labels }) => ({ id, labels })),
  );
  expect(Array.from(bareOf(relationships), ends)).toEqual(Array.from(relationships, ends));
});

test('a node carries its labels, evidence, dates and what search needs', async () => {
  const { batch } = await read(tinyFiles);
  expect(batch).toMatchObject({
    dataSet: 'tiny',
    key: { label: 'Entity', property: 'id' },
    searchProperty: 'searchText',
  });
  expect(node(batch, 'jia-association')).toEqual({
    id: 'jia-association',
    labels: ['Organization'],
    properties: {
      id: 'jia-association',
      dataSet: 'tiny',
      name: '甲协会',
      nameEn: 'Jia Association',
      aliases: ['律师协会'],
      summary: '律师的协会',
      summaryEn: 'An association of lawyers',
      prominence: 1,
      at: '2001-05',
      evidence: ['lead.1', 'title'],
      quotes: ['甲协会成立于2001年5月', '甲协会简介'],
      basis: 'stated',
      pinyin: 'jiaxiehui',
      initials: 'jxh',
      searchText: [
        '甲协会',
        '律师协会',
        'jiaxiehui',
        'lvshixiehui',
        'jxh',
        'lsxh',
        'jia association',
        '律师的协会',
        'an association of lawyers',
      ].join('\n'),
    },
  });
});

test('labels are sorted, and a derived node says from what it follows in both languages', async () => {
  const { batch } = await read(tinyFiles);
  expect(node(batch, 'yi-branch')).toMatchObject({
    labels: ['Branch', 'Organization'],
    properties: { basis: 'derived', derivedFrom: '由上文可知', derivedFromEn: 'It follows from the above' },
  });
});

test('a figure carries its value and unit, and is found by both together', async () => {
  const { batch } = await read(tinyFiles);
  const figure = node(batch, 'men');
  expect(figure).toMatchObject({
    labels: ['Figure'],
    properties: { value: 20, unit: '名', unitEn: 'people', qualifier: 'exact', measure: 'lawyers', quotes: ['男20名'] },
  });
  expect(String(figure?.properties.searchText).split('\n')).toEqual(expect.arrayContaining(['20名', '20 people']));
});

test('a passage is named by its address, carries its restatement and what is left out of it', async () => {
  const { batch } = await read(tinyFiles);
  expect(node(batch, 'passage-s1-i1-2')).toMatchObject({
    labels: ['Passage'],
    properties: {
      name: '第一部分 · 一 · 第2句',
      nameEn: 'Section 1, item 1, sentence 2',
      address: 's1.i1.2',
      kind: 'sentence',
      order: 6,
      opening: '每年学习',
      summary: '次数',
      summaryEn: 'How often',
      leftOut: ['每年学习2次\uff1a太细'],
      leftOutEn: ['每年学习2次: too fine'],
    },
  });
});

test('the document, its section and its passages hang together, in reading order', async () => {
  const { batch } = await read(tinyFiles);
  expect(ids(batch, 'PART_OF')).toEqual([
    'passage-lead-1.PART_OF.introduction',
    'passage-lead-2.PART_OF.introduction',
    'passage-s1-head.PART_OF.work',
    'passage-s1-i1-1.PART_OF.work',
    'passage-s1-i1-2.PART_OF.work',
    'passage-title.PART_OF.introduction',
    'work.PART_OF.introduction',
  ]);
  expect(ids(batch, 'NEXT')).toEqual([
    'passage-lead-1.NEXT.passage-lead-2',
    'passage-lead-2.NEXT.passage-s1-head',
    'passage-s1-head.NEXT.passage-s1-i1-1',
    'passage-s1-i1-1.NEXT.passage-s1-i1-2',
    'passage-title.NEXT.passage-lead-1',
  ]);
});

test('evidence becomes citations with their quotes, and a figure measures its node', async () => {
  const { batch } = await read(tinyFiles);
  expect(relationship(batch, 'yi-branch.CITES.passage-lead-2')).toEqual({
    id: 'yi-branch.CITES.passage-lead-2',
    type: 'CITES',
    start: 'yi-branch',
    end: 'passage-lead-2',
    properties: { id: 'yi-branch.CITES.passage-lead-2', dataSet: 'tiny', quote: '乙支部' },
  });
  expect(relationship(batch, 'men.MEASURES.jia-association')).toMatchObject({
    properties: { evidence: ['lead.1'], quotes: ['男20名'], basis: 'stated' },
  });
});

test('a relationship carries its properties and evidence; a bare year is a date', async () => {
  const { batch } = await read(tinyFiles);
  const id = 'jia-association.HAS_BRANCH.yi-branch';
  expect(relationship(batch, id)).toEqual({
    id,
    type: 'HAS_BRANCH',
    start: 'jia-association',
    end: 'yi-branch',
    properties: {
      id,
      dataSet: 'tiny',
      since: '2001',
      evidence: ['lead.2'],
      quotes: ['甲协会设有乙支部'],
      basis: 'stated',
    },
  });
});

test('a sum of the document that does not come out is loaded where the data set says so', async () => {
  const { values, ontology } = await read(
    changed([{ file: 'figures.yaml', find: '[men, women] }', put: '[men, lawyers], comesOut: false }' }]),
  );
  expect(values['figures.yaml'].sums[0]?.comesOut).toBe(false);
  expect(ontology.sums).toEqual([{ total: 'lawyers', parts: ['men', 'lawyers'] }]);
});

test('the server and the loader know the same of a data set, its sums too', async () => {
  const [fromFolder, { ontology }] = await withDataSet(tinyFiles, (folder) =>
    Promise.all([readOntology(folder), readWhole(folder)]),
  );
  expect(fromFolder).toEqual(ontology);
  expect(fromFolder.sums).toEqual([{ total: 'lawyers', parts: ['men', 'women'] }]);
});

test('a second relationship of a type between the same nodes is numbered by the order of its evidence', async () => {
  const second = `- { from: jia-association, type: HAS_BRANCH, to: yi-branch, evidence: [{ at: title, quote: 甲协会 }] }\n`;
  const { 'relationships.yaml': first } = tinyFiles;
  const sums = changed([{ file: 'figures.yaml', find: 'value: 1\n', put: 'value: 2\n' }]);
  for (const text of [first + second, `${second}${first}`]) {
    const { batch } = await read({ ...sums, 'relationships.yaml': text });
    expect(relationship(batch, 'jia-association.HAS_BRANCH.yi-branch')?.properties.evidence).toEqual(['title']);
    expect(relationship(batch, 'jia-association.HAS_BRANCH.yi-branch.2')?.properties.evidence).toEqual(['lead.2']);
  }
});

test('the batch is closed: ids are unique and both ends of every relationship are there', async () => {
  const { batch } = await read(tinyFiles);
  const nodes = new Set(batch.nodes.map(({ id }) => id));
  expect(nodes.size).toBe(batch.nodes.length);
  expect(new Set(batch.relationships.map(({ id }) => id)).size).toBe(batch.relationships.length);
  expect(batch.relationships.filter(({ start, end }) => !nodes.has(start) || !nodes.has(end))).toEqual([]);
});

test('the order of entries in the files changes nothing', async () => {
  const original = sorted((await read(tinyFiles)).batch);
  const shuffled = record({
    nodes: shuffle('nodes.yaml'),
    figures: shuffle('figures.yaml', 'figures'),
    sums: shuffle('figures.yaml', 'sums'),
  });
  await assert(
    asyncProperty(shuffled, async ({ nodes, figures, sums }) => {
      const files: TinyFiles = {
        ...tinyFiles,
        'nodes.yaml': stringify(nodes),
        'figures.yaml': stringify({ sums, figures }),
      };
      expect(sorted((await read(files)).batch)).toEqual(original);
    }),
    { numRuns: 25 },
  );
});

test('the ontology comes with the name of the folder, the questions and the positions', async () => {
  const { ontology } = await read(tinyFiles);
  expect(ontology.dataSet).toBe('tiny');
  expect(ontology.questions.map(({ id, layout }) => [id, layout])).toEqual([
    ['overview', 'force'],
    ['near', 'force'],
    ['tree', 'tree'],
    ['branches', 'force'],
  ]);
  expect(ontology.positions).toEqual({ 'jia-association': { x: 0, y: 0 }, 'yi-branch': { x: 100, y: 50 } });
});

async function read(files: TinyFiles) {
  return withDataSet(files, (folder) => readWhole(folder, { document: tinyDocument }));
}

function node(batch: WholeBatch, id: string) {
  return batch.nodes.find((one) => one.id === id);
}

function relationship(batch: WholeBatch, id: string) {
  return batch.relationships.find((one) => one.id === id);
}

function ids(batch: WholeBatch, type: string): string[] {
  return batch.relationships.flatMap((one) => (one.type === type ? [one.id] : [])).toSorted();
}

function byId(left: { id: string }, right: { id: string }): number {
  return left.id < right.id ? -1 : 1;
}

function sorted({ nodes, relationships, ...rest }: WholeBatch): WholeBatch {
  return { ...rest, nodes: nodes.toSorted(byId), relationships: relationships.toSorted(byId) };
}

/** The list of a file, or at a key of it, in any order. */
function shuffle(file: keyof TinyFiles, key?: string): Arbitrary<unknown[]> {
  const value: unknown = parse(tinyFiles[file]);
  const list: unknown = key === undefined ? value : Object(value)[key];
  if (!Array.isArray(list)) throw new Error(`${file} has no list ${key}`);
  return shuffledSubarray(list, { minLength: list.length });
}
