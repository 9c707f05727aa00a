import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Locator, Page, Request } from 'playwright-core';
import { afterAll, expect, it } from 'vitest';
import { tinyDocument } from '../seed/tiny-data-set.ts';
import { dropFile } from './drop-file.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { longDocument } from './long-document.ts';
import { madeText } from './made-text.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, inChinese, inEnglish, inspector } from './reader.ts';
import { tinyFolder } from './tiny-folder.ts';

const text = madeText();
const source = (page: Page): Locator => page.getByRole('region', { name: inChinese('original.title'), exact: true });
const passage = (page: Page, address: string): Locator => page.locator(`[data-passage="${address}"]`);
const marks = (page: Page, address: string): Locator => passage(page, address).locator('mark');

/** Words without what stands between them. */
const bare = (words: string | null): string | undefined => words?.replaceAll(/[:：\s]/g, '');

/** Unfolds a part of the pane that is folded away. */
async function unfoldPart(page: Page, word: 'reading.wholeText' | 'reading.coverage'): Promise<void> {
  const part = button(page, inChinese(word));
  if ((await part.getAttribute('aria-expanded')) === 'false') await part.click();
}

async function chooseFile(page: Page, content: string, name = '原文.txt'): Promise<void> {
  await unfoldPart(page, 'reading.wholeText');
  await page
    .locator('.original-text input[type=file]')
    .setInputFiles({ name, mimeType: 'text/plain', buffer: Buffer.from(content) });
}

describeTask('the text of the document, from a file of the reader’s', (explorer) => {
  it('is shown with its quotes marked when it is dropped on the page, and no request carries it', async () => {
    const requests: Request[] = [];
    const page = await explorer.open({
      before: async (opened) => void opened.on('request', (request) => requests.push(request)),
    });
    await pictureOf(page);
    await dropFile(page.locator('main'), text, '原文.txt', 'text/plain');
    await marks(page, 'title').first().waitFor();
    await unfoldPart(page, 'reading.wholeText');
    await source(page).getByText(inChinese('original.allMatch')).waitFor();
    expect(await source(page).textContent()).toContain(inChinese('original.ofFile', { name: '原文.txt' }));
    const words = await passage(page, 'title').locator('.passage-text').textContent();
    expect(text).toContain(words?.trim());
    // What would be sent is read in each request, not guessed from how many there are.
    const sent = requests.map((request) => decodeURIComponent(request.url()) + (request.postData() ?? ''));
    expect(sent.length).toBeGreaterThan(3);
    expect(sent.filter((all) => all.includes(text.slice(0, 12)) || all.includes('原文.txt'))).toEqual([]);
    expect(requests.filter((request) => request.method() !== 'GET').map((request) => request.url())).toEqual([]);
  });

  it('is there after a reload, and gone when it is put away', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await chooseFile(page, text);
    await marks(page, 'title').first().waitFor();
    // The page begins to keep things a moment after its first picture.
    await expect.poll(() => page.evaluate(() => Object.keys(sessionStorage).join())).toContain('original-text');
    await page.reload();
    await marks(page, 'title').first().waitFor();
    await unfoldPart(page, 'reading.wholeText');
    await button(page, inChinese('original.close')).click();
    await expect.poll(() => page.locator('.passage-text').count()).toBe(0);
    await source(page).getByText(inChinese('original.stays')).waitFor();
    expect(await source(page).evaluate((part) => part.contains(document.activeElement))).toBe(true);
    await page.reload();
    await passage(page, 'title').getByRole('button').first().waitFor();
    expect(await page.locator('.passage-text').count()).toBe(0);
  });

  it('leads from a mark to what it gave, by mouse and by keys, and what is selected stands out', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await chooseFile(page, text);
    const several = marks(page, 'lead.1').and(page.locator('[aria-expanded]')).first();
    await several.click();
    const facts = passage(page, 'lead.1').getByRole('list').getByRole('button');
    expect(await facts.count()).toBeGreaterThan(1);
    await facts.first().click();
    await inspector(page).getByRole('heading', { level: 2 }).waitFor();
    await expect.poll(() => several.getAttribute('aria-current')).toBe('true');
    expect(await several.locator('strong').count()).toBeGreaterThan(0);
    await expect.poll(() => passage(page, 'title').locator('mark[aria-current]').count()).toBe(0);

    await passage(page, 'lead.1').focus();
    await page.keyboard.press('ArrowRight');
    const focused = page.locator('mark:focus');
    await focused.waitFor();
    await page.keyboard.press('Enter');
    await expect.poll(() => focused.getAttribute('aria-expanded')).toBe('false');
    await page.keyboard.press(' ');
    await expect.poll(() => focused.getAttribute('aria-expanded')).toBe('true');
  });

  it('selects at once what a mark alone gave', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await chooseFile(page, text);
    const single = page.locator('mark:not([aria-expanded])').first();
    const [id = ''] = JSON.parse((await single.getAttribute('data-facts')) ?? '[]');
    await single.click();
    await expectInAddress(page, 'sel', [String(id)]);
    await expect.poll(() => single.getAttribute('aria-current')).toBe('true');
  });

  it('says of a clause that was left out why', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await chooseFile(page, text);
    const clause = page.locator('.left-out').first();
    await clause.click();
    await page.locator('.passage-text .hint').waitFor();
    const told = await page.locator('.passage-text .hint').textContent();
    expect(told).toBe(await clause.getAttribute('title'));
  });

  it('lists the quotes that are not at their addresses, and the passages that are not found', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await passage(page, 'lead.1').waitFor();
    const quote = await passage(page, 'lead.1').locator('.reading-phrase q').first().textContent();
    const opening = text.split('\n')[1]?.split('／')[0] ?? '';
    await chooseFile(page, text.replaceAll(quote ?? '', '别的话').replace(opening, '没有这一段'));
    const wrong = source(page).locator('details').first();
    await wrong.locator('summary').click();
    const line = wrong
      .getByRole('listitem')
      .filter({ hasText: quote ?? '' })
      .first();
    expect(await line.textContent()).toMatch(/lead\.1|title|head/);
    expect(await line.textContent()).toContain(inChinese('original.whose'));
    await source(page).locator('details').last().locator('summary').click();
    expect(await source(page).locator('details').last().textContent()).toContain(opening);
    await line.getByRole('button').first().click();
    await expect.poll(() => page.locator('[data-passage][data-marks~="sought"]').count()).toBe(1);
  });

  it.each([
    ['a picture', '\u0000\u0001PNG', 'original.binary'],
    ['another document', '这是另一份文件。'.repeat(20), 'original.otherFile'],
    ['nothing', ' ', 'original.empty'],
  ] as const)('is refused where it is %s, in words', async (_what, content, word) => {
    const page = await explorer.open({ hash: 'view=reading' });
    await passage(page, 'title').waitFor();
    await chooseFile(page, content);
    const [told = ''] = inChinese(word).split('{');
    await source(page).getByRole('alert').filter({ hasText: told }).waitFor();
    expect(await page.locator('.passage-text').count()).toBe(0);
  });

  it('is told once where it is refused, and is no view, which opens wherever it is dropped', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await passage(page, 'title').waitFor();
    const [told = ''] = inChinese('original.otherFile').split('{');
    await dropFile(passage(page, 'title'), '这是另一份文件。'.repeat(20), 'a.txt');
    await page.getByText(told).first().waitFor();
    expect(await page.getByText(told).count()).toBe(1);
    await dropFile(passage(page, 'title'), '{"format":"other"}', 'a.view.json');
    await page.getByText(inChinese('file.unreadable')).first().waitFor();
    expect(await page.getByText(told).count()).toBe(1);
  });

  it('is never a page: signs of HTML stay signs, and what turns text round is named', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    const [first = ''] = text.split('\n');
    await chooseFile(page, text.replace(first, `${first}<img src=x onerror="document.title='gone'">\u202e`));
    await page.locator('.passage-text').first().waitFor();
    expect(await page.locator('.passage-text').first().textContent()).toContain('<img src=x onerror=');
    expect(await page.locator('.passage-text').first().textContent()).toContain('⟨202E⟩');
    expect(await page.locator('.passage-text img').count()).toBe(0);
    expect(await page.title()).not.toBe('gone');
  });

  it('can be read on a phone, in English and in the dark', async () => {
    const page = await explorer.open({ hash: 'view=reading&lang=en', colorScheme: 'dark', ...phone });
    await page.locator('[data-passage="title"]').waitFor();
    await dropFile(page.locator('main'), text, 'text.txt', 'text/plain');
    const mark = marks(page, 'title').first();
    await mark.tap();
    await passage(page, 'title').locator('.text-facts, [aria-current]').first().waitFor();
    expect(await mark.getAttribute('aria-label')).toContain(
      inEnglish('original.mark', { quote: '', n: '' }).split('“')[0],
    );
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(await axeFindings(page, ['.original-text', '.coverage', '.passage-text'])).toEqual([]);
  });
});

const folder = mkdtempSync(join(tmpdir(), 'made-text-'));
writeFileSync(join(folder, 'text.txt'), text);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describeTask(
  'the text of the document, from the server',
  (explorer) => {
    it('is there when the document is opened, and gives way to a file until that is put away', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await marks(page, 'title').first().waitFor();
      await unfoldPart(page, 'reading.wholeText');
      await source(page).getByText(inChinese('original.ofServer')).waitFor();
      await chooseFile(page, text, '我的.txt');
      await source(page).getByText('我的.txt').waitFor();
      await button(page, inChinese('original.close')).click();
      await source(page).getByText(inChinese('original.ofServer')).waitFor();
      expect(await axeFindings(page, ['.original-text', '.coverage', '.passage-text'])).toEqual([]);
    });

    it('shows how much each passage gave, and leads there by mouse and by keys', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await unfoldPart(page, 'reading.coverage');
      const cells = page.locator('.coverage-cell');
      await cells.first().waitFor();
      await marks(page, 'title').first().waitFor();
      await expect.poll(() => page.locator('.coverage-share').count()).toBeGreaterThan(0);
      const last = cells.last();
      await last.hover();
      const told = await page.locator('.coverage-told').textContent();
      expect(bare(await last.getAttribute('aria-label'))).toBe(bare(told));
      await last.click();
      await expect.poll(() => page.locator('[data-passage][data-marks~="sought"]').count()).toBe(1);

      await cells.first().focus();
      // What is told of the cell that has the focus outlasts a pointer that passes by.
      await page.mouse.move(0, 0);
      const toldOfFirst = await page.locator('.coverage-told').textContent();
      await last.hover();
      await page.mouse.move(0, 0);
      expect(await page.locator('.coverage-told').textContent()).toBe(toldOfFirst);
      await page.keyboard.press('ArrowRight');
      await page.keyboard.press('End');
      await page.keyboard.press('ArrowLeft');
      const label = await page.locator('.coverage-cell:focus').getAttribute('aria-label');
      await page.keyboard.press('Enter');
      await expect
        .poll(async () =>
          label?.startsWith((await page.locator('[data-marks~="sought"] .reading-place').textContent()) ?? '?'),
        )
        .toBe(true);
    });

    it('has the same as a table, with what was left out and why', async () => {
      const page = await explorer.open({ hash: 'view=reading' });
      await unfoldPart(page, 'reading.coverage');
      await page.locator('.coverage-cell').first().waitFor();
      const sentence = await page.locator('.coverage-cell[data-left-out="true"]').first().getAttribute('aria-label');
      await button(page, inChinese('coverage.asTable')).click();
      const rows = page.locator('.coverage tbody').getByRole('rowheader');
      expect(await rows.count()).toBeGreaterThan(20);
      const omission = await page.locator('.coverage-omission').first().textContent();
      expect(sentence).toContain(omission);
      expect(await axeFindings(page, ['.coverage'])).toEqual([]);
    });
  },
  { DOCUMENT_TEXT: join(folder, 'text.txt') },
);

/** Five million bytes: the passages of the long document, of which each begins with 一, in a text of as many. */
const longText = [
  tinyDocument.split('一、')[0],
  ...Array.from({ length: 3_000 }, () => `一${'句很长的话，'.repeat(92)}\n`),
].join('');

describeTask(
  'a text of five million bytes in three thousand passages',
  (explorer) => {
    it('is shown where the reader is, and told in a strip of which each cell is of several passages', async () => {
      expect(Buffer.byteLength(longText)).toBeGreaterThan(4_900_000);
      const page = await explorer.open({ hash: 'view=reading' });
      await passage(page, 'title').waitFor();
      await chooseFile(page, longText);
      await marks(page, 'title').first().waitFor();
      await source(page)
        .getByText(inChinese('original.found', { n: 3_003, total: 3_003 }))
        .waitFor();
      expect(await page.locator('.passage-text').count()).toBeLessThan(60);
      const cells = page.locator('.coverage-cell');
      expect(await cells.count()).toBeLessThanOrEqual(150);
      await cells.last().click();
      await page.locator('[data-passage^="s30."][data-marks~="sought"] .passage-text').waitFor();
      expect(await page.locator('.passage-text').count()).toBeLessThan(60);
    });

    it('is shown in portions where much of it stands with one passage, for those after it are not found', async () => {
      const found = 1_600;
      const page = await explorer.open({ hash: 'view=reading&read=s16.i10.p1.10' });
      const last = passage(page, 's16.i10.p1.10');
      await last.waitFor();
      const lines = longText.split('一');
      await chooseFile(page, `${lines.slice(0, found + 1).join('一')}${lines.slice(found + 1).join('二')}`);
      await source(page).locator('details summary').last().click();
      const missing = source(page).locator('details').last().getByRole('listitem');
      expect(await missing.count()).toBe(10);
      expect(await missing.first().textContent()).toContain('s17.i1.p1.1');
      const length = async (): Promise<number> => (await last.locator('.passage-text p').textContent())?.length ?? 0;
      await expect.poll(length).toBe(2_000);
      await last.locator('.passage-text').getByRole('button').last().click();
      await expect.poll(length).toBe(4_000);
    });
  },
  { DATA_SET: tinyFolder(longDocument) },
);
