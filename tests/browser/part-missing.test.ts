import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { clickNode, pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inEnglish, inspector, searchBox } from './reader.ts';

describeTask('a reader whose network drops a part of the page', (explorer) => {
  it('is told where it would stand, has the rest, and gets it by trying again', async () => {
    const parts = '**/assets/search-box-*.js';
    const page = await explorer.open({
      expected: /net::ERR_CONNECTION|Failed to fetch dynamically imported module/,
      before: (opened) => opened.route(parts, (route) => route.abort('connectionrefused')),
    });
    await pictureOf(page);
    const header = page.getByRole('banner');
    await header.getByText(inChinese('lazy.failed')).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.unroute(parts);
    await button(header, inChinese('page.retry')).click();
    await searchBox(page).fill('律师');
    await page.getByRole('option').first().waitFor();
  });

  it('is told in the inspector that what is said of a node did not arrive, and gets it by trying again', async () => {
    const parts = '**/assets/details-*.js';
    const page = await explorer.open({
      expected: /net::ERR_CONNECTION|Failed to fetch dynamically imported module/,
      before: (opened) => opened.route(parts, (route) => route.abort('connectionrefused')),
    });
    const [node] = await pictureOf(page);
    await clickNode(page, node?.id ?? '');
    await inspector(page).getByText(inChinese('lazy.failed')).waitFor();
    await page.unroute(parts);
    await button(inspector(page), inChinese('page.retry')).click();
    await inspector(page).getByRole('heading', { level: 2 }).waitFor();
  });

  it('reads what is said of a node, and the picture as a list, even where the network is gone since', async () => {
    const page = await explorer.open({ expected: /net::ERR_|Failed to fetch dynamically imported module/ });
    const ahead = ['details', 'list-twin'].map((part) =>
      page.waitForResponse((response) => response.url().includes(`/assets/${part}-`)),
    );
    const [node] = await pictureOf(page);
    await Promise.all(ahead);
    await page.context().setOffline(true);
    await clickNode(page, node?.id ?? '');
    await expectInspected(page, node?.caption.replaceAll('\n', '') ?? '');
    await page.keyboard.press('l');
    await page.getByRole('button', { name: inChinese('view.outline'), exact: true }).waitFor();
    await page.getByRole('region', { name: inChinese('list.title') }).waitFor();
  });

  it('keeps the language when the words of the other do not arrive, is told, and has it by trying again', async () => {
    const words = '**/assets/en-*.js';
    const page = await explorer.open({
      expected: /net::ERR_CONNECTION|Failed to fetch dynamically imported module/,
      before: (opened) => opened.route(words, (route) => route.abort('connectionrefused')),
    });
    await pictureOf(page);
    await button(page, inChinese('page.language')).click();
    const notice = page.getByRole('alert').filter({ hasText: inChinese('notice.language') });
    await notice.waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN');
    await page.unroute(words);
    await button(notice, inChinese('page.retry')).click();
    await button(page, inEnglish('page.language')).waitFor();
    expect(await page.locator('html').getAttribute('lang')).toBe('en');
  });

  it('reads a link in the other language in the first one until its words have arrived', async () => {
    const words = '**/assets/en-*.js';
    const page = await explorer.open({
      hash: 'lang=en',
      expected: /net::ERR_CONNECTION|Failed to fetch dynamically imported module/,
      before: (opened) => opened.route(words, (route) => route.abort('connectionrefused')),
    });
    await pictureOf(page);
    const notice = page.getByRole('alert').filter({ hasText: inChinese('notice.language') });
    await page.unroute(words);
    await button(notice, inChinese('page.retry')).click();
    await button(page, inEnglish('page.language')).waitFor();
    await expectInAddress(page, 'lang', ['en']);
  });
});
