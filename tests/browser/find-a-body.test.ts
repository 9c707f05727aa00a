import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf, placesOf } from './picture.ts';
import { button, expectInPicture, expectInspected, inChinese, inEnglish, searchBox, searchFor } from './reader.ts';

/** Waits until a name is among the results. */
async function expectFound(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('option', { name }).first().waitFor();
}

describeTask('a reader who looks for a body', (explorer) => {
  it('clicks where the search box will be before it is there, and types on', async () => {
    const typed = new EventEmitter();
    const page = await explorer.open({
      before: (opened) =>
        opened.route('**/api/queries/overview*', async (route) => {
          await once(typed, 'done');
          await route.continue();
        }),
    });
    await button(page, inChinese('search.placeholder')).click();
    await expect.poll(() => searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('lvshi');
    await page.getByRole('option').first().waitFor();
    typed.emit('done');
    await page.keyboard.press('Escape');
    expect((await pictureOf(page)).length).toBeGreaterThanOrEqual(20);
  });

  it.each([
    ['a word inside its name', '律师协会', /金华市律师协会党委/],
    ['pinyin', 'lvshi', /律师事务所/],
    ['the initials of its pinyin', 'lsxhdw', /金华市律师协会党委/],
    ['English', 'legal aid', /法律援助/],
  ])('finds it by %s', async (_way, text, name) => {
    const page = await explorer.open();
    await searchFor(page, text);
    await expectFound(page, name);
  });

  it('shows it with a click: a body that was not there comes with its neighbours, and nothing else moves', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    expect(before.has('legal-aid-centre')).toBe(false);
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectInspected(page, '法律援助中心');
    await expectInPicture(page, 'legal-aid-centre');
    const after = await placesOf(page);
    expect([...before].filter(([id, place]) => after.get(id)?.x !== place.x || after.get(id)?.y !== place.y)).toEqual(
      [],
    );
  });

  it('does it all from the keyboard', async () => {
    const page = await explorer.open();
    await placesOf(page);
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(inChinese('page.skipToSearch'));
    await page.keyboard.press('Enter');
    await expect.poll(() => searchBox(page).evaluate((box) => box === document.activeElement)).toBe(true);
    await page.keyboard.type('shengwei');
    await expectFound(page, /^省委/);
    const options = await page.getByRole('option').allTextContents();
    const place = options.findIndex((text) => text.startsWith('省委'));
    for (let step = 0; step <= place; step += 1) await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectInspected(page, '省委');
  });

  it('finds it in English by its English name', async () => {
    const page = await explorer.open({ hash: 'lang=en' });
    await searchFor(page, 'lawyers association');
    await page
      .getByRole('option', { name: /^Jinhua Lawyers Association/ })
      .first()
      .click();
    await expectInspected(page, 'Jinhua Lawyers Association');
  });

  it('is told that nothing fits, in either language', async () => {
    const page = await explorer.open();
    await searchBox(page).fill('不存在的东西');
    await page.getByText(inChinese('search.empty', { text: '不存在的东西' })).waitFor();
    const other = await explorer.open({ hash: 'lang=en' });
    await searchBox(other).fill('qqqqq');
    await other.getByText(inEnglish('search.empty', { text: 'qqqqq' })).waitFor();
  });

  it('loses nothing by typing what looks like a query or a tag', async () => {
    const page = await explorer.open();
    for (const text of [`'"\\ {}(`, '<img src=x onerror=alert(1)>']) {
      await searchBox(page).fill(text);
      await page.getByText(inChinese('search.empty', { text })).waitFor();
    }
  });
});
