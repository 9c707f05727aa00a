import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { closeFile, makeFile, openFile } from './one-file.ts';
import { pictureOf } from './picture.ts';
import { button, dialog, expectInPicture, expectInspected, inChinese, openByKey } from './reader.ts';

const path = '/data/metre-convention/';
// A data set that has not been loaded is told to be on its way, which a browser notes as an error.
const expected = /503/;
const title = '米制公约与世界的计量单位';

describeTask('a reader who gives others a data set beside the first one', (explorer) => {
  it('takes it along as one file, which answers its questions without a server', async () => {
    const page = await explorer.open({ path, hash: 'lang=zh', expected });
    await pictureOf(page);
    const folder = await mkdtemp(join(tmpdir(), 'one-file-'));
    try {
      const made = await makeFile(page, folder);
      const browser = page.context().browser();
      if (!browser) throw new Error('the page has no browser');
      const opened = await openFile(browser, made, { hash: 'lang=zh' });
      await expectInPicture(opened.page, 'kilogram');
      expect(await opened.page.title()).toBe(title);
      expect(await button(opened.page, inChinese('dataSets.choose')).count()).toBe(0);
      await opened.page.locator('aside .questions button').first().click();
      await expect.poll(() => new URL(opened.page.url()).hash).toContain('q=');
      await pictureOf(opened.page);
      await closeFile(opened);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });

  it('shows it in a frame, without a way out of it', async () => {
    const page = await explorer.open({ path: `${path}?embed=1`, hash: 'lang=zh&sel=kilogram', expected });
    await expectInPicture(page, 'kilogram');
    expect(await button(page, inChinese('dataSets.choose')).count()).toBe(0);
    await openByKey(page, 'Control+k');
    const label = inChinese('dataSets.label');
    await dialog(page).getByPlaceholder(inChinese('palette.label')).fill(label);
    await dialog(page)
      .getByText(inChinese('palette.empty', { text: label }))
      .waitFor();
    await page.keyboard.press('Escape');
    const whole = page.locator('.embed-bar a');
    expect(await whole.getAttribute('href')).toMatch(/^\/data\/metre-convention\/(#|$)/);
  });

  it('copies a link that leads into it', async () => {
    const page = await explorer.open({
      path,
      hash: 'lang=zh&sel=kilogram',
      expected,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await expectInspected(page, '千克');
    await button(page, inChinese('share.label')).click();
    await page.getByRole('menuitem', { name: inChinese('share.copy') }).click();
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toContain(`${path}#`);
  });

  it('presents its story with notes in a window of its own', async () => {
    const page = await explorer.open({ path, hash: 'lang=zh&present=1', expected });
    const shown = page.locator('.show').getByRole('heading');
    await expect.poll(() => shown.first().textContent()).not.toBe('');
    const opened = page.waitForEvent('popup');
    await button(page, inChinese('show.presenter')).click();
    const presenter = await opened;
    expect(new URL(presenter.url()).pathname).toBe(path);
    const now = presenter.getByRole('region', { name: inChinese('presenter.now') });
    await expect
      .poll(() => now.getByRole('heading', { level: 3 }).textContent())
      .toBe(await shown.first().textContent());
  });
});
