import { execFileSync } from 'node:child_process';
import { mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { mostDocumentBytes } from '../../server/document-info.ts';
import { documentTextOf, knowingOfText } from '../../server/document-text.ts';
import { readDescription, readOntology } from '../../server/ontology.ts';
import { openEmbedded } from '../queries/loaded-store.ts';
import { changed, tinyDocument, tinyFiles, withDataSet } from '../seed/tiny-data-set.ts';
import type { RunningApp } from './running-app.ts';
import { startApp, startAppOver } from './running-app.ts';

let folder: string;
let app: RunningApp;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'text-'));
  const documentText = await textOf('<b>\u202ebold</b>\r\n');
  app = await startAppOver({ ...(await openEmbedded()), documentText });
});
afterAll(async () => {
  await app.stop();
  await rm(folder, { recursive: true, force: true });
});

describe('GET /api/document-text', () => {
  it('is the text as the file has it, and never a page', async () => {
    const response = await app.get('/api/document-text');
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8');
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await response.text()).toBe('<b>\u202ebold</b>\r\n');
  });

  it('is sent once to who asks for it again', async () => {
    const first = await app.get('/api/document-text');
    const etag = first.headers.get('etag') ?? '';
    expect(etag).toMatch(/^"[\w-]+"$/);
    // Without it, fetch asks for an answer that no cache has.
    const usual = { 'cache-control': 'max-age=0' };
    const again = await app.get('/api/document-text', { 'if-none-match': etag, ...usual });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const other = await app.get('/api/document-text', { 'if-none-match': '"another"', ...usual });
    expect(other.status).toBe(200);
  });

  it('is only read', async () => {
    const response = await app.post('/api/document-text', {});
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([405, 'method-not-allowed']);
  });

  it('is a problem with a code where the server has no text', async () => {
    const without = await startApp();
    try {
      const response = await without.get('/api/document-text');
      expect([response.status, Problem.parse(await response.json()).code]).toEqual([404, 'no-document-text']);
    } finally {
      await without.stop();
    }
  });
});

describe('the text of a document, as the server reads it', () => {
  it('is the one that is named, else the data set’s own, else none', async () => {
    const own = changed([
      { file: 'passages.yaml', find: '  id: introduction\n', put: '  id: introduction\n  text: own.txt\n' },
    ]);
    await withDataSet(own, async (dataSet) => {
      await writeFile(join(dataSet, 'own.txt'), tinyDocument);
      const named = join(folder, 'named.txt');
      await writeFile(named, '别的');
      const { textName } = await readDescription(dataSet);
      expect((await documentTextOf(dataSet, { own: textName }))?.bytes.toString()).toBe(tinyDocument);
      expect((await documentTextOf(dataSet, { own: textName, named }))?.bytes.toString()).toBe('别的');
    });
    await withDataSet(tinyFiles, async (dataSet) => {
      const { ontology, textName } = await readDescription(dataSet);
      expect(await documentTextOf(dataSet, { own: textName })).toBeUndefined();
      expect(knowingOfText(ontology, undefined).document.hasText).toBe(false);
      expect(knowingOfText(ontology, await textOf('甲')).document.hasText).toBe(true);
    });
  });

  it.each([
    [
      'not UTF-8',
      Buffer.from([0xd6, 0xd0]),
      /^the text of the document cannot be read: .*text\.txt: the file is not UTF-8$/,
    ],
    [
      'too large',
      Buffer.alloc(mostDocumentBytes + 100_000, 'a'),
      /^the text of the document cannot be read: .*text\.txt: the file has .*, and 5\.0 MB are the most$/,
    ],
  ])('is refused in a sentence where it is %s', async (_what, bytes, message) => {
    await expect(textOf(bytes)).rejects.toThrow(message);
  });

  it.each(['nowhere.txt', '.'])('is refused in a sentence where there is no file: %s', async (name) => {
    await expect(documentTextOf(folder, { named: join(folder, name) })).rejects.toThrow(
      /^the text of the document cannot be read: [^\n]*$/,
    );
  });

  it('never lies outside the data set’s folder, unless its owner names it', async () => {
    const elsewhere = join(folder, 'elsewhere.txt');
    await writeFile(elsewhere, '别处');
    await withDataSet(tinyFiles, async (dataSet) => {
      await symlink(elsewhere, join(dataSet, 'link.txt'));
      await writeFile(join(dataSet, '..', 'secret.txt'), 'secret');
      for (const own of ['link.txt', '../secret.txt']) {
        await expect(documentTextOf(dataSet, { own })).rejects.toThrow(
          /: the file is a link that leads out of the folder$/,
        );
      }
      const named = join(dataSet, 'link.txt');
      expect((await documentTextOf(dataSet, { named }))?.bytes.toString()).toBe('别处');
    });
    const above = changed([
      { file: 'passages.yaml', find: '  id: introduction\n', put: '  id: introduction\n  text: ../secret.txt\n' },
    ]);
    await withDataSet(above, async (dataSet) => {
      await expect(readOntology(dataSet)).rejects.toThrow(
        /document\.text: the text is a \.txt or \.md file in the same folder$/,
      );
    });
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe or a device', async () => {
    await withDataSet(tinyFiles, async (dataSet) => {
      execFileSync('sh', ['-c', 'mkfifo "$0"', join(dataSet, 'pipe.txt')]);
      await expect(documentTextOf(dataSet, { own: 'pipe.txt' })).rejects.toThrow(/: it is no file$/);
      for (const named of [join(dataSet, 'pipe.txt'), '/dev/zero']) {
        await expect(documentTextOf(dataSet, { named })).rejects.toThrow(/: it is no file$/);
      }
    });
  });
});

/** A text as the server has it. */
async function textOf(content: string | Buffer) {
  const path = join(folder, 'text.txt');
  await writeFile(path, content);
  const text = await documentTextOf(folder, { named: path });
  if (!text) throw new Error('no text was read');
  return text;
}
