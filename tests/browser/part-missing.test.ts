import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, inChinese, searchBox } from './reader.ts';

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
});
