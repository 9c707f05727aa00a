import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract.ts';
import { documentTextOf, knowingOfText, mostDocumentBytes } from '../../server/document-text.ts';
import { readOntology } from '../../server/ontology.ts';
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
      expect((await documentTextOf(dataSet, undefined))?.bytes.toString()).toBe(tinyDocument);
      expect((await documentTextOf(dataSet, named))?.bytes.toString()).toBe('别的');
    });
    await withDataSet(tinyFiles, async (dataSet) => {
      const ontology = await readOntology(dataSet);
      expect(await documentTextOf(dataSet, undefined)).toBeUndefined();
      expect(knowingOfText(ontology, undefined).document.hasText).toBe(false);
      expect(knowingOfText(ontology, await textOf('甲')).document.hasText).toBe(true);
    });
  });

  it.each([
    ['not UTF-8', Buffer.from([0xd6, 0xd0]), /^the text of the document is not UTF-8: .*text\.txt$/],
    [
      'too large',
      Buffer.alloc(mostDocumentBytes + 1, 'a'),
      /^the text of the document has 5000001 bytes, and may have 5000000: .*text\.txt$/,
    ],
  ])('is refused in a sentence where it is %s', async (_what, bytes, message) => {
    await expect(textOf(bytes)).rejects.toThrow(message);
  });

  it.each(['nowhere.txt', '.'])('is refused in a sentence where there is no file: %s', async (name) => {
    await expect(documentTextOf(folder, join(folder, name))).rejects.toThrow(
      /^the text of the document cannot be read: [^\n]*$/,
    );
  });
});

/** A text as the server has it. */
async function textOf(content: string | Buffer) {
  const path = join(folder, 'text.txt');
  await writeFile(path, content);
  const text = await documentTextOf(folder, path);
  if (!text) throw new Error('no text was read');
  return text;
}
