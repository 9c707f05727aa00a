import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import type { Answer } from '../../server/contract/answer.ts';
import { fontsOf, imagesOf, informationOf, textOf } from '../poppler/read-pdf.ts';
import { describeTask } from './explorer.ts';
import { choose, exported, openExport } from './export-dialog.ts';
import { dialog, inChinese, inEnglish } from './reader.ts';

const missing = inject('popplerMissing');

/** The text of the picture as PDF without white space: a caption may have several lines. */
async function textOfPdf(page: Page): Promise<{ text: string; pdf: Buffer; name: string }> {
  const { name, content } = await exported(page);
  return { text: (await textOf(content)).replaceAll(/\s/g, ''), pdf: content, name };
}

async function choosePdf(page: Page): Promise<void> {
  await openExport(page);
  await choose(page, inChinese('exporting.format.pdf'));
}

describeTask('export the picture as PDF', (explorer) => {
  it('gives the Chinese names as text, in a font of which the file has a part, and asks no other server', async ({
    skip,
  }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open();
    const asked: string[] = [];
    page.context().on('request', (request) => asked.push(request.url()));
    await choosePdf(page);
    const { text, pdf, name } = await textOfPdf(page);
    expect(name).toBe('jinhua-2011.pdf');
    for (const caption of [
      '金华市律师协会党委',
      '金华市律师协会',
      '五个同步',
      '服务企业转型升级',
      '2010年党的组织覆盖面100%',
    ]) {
      expect(text).toContain(caption);
    }
    expect(await imagesOf(pdf)).toEqual([]);
    expect((await fontsOf(pdf)).filter(({ isSubset, hasUnicode }) => !isSubset || !hasUnicode)).toEqual([]);
    expect(pdf.length).toBeLessThan(200_000);
    expect(asked.filter((address) => address.endsWith('.woff')).length).toBeGreaterThan(5);
    expect(asked.filter((address) => !address.startsWith(explorer.server.url))).toEqual([]);
  });

  it('gives the English names on A3, with the language said', async ({ skip }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({ hash: 'lang=en' });
    await openExport(page);
    await choose(page, inEnglish('exporting.format.pdf'));
    await choose(page, 'A3');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      dialog(page)
        .getByRole('button', { name: inEnglish('exporting.start'), exact: true })
        .click(),
    ]);
    const pdf = await readFile(await download.path());
    const text = (await textOf(pdf)).replaceAll(/\s+/g, ' ');
    for (const caption of [
      'Party Committee of the Jinhua Lawyers Association',
      'Zhejiang’s Professional Conduct, 2008',
    ]) {
      expect(text).toContain(caption);
    }
    expect((await informationOf(pdf)).get('Page size')).toContain('A3');
    expect(pdf.toString('latin1')).toContain('/Lang (en)');
  });

  it('gives the organisation chart when that is what is shown', async ({ skip }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({ hash: 'surface=chart' });
    await page.locator('[data-card]').first().waitFor();
    await page.keyboard.press('x');
    await choose(page, inChinese('exporting.format.pdf'));
    const { text } = await textOfPdf(page);
    for (const written of ['组织结构图', '律师事务所党支部', '37个', '监督']) expect(text).toContain(written);
  });

  it('tells of letters that the font does not have', async ({ skip }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({
      before: (opened) =>
        opened.route('**/api/queries/overview', async (route) => {
          const response = await route.fetch();
          const answer: Answer = await response.json();
          for (const { properties } of answer.graph.nodes) {
            if (properties['name'] === '金华市律师协会') properties['name'] = '金华😀协会𠮷';
          }
          await route.fulfill({ response, json: answer });
        }),
    });
    await choosePdf(page);
    const { text } = await textOfPdf(page);
    expect(text).toContain('金华□协会□');
    await dialog(page)
      .getByText(inChinese('exporting.undrawn', { n: 2, letters: '😀 𠮷' }))
      .waitFor();
  });

  it('says what to do where the font does not come, and gives the file when it does', async () => {
    const page = await explorer.open({ expected: /Failed to load resource/ });
    await page.route('**/*.woff', (route) => route.abort());
    await choosePdf(page);
    const start = dialog(page).getByRole('button', { name: inChinese('exporting.start'), exact: true });
    await start.click();
    const alert = dialog(page).getByRole('alert');
    await expect.poll(() => alert.textContent()).toBe(inChinese('exporting.noFont'));
    await page.unroute('**/*.woff');
    const { content } = await exported(page);
    expect(content.toString('latin1', 0, 5)).toBe('%PDF-');
  });
});
