import type { Page } from 'playwright-core';
import { expect, inject, it } from 'vitest';
import type { Answer } from '../../server/contract/answer.ts';
import { imagesOf, textOf } from '../poppler/read-pdf.ts';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { longDocument } from './long-document.ts';
import { inChinese, pressUntil, searchFor } from './reader.ts';
import { tree } from './reading-pane.ts';
import { tinyFolder } from './tiny-folder.ts';

const missing = inject('popplerMissing');

/** Asks for a print by its keys; answers what the printer gets, as a PDF of the browser's. */
async function printed(page: Page): Promise<Buffer> {
  await page.locator('main').focus();
  const asked = page.locator('html[data-printed]');
  await pressUntil(page, 'Control+p', async () => (await asked.count()) === 1);
  return page.pdf({ format: 'A4' });
}

/** The browser's dialog for printing is none that a test can use. */
const before = (page: Page): Promise<unknown> =>
  page.addInitScript('globalThis.print = () => { document.documentElement.dataset.printed = ""; }');

describeTask('print the page', (explorer) => {
  it('gives the picture as lines and text, and what is said of the selected node, without buttons', async ({
    skip,
  }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({ before });
    await pictureOf(page);
    await (await searchFor(page, '五个同步')).first().click();
    await page.locator('.inspector .citation').first().waitFor();
    const pdf = await printed(page);
    const text = (await textOf(pdf)).replaceAll(/\s/g, '');
    for (const there of ['百名律师联百村', '金华市律师协会', '“一是党的组织同步建立”']) {
      expect(text).toContain(there);
    }
    for (const away of [inChinese('layout.concentric'), inChinese('layout.force'), inChinese('inspector.close')]) {
      expect(text).not.toContain(away);
    }
    expect(await imagesOf(pdf)).toEqual([]);
  });

  it('gives all of the document beside the picture, and nothing that is there to be pressed', async ({ skip }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({ hash: 'view=reading' });
    await tree(page).locator('.reading-gist').first().waitFor();
    const response = await fetch(`${explorer.server.url}/api/queries/passages`);
    const answer: Answer = await response.json();
    const gists = answer.graph.nodes
      .filter(({ labels }) => labels.includes('Passage'))
      .map(({ properties }) => String(properties['summary']).replaceAll(/\s/g, ''));
    // As by the browser's own menu.
    const text = (await textOf(await page.pdf({ format: 'A4' }))).replaceAll(/\s/g, '');
    expect(gists.length).toBeGreaterThan(await tree(page).locator('.reading-gist').count());
    expect(gists.filter((gist) => !text.includes(gist))).toEqual([]);
    expect(text).toContain('“现有律师事务所115家”');
    for (const away of [
      inChinese('reading.follow'),
      inChinese('reading.bringRest', { n: 8 }).replaceAll(' ', ''),
      inChinese('coverage.asTable'),
    ]) {
      expect(text).not.toContain(away);
    }
    await expect.poll(() => page.locator('.print-reading').count()).toBe(0);
  });

  it('gives all rows of the table, and then the page as it was', async ({ skip }) => {
    skip(missing !== null, missing ?? '');
    const page = await explorer.open({ before, hash: 'view=table' });
    await pictureOf(page);
    const rows = page.locator('.table-twin [role=row]');
    await rows.nth(2).waitFor();
    const inDocument = await rows.count();
    const text = (await textOf(await printed(page))).replaceAll(/\s/g, '');
    // The heading stands on each page.
    const [, ...table] = text.split(inChinese('table.name') + inChinese('table.kind'));
    const nodes = await pictureOf(page);
    // The page has those in sight only.
    expect(nodes.length).toBeGreaterThan(inDocument);
    const captions = nodes.map(({ caption }) => caption.replaceAll(/\s/g, ''));
    expect(captions.filter((caption) => !table.join('').includes(caption))).toEqual([]);
    await expect.poll(() => page.locator('.print-host').count()).toBe(0);
    expect(await page.locator('.table-twin').isVisible()).toBe(true);
  });
});

describeTask(
  'print a document of three thousand sentences',
  (explorer) => {
    it('gives the first thousand lines, and says how many more there are', async ({ skip }) => {
      skip(missing !== null, missing ?? '');
      const page = await explorer.open({ hash: 'view=reading' });
      await tree(page).locator('.reading-gist').first().waitFor();
      const lines = await tree(page).getByRole('treeitem').count();
      const text = (await textOf(await page.pdf({ format: 'A4' }))).replaceAll(/\s/g, '');
      expect(text).toContain('说到s2.i3.p1.10');
      expect(text).not.toContain('说到s30.i10.p1.10');
      expect(text).toContain(inChinese('reading.notPrinted', { n: lines - 1_000 }).replaceAll(' ', ''));
    });
  },
  { DATA_SET: tinyFolder(longDocument) },
);
