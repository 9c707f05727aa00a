import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import {
  button,
  dialog,
  expectInPicture,
  expectInspected,
  inChinese,
  inEnglish,
  notices,
  openByKey,
} from './reader.ts';
import { editor, openWorkbench, write } from './workbench.ts';

const metre = '/data/metre-convention/';
// A data set that has not been loaded is told to be on its way, which a browser notes as an error.
const onItsWay = /503/;
const jinhuaTitle = '金华市律师协会党委先进事迹';
const metreTitle = '米制公约与世界的计量单位';

const title = (page: Page): Locator => page.locator('.header h1');
const chooser = (page: Page): Locator => button(page, inChinese('dataSets.choose'));
const menu = (page: Page): Locator => page.getByRole('menu', { name: inChinese('dataSets.label') });
const item = (page: Page, name: string): Locator => menu(page).getByRole('menuitem', { name: new RegExp(name) });

const pathOf = (page: Page): string => new URL(page.url()).pathname;
const hashOf = (page: Page): string => new URL(page.url()).hash;

async function expectTitle(page: Page, text: string): Promise<void> {
  await expect.poll(() => title(page).textContent()).toBe(text);
}

describeTask('a reader who chooses a data set', (explorer) => {
  it('finds the others beside the title, goes there, and comes back by the browser', async () => {
    const page = await explorer.open({ hash: 'sel=joint-branches', expected: onItsWay });
    await expectInspected(page, '联合党支部');
    await chooser(page).click();
    await expect.poll(() => menu(page).getByRole('menuitem').count()).toBe(2);
    expect(await item(page, jinhuaTitle).textContent()).toContain('263');
    expect(await axeFindings(page)).toEqual([]);
    await item(page, metreTitle).click();
    await expectTitle(page, metreTitle);
    await pictureOf(page);
    expect(pathOf(page)).toBe(metre);
    await expectInPicture(page, 'metre-convention');
    expect(await page.title()).toBe(metreTitle);
    await page.goBack();
    await expectTitle(page, jinhuaTitle);
    await expectInspected(page, '联合党支部');
    expect(pathOf(page)).toBe('/');
    await page.goForward();
    await expectTitle(page, metreTitle);
  });

  it('does so by keys alone', async () => {
    const page = await explorer.open({ expected: onItsWay });
    await pictureOf(page);
    await chooser(page).focus();
    await page.keyboard.press('Enter');
    await menu(page).waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => menu(page).count()).toBe(0);
    await expect.poll(() => chooser(page).evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await menu(page).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expectTitle(page, metreTitle);
  });

  it('finds the others in the palette, too, by their titles', async () => {
    const page = await explorer.open({ path: metre, hash: 'lang=zh', expected: onItsWay });
    await expectTitle(page, metreTitle);
    await openByKey(page, 'Control+k');
    const offered = dialog(page).getByRole('menuitem');
    await dialog(page).getByPlaceholder(inChinese('palette.label')).fill(inChinese('dataSets.label'));
    // The page's own one leads nowhere.
    await expect.poll(() => offered.allTextContents()).toEqual([inChinese('dataSets.open', { title: jinhuaTitle })]);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectTitle(page, jinhuaTitle);
    expect(pathOf(page)).toBe('/');
    await button(page, inChinese('page.language')).click();
    await openByKey(page, 'Control+k');
    await dialog(page).getByPlaceholder(inEnglish('palette.label')).fill('metre convention');
    await offered.click();
    await expectTitle(page, 'The Metre Convention and the Units of the World');
  });

  it('goes on in the language that was spoken', async () => {
    const page = await explorer.open({ path: metre, hash: 'lang=zh', expected: onItsWay });
    await expectTitle(page, metreTitle);
    await chooser(page).click();
    await item(page, jinhuaTitle).click();
    await expectTitle(page, jinhuaTitle);
    await button(page, inChinese('page.language')).click();
    await button(page, inEnglish('dataSets.choose')).click();
    await page.getByRole('menuitem', { name: /Metre Convention/ }).click();
    await expectTitle(page, 'The Metre Convention and the Units of the World');
    await expect.poll(() => page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('does so on a phone, where the title leaves room for it', async () => {
    const page = await explorer.open({ ...phone, expected: onItsWay });
    await pictureOf(page);
    await chooser(page).tap();
    await menu(page).waitFor();
    const box = await menu(page).boundingBox();
    expect(box && box.x >= 0 && box.x + box.width <= 390).toBe(true);
    expect(await axeFindings(page)).toEqual([]);
    await item(page, metreTitle).tap();
    await expectTitle(page, metreTitle);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

describeTask('a reader of a data set beside the first one', (explorer) => {
  it('follows a link into it, and asks it alone', async () => {
    const asked: string[] = [];
    const page = await explorer.open({
      path: metre,
      hash: 'sel=kilogram&lang=zh',
      expected: onItsWay,
      before: async (opened) => void opened.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await pictureOf(page);
    await expectInPicture(page, 'kilogram');
    await openWorkbench(page);
    await write(page, 'MATCH (n:Entity) RETURN DISTINCT n.dataSet AS dataSet');
    await button(page, inChinese('workbench.run')).click();
    await expect.poll(() => page.locator('.results').textContent()).toContain('metre-convention');
    const elsewhere = asked.filter((path) => /^\/api\/(?!data-sets(\/metre-convention\/|$))/.test(path));
    expect(elsewhere).toEqual([]);
    expect(asked).toContain('/api/data-sets/metre-convention/cypher');
  });

  it('keeps what is written there apart from that of the first one', async () => {
    const page = await explorer.open({ path: metre, hash: 'lang=zh', expected: onItsWay });
    await pictureOf(page);
    await openWorkbench(page);
    await write(page, 'RETURN 1 AS metre');
    await expect.poll(() => page.evaluate(() => Object.keys(localStorage))).toContain('workbench.1.metre-convention');
    await page.goto(`${explorer.server.url}/`);
    await expectTitle(page, jinhuaTitle);
    await pictureOf(page);
    // The workbench stands as it stood.
    await editor(page).waitFor();
    await expect.poll(() => editor(page).textContent()).not.toContain('metre');
    await write(page, 'RETURN 1 AS lawyers');
    await expect.poll(() => page.evaluate(() => localStorage.getItem('workbench.1.jinhua-2011'))).toContain('lawyers');
    await page.goto(`${explorer.server.url}${metre}#lang=zh`);
    await expectTitle(page, metreTitle);
    await pictureOf(page);
    await expect
      .poll(async () => ((await editor(page).count()) > 0 ? editor(page).textContent() : ''))
      .toContain('RETURN 1 AS metre');
  });

  it('opens a file of a view there, also from the page of another', async () => {
    const page = await explorer.open({ expected: onItsWay });
    await pictureOf(page);
    // Too long for a link.
    const places = Array.from({ length: 900 }, (_, index) => `pos=place-${index}~${index}~${index}`).join('&');
    const file = {
      format: 'document-graph-explorer view',
      version: 1,
      dataSet: 'metre-convention',
      view: `lang=zh&layout=concentric&${places}`,
    };
    await button(page, inChinese('share.label')).click();
    await page.locator('input[type=file][accept*=json]').setInputFiles({
      name: 'metre-convention.view.json',
      mimeType: 'application/json',
      buffer: Buffer.from(JSON.stringify(file)),
    });
    await expect.poll(() => notices(page).textContent()).toContain(metreTitle);
    await button(notices(page), inChinese('file.openThere')).click();
    await expectTitle(page, metreTitle);
    await pictureOf(page);
    expect(pathOf(page)).toBe(metre);
    await expect.poll(() => button(page, inChinese('layout.concentric')).getAttribute('aria-pressed')).toBe('true');
  });

  it('is told of a name that there is not, with those that there are', async () => {
    const page = await explorer.open({ path: '/data/metre/', hash: 'lang=zh', expected: /404/ });
    const alert = page.locator('main').getByRole('alert');
    await expect.poll(() => alert.textContent()).toContain(inChinese('error.unknown-data-set', { name: 'metre' }));
    const links = page.getByRole('navigation', { name: inChinese('dataSets.label') }).getByRole('link');
    await expect.poll(() => links.allTextContents()).toEqual([jinhuaTitle, metreTitle]);
    expect(await axeFindings(page)).toEqual([]);
    await links.last().click();
    await expectTitle(page, metreTitle);
    expect(hashOf(page)).toContain('lang=zh');
  });
});
