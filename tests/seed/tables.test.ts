import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { assert, asyncProperty, array, constantFrom, string, tuple } from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { stringify } from 'csv-stringify/sync';
import { PackedRows } from '../../graph-seed/packed-rows.ts';
import { readTable, tableLimits } from '../../graph-seed/read-table.ts';
import { nodeColumns, relationshipColumns } from '../../graph-seed/table-columns.ts';
import { readWhole } from './read-whole.ts';
import { tinyFiles, withDataSet } from './tiny-data-set.ts';

const folder = await mkdtemp(join(tmpdir(), 'tables-'));

afterAll(() => rm(folder, { recursive: true }));

const nodes = [
  'id,labels,name,nameEn,aliases,summary,summaryEn,prominence,at,evidence,quote,evidence2,quote2,basis,derivedFrom,derivedFromEn,premises',
  'jia-association,Organization,甲协会,Jia Association,律师协会,律师的协会,An association of lawyers,1,2001-05,lead.1,甲协会成立于2001年5月,title,甲协会简介,,,,',
  'yi-branch,Organization | Branch,乙支部,Yi Branch,,甲协会的支部,A branch of the association,,,lead.2,乙支部,,,derived,由上文可知,It follows from the above,lead.2|jia-association',
].join('\n');
const relationships =
  'from,type,to,since,evidence,quote\njia-association,HAS_BRANCH,yi-branch,2001,lead.2,甲协会设有乙支部\n';

/** The tiny data set with its nodes and relationships in tables. */
async function batchOf(tables: Record<string, string>) {
  const { 'nodes.yaml': _, 'relationships.yaml': __, ...rest } = tinyFiles;
  return withDataSet(rest, async (path) => {
    for (const [name, text] of Object.entries(tables)) await writeFile(join(path, name), text);
    const { batch } = await readWhole(path);
    return batch;
  });
}

test('two tables say the same as two lists', async () => {
  const { batch } = await withDataSet(tinyFiles, (path) => readWhole(path));
  const { nodes: own, relationships: ownRelationships } = await batchOf({
    'nodes.csv': nodes,
    'relationships.csv': relationships,
  });
  expect(byId(own)).toEqual(byId(batch.nodes));
  expect(byId(ownRelationships)).toEqual(byId(batch.relationships));
});

test.each([
  ['a byte order mark and the line ends of Windows', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
  ['semicolons', (text: string) => text.replaceAll(',', ';')],
  ['tabs', (text: string) => text.replaceAll(',', '\t')],
  ['a delimiter that its first line tells', (text: string) => `sep=;\r\n${text.replaceAll(',', ';')}`],
  ['quotes around every cell', (text: string) => text.replaceAll(/[^,\n]+/g, '"$&"')],
  ['rows and columns that a spreadsheet has left empty around it', (text: string) => `${text}\n,,,,,,,,,,,,,,,,\n\n`],
])('a table may have %s', async (_, change) => {
  const plain = await batchOf({ 'nodes.csv': nodes, 'relationships.csv': relationships });
  const other = await batchOf({ 'nodes.csv': change(nodes), 'relationships.csv': relationships });
  expect(other).toEqual(plain);
});

test('a table stands beside the list of the same', async () => {
  const more = `${nodes.split('\n')[0]}\nbing-branch,Organization|Branch,丙支部,Bing Branch,,支部,A branch,,,lead.2,乙支部${','.repeat(6)}\n`;
  const { batch } = await withDataSet(tinyFiles, async (path) => {
    await writeFile(join(path, 'nodes.csv'), more);
    return readWhole(path);
  });
  expect(batch.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(['yi-branch', 'bing-branch']));
});

test('the second of two relationships of a type between the same nodes is numbered, in tables too', async () => {
  const twice = `${relationships}jia-association,HAS_BRANCH,yi-branch,2005,title,甲协会\n`;
  const figures = { 'figures.yaml': tinyFiles['figures.yaml'].replace('value: 1\n', 'value: 2\n') };
  const batch = await batchOf({ ...figures, 'nodes.csv': nodes, 'relationships.csv': twice });
  const own = batch.relationships.filter(({ type }) => type === 'HAS_BRANCH');
  expect(own.map(({ id, properties }) => [id, properties['since']])).toEqual([
    ['jia-association.HAS_BRANCH.yi-branch', '2005'],
    ['jia-association.HAS_BRANCH.yi-branch.2', '2001'],
  ]);
});

test('a table has only so many rows, and only so many mistakes before the rest of it is left', async () => {
  const lines = Array.from({ length: 9 }, (_, index) => `a,T,b${index},lead.1,x`);
  await writeFile(join(folder, 'relationships.csv'), ['from,type,to,evidence,quote', ...lines].join('\n'));
  const read = (limits: Partial<typeof tableLimits>, isWrong: boolean) =>
    readTable(folder, 'relationships', relationshipColumns, {
      limits: { ...tableLimits, ...limits },
      onRow: ({ line }, { file }) =>
        isWrong ? [{ file, line, id: 'x', code: 'twice', message: 'wrong', hint: 'right' }] : [],
    });
  const long = await read({ rows: 5 }, false);
  expect(long).toMatchObject({
    complete: false,
    problems: [{ line: 7, code: 'too-many-rows', message: 'the table has more than 5 rows' }],
  });
  const wrong = await read({ mistakes: 3 }, true);
  expect(wrong?.problems.map(({ code, line }) => [code, line])).toEqual([
    ['twice', 2],
    ['twice', 3],
    ['twice', 4],
    ['too-many-mistakes', 4],
  ]);
});

test('whatever stands in a table, its rows come as they were written', async () => {
  const cell = string({ unit: 'grapheme' }).map((text) => text.replaceAll(/\p{Cc}|\uFFFD/gu, ' ').trim());
  const row = tuple(cell, cell, cell).map(([id, name, nameEn]) => [`${id}x`, name, nameEn]);
  await assert(
    asyncProperty(
      array(row, { minLength: 1, maxLength: 30 }),
      constantFrom(',', ';', '\t'),
      async (rows, delimiter) => {
        const header = ['id', 'name', 'nameEn', 'summary', 'summaryEn', 'labels', 'evidence', 'quote'];
        const full = rows.map((cells) => [...cells, '', '', '', '', '']);
        await writeFile(join(folder, 'nodes.csv'), stringify([header, ...full], { delimiter }));
        const table = await readTable(folder, 'nodes', nodeColumns);
        expect(table?.problems).toEqual([]);
        expect(Array.from(table?.rows ?? [], ({ cells }) => cells)).toEqual(full);
      },
    ),
    { numRuns: 60 },
  );
});

test('rows can be gone through more than once, however many they are', () => {
  const rows = new PackedRows();
  const all = Array.from({ length: 2_500 }, (_, index) => ({ cells: [`甲${index}`, '', 'b'], line: 2 * index }));
  for (const row of all) rows.push(row);
  expect([...rows]).toEqual(all);
  expect([...rows]).toEqual(all);
  expect(rows.length).toBe(2_500);
});

function byId<Item extends { id: string }>(items: Item[]): Item[] {
  return items.toSorted((left, right) => (left.id < right.id ? -1 : 1));
}
