import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import {
  button,
  chips,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  openByKey,
  searchBox,
} from './reader.ts';

const spoken = (page: Page) => page.locator('.page > [aria-live=polite]');

async function expectSaid(page: Page, text: string | RegExp): Promise<void> {
  await expect.poll(() => spoken(page).textContent()).toMatch(text);
}

/** Presses Tab until the focus is on a control whose name fits. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const { activeElement: element } = document;
      const copy = element?.cloneNode(true);
      if (!(copy instanceof Element)) return '';
      // What is only drawn is no part of a name.
      for (const drawn of copy.querySelectorAll('[aria-hidden=true]')) drawn.remove();
      return copy.getAttribute('aria-label') ?? copy.textContent;
    });
    if (name.test(focused.trim())) return;
  }
  throw new Error(`Tab leads to no control named ${name}`);
}

describeTask('a reader with a keyboard alone', (explorer) => {
  it('goes from the search to a node, to its neighbour, to the words that say so, and back, and hears each', async () => {
    const page = await explorer.open();
    await expectSaid(page, /44/);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect.poll(() => searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    expect(new URL(page.url()).hash).toBe('');
    await page.keyboard.type('千村千顾问');
    await page.getByRole('option', { name: /^千村千顾问/ }).waitFor();
    await page.keyboard.press('Enter');
    await expectInspected(page, '千村千顾问');
    await expectSaid(page, '千村千顾问');
    await tabTo(page, new RegExp(`^${inChinese('inspector.expand')}$`));
    await page.keyboard.press('Enter');
    await expectSaid(page, /千村千顾问.*\d/);
    await tabTo(page, /^百名律师联百村$/);
    await page.keyboard.press('Enter');
    await expectInspected(page, '百名律师联百村');
    await expectSaid(page, '百名律师联百村');
    await tabTo(page, /^见原文/);
    await page.keyboard.press('Enter');
    const place = page.locator('.reading [data-marks~="sought"]');
    await expect.poll(() => place.textContent()).toContain('百名律师联百村');
    await page.keyboard.press('v');
    await expect.poll(() => page.locator('.reading').count()).toBe(0);
    await expectInspected(page, '百名律师联百村');
  });

  it('stays where it was when the control that it used goes away', async () => {
    const page = await explorer.open({ hash: 'sel=five-services&off=Figure&off=Award' });
    await pictureOf(page);
    const isIn = (part: string) => page.evaluate((name) => document.activeElement?.closest(name) !== null, part);
    await chips(page).first().getByRole('button').press('Enter');
    await expect.poll(() => chips(page).count()).toBe(1);
    await expect.poll(() => isIn('.chips')).toBe(true);
    await chips(page).first().getByRole('button').press('Enter');
    await expect.poll(() => chips(page).count()).toBe(0);
    await expect.poll(() => isIn('main')).toBe(true);
    await button(inspector(page), inChinese('inspector.hide')).press('Enter');
    await expectInPicture(page, 'five-services', false);
    await expect.poll(() => isIn('aside')).toBe(true);
  });

  it('names a group and goes on in its name', async () => {
    const page = await explorer.open({ hash: 'sel=group%0A1&grp=group%0A1~%E7%94%B2~open~five-services~lawyers' });
    await pictureOf(page);
    const field = inspector(page).getByRole('textbox');
    await field.fill('乙');
    await field.press('Enter');
    await expectInspected(page, '乙');
    expect(await field.evaluate((box) => box === document.activeElement)).toBe(true);
    await button(page, inChinese('history.undo')).click();
    await expect.poll(() => field.inputValue()).toBe('甲');
  });

  it('walks about in the picture by the arrows, and expands, pins, takes off and brings back', async () => {
    const page = await explorer.open({ hash: 'sel=five-services' });
    await openByKey(page, '?');
    await page.keyboard.press('Escape');
    await page.locator('.canvas').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => new URL(page.url()).hash).not.toContain('sel=five-services');
    const [id = ''] = new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll('sel');
    await page.keyboard.press('p');
    await expectInAddress(page, 'pin', [id]);
    await page.keyboard.press('e');
    await expectInAddress(page, 's', [`expand~${id}~25`]);
    await page.keyboard.press('h');
    await expectInPicture(page, id, false);
    await page.keyboard.press('Control+z');
    await expectInPicture(page, id);
    await expectSaid(page, inChinese('announce.undone', { act: '' }));
  });

  it('has every command by its name, and the questions and nodes too', async () => {
    const page = await explorer.open();
    await openByKey(page, 'Control+k');
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.type(inChinese('command.layout.tree'));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectInAddress(page, 'layout', ['tree']);
    await openByKey(page, 'Control+k');
    await page.keyboard.type('五大服务');
    const [first] = await page.getByRole('menuitem').allTextContents();
    expect(first).toContain('五大服务');
    await page.getByRole('menuitem', { name: '五大服务', exact: true }).click();
    await expectInspected(page, '五大服务');
    await openByKey(page, 'Control+k');
    await page.keyboard.type('no such thing');
    await expect.poll(() => page.getByRole('dialog').textContent()).toContain('no such thing');
    // The first empties the field, the second closes.
    await page.keyboard.press('Escape');
    await page.keyboard.press('Escape');
    await expect.poll(() => page.getByRole('dialog').count()).toBe(0);
  });

  it('reads which keys there are, and switches the single ones off for good', async () => {
    const page = await explorer.open();
    await openByKey(page, '?');
    expect(await axeFindings(page)).toEqual([]);
    await page.getByRole('checkbox', { name: inChinese('shortcuts.single') }).uncheck();
    await page.keyboard.press('Escape');
    await page.keyboard.press('l');
    await page.reload();
    await pictureOf(page);
    await openByKey(page, 'Control+k');
    await page.keyboard.press('Escape');
    await page.keyboard.press('?');
    await page.keyboard.press('l');
    expect(await page.getByRole('dialog').count()).toBe(0);
    await expectInAddress(page, 'view', []);
  });
});

describeTask('a reader of the text beside the picture', (explorer) => {
  const wide = { viewport: { width: 1700, height: 950 } };

  it('chooses a line of the outline, and it is selected in the picture; and the other way round', async () => {
    const page = await explorer.open({ hash: 'view=outline', ...wide });
    await pictureOf(page);
    const tree = page.getByRole('treegrid', { name: inChinese('view.outline') });
    await tree
      .getByRole('row', { name: /五项机制/ })
      .first()
      .click();
    await expectInAddress(page, 'sel', ['five-mechanisms']);
    await expectInspected(page, '五项机制');
    await openByKey(page, '?');
    await page.keyboard.press('Escape');
    await page.locator('.canvas').focus();
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => tree.locator('[aria-selected=true]').count()).toBeGreaterThan(0);
    await expect.poll(() => tree.locator('[aria-selected=true]').first().textContent()).not.toContain('五项机制');
    expect(await axeFindings(page)).toEqual([]);
  });

  it('sorts the table by relationships, and chooses its first row by keyboard', async () => {
    const page = await explorer.open({ hash: 'view=table', ...wide });
    await pictureOf(page);
    const table = page.getByRole('grid', { name: inChinese('view.table') });
    const header = table.getByRole('columnheader', { name: inChinese('table.count') });
    await header.click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('ascending');
    await header.click();
    await expect.poll(() => header.getAttribute('aria-sort')).toBe('descending');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    const first = await table.getByRole('row').nth(1).textContent();
    await expect.poll(() => table.locator('[aria-selected=true]').textContent()).toBe(first);
    expect(await axeFindings(page)).toEqual([]);
  });
});
