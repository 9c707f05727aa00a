import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inEnglish } from './reader.ts';

/** The words of the page that are in the page's own language: what is marked as Chinese is left out, and the way back. */
async function chineseWords(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const han = /\p{Script=Han}/u;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    while (walker.nextNode()) {
      const { textContent, parentElement } = walker.currentNode;
      if (textContent !== null && han.test(textContent) && !parentElement?.closest('[lang^=zh], noscript'))
        found.push(textContent);
    }
    for (const element of document.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (element.closest('[lang^=zh]:not(html)')) continue;
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) {
        const value = element.getAttribute(name);
        if (value !== null && han.test(value)) found.push(`${name}: ${value}`);
      }
    }
    return found;
  });
}

/** Places of words that were left without their values: they would stand on the page as they are written. */
const unfilled = async (page: Page): Promise<string[]> =>
  (await page.locator('body').innerText()).match(/\{\w+[^}]*\}/g) ?? [];

describeTask('a reader who switches the language', (explorer) => {
  it('reads everything in English: page, captions, facts and title; quotes stay in Chinese and are marked so', async () => {
    const page = await explorer.open({ hash: 'sel=party-branches' });
    await expectInspected(page, '律师事务所党支部');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await button(page, inChinese('page.language')).click();
    await expectInspected(page, 'Law-firm Party branches');
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    expect(await chineseWords(page)).toEqual([]);
    expect(await page.title()).not.toMatch(/\p{Script=Han}/u);
    const captions = (await pictureOf(page)).map(({ caption }) => caption);
    expect(captions.filter((caption) => /\p{Script=Han}/u.test(caption))).toEqual([]);
    expect(await page.locator('q[lang=zh-CN]').count()).toBeGreaterThan(0);
  });

  it('keeps the choice in the address, and comes back to Chinese', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await button(page, inChinese('page.language')).click();
    await expectInAddress(page, 'lang', ['en']);
    await page.reload();
    await button(page, inEnglish('layout.tree')).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
    await button(page, inEnglish('page.language')).click();
    await button(page, inChinese('layout.tree')).waitFor();
    await expectInAddress(page, 'lang', []);
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
  });

  it.each(['', 'q=query%3Dtimeline', 'q=query%3Dfigures', 'sel=passage-lead-1', 'view=list', 'view=table'])(
    'finds no word left in Chinese elsewhere: %s',
    async (hash) => {
      const page = await explorer.open({ hash: `lang=en&${hash}` });
      await page.getByRole('heading', { level: 2 }).first().waitFor();
      await page.getByText(inEnglish('engine.embedded')).waitFor();
      await page.waitForLoadState('networkidle');
      expect(await unfilled(page)).toEqual([]);
      expect(await chineseWords(page)).toEqual([]);
    },
  );
});
