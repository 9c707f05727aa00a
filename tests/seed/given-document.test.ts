import { mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readGivenDocument } from '../../graph-seed/given-document.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'given-'));
});
afterAll(async () => {
  await rm(folder, { recursive: true });
});

test('a document that is given is its text, also where it is a link, or begins with a byte order mark', async () => {
  const path = join(folder, 'marked.txt');
  await writeFile(path, '\uFEFF甲协会简介\n');
  await symlink(path, join(folder, 'link.txt'));
  expect(await readGivenDocument(join(folder, 'link.txt'))).toBe('甲协会简介\n');
});

test('where no document is given, there is none', async () => {
  expect(await readGivenDocument(undefined)).toBeUndefined();
});

test('a document that is given may be a folder: that is said in a sentence', async () => {
  await expect(readGivenDocument(folder)).rejects.toThrow(`the document cannot be read: ${folder}: it is no file`);
});

test('a document that is not UTF-8 is not compared, and the line that shows it is named', async () => {
  const path = join(folder, 'latin.txt');
  await writeFile(path, Buffer.from('one\ntwo\ncaf\xe9\n', 'latin1'));
  await expect(readGivenDocument(path)).rejects.toThrow(
    `the document cannot be read: ${path}:3: the file is not UTF-8`,
  );
});

test('a document of more than the 5 MB that the page shows is not read', async () => {
  const path = join(folder, 'large.txt');
  await writeFile(path, '');
  await truncate(path, 6_000_000);
  await expect(readGivenDocument(path)).rejects.toThrow(
    `the document cannot be read: ${path}: the file has 6.0 MB, and 5.0 MB are the most`,
  );
});
