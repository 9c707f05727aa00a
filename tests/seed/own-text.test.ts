import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readDataSet } from '../../graph-seed/read.ts';
import { SeedError } from '../../graph-seed/seed-error.ts';
import { changed, tinyDocument, withDataSet } from './tiny-data-set.ts';

const withText = changed([
  { file: 'passages.yaml', find: 'id: introduction', put: 'id: introduction\n  text: text.txt' },
]);

/** The messages of what is wrong where the data set has this as its document's text. */
async function problemsWith(text: string | Uint8Array | undefined, given?: string): Promise<string[]> {
  return withDataSet(withText, async (folder) => {
    if (text !== undefined) await writeFile(join(folder, 'text.txt'), text);
    try {
      const { document } = await readDataSet(folder, { document: given });
      expect(document).toBe(given ?? text);
      return [];
    } catch (error) {
      if (!(error instanceof SeedError)) throw error;
      return error.problems.map(({ id, line, file, message }) =>
        file.endsWith('text.txt') ? `text.txt:${line}: ${id}: ${message}` : `${id}: ${message}`,
      );
    }
  });
}

test('a data set that has its document’s text is compared with it without being told to', async () => {
  expect(await problemsWith(tinyDocument)).toEqual([]);
  expect(await problemsWith(tinyDocument.replace('律师30名', '律师31名'))).toEqual([
    'lawyers: the quote is not at lead.1: 律师30名',
  ]);
});

test('a text that is named on the command line is taken instead', async () => {
  expect(await problemsWith('another text', tinyDocument)).toEqual([]);
});

test('a text that is not there, or is no text, is one problem', async () => {
  expect(await problemsWith(undefined)).toEqual(['introduction: there is no file text.txt in the folder']);
  expect(await problemsWith(Uint8Array.of(0x61, 0x0a, 0xff))).toEqual([
    'text.txt:2: introduction: the file is not UTF-8',
  ]);
  expect(await problemsWith('甲\n乙\n\u0000')).toEqual(['text.txt:3: introduction: the line has a control character']);
});

test('a text may have form feeds between its pages', async () => {
  expect(await problemsWith(tinyDocument.replace('  一、工作', '\f  一、工作'))).toEqual([]);
});
