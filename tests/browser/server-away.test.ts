import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { clickNode, pictureOf, placesOf } from './picture.ts';
import { button, expectInspected, inChinese, inspector, notices } from './reader.ts';

/** Parts of the page that are fetched after the first picture may be lost with the server, too. */
const lost =
  /Failed to load resource: (net::ERR_CONNECTION|the server responded with a status of 503)|dynamically imported module/;

describeTask('a reader whose server goes away', (explorer) => {
  it('keeps the picture, is told, and goes on by itself when the server is back', async () => {
    const page = await explorer.open({ expected: lost, before: ({ clock }) => clock.install() });
    const before = await placesOf(page);
    await clickNode(page, 'service-to-vulnerable');
    await expectInspected(page, '服务弱势群体维权');
    await explorer.server.stop();
    await button(inspector(page), inChinese('inspector.expand')).click();
    await notices(page).getByText(inChinese('error.offline')).waitFor();
    expect((await placesOf(page)).size).toBe(before.size);
    await explorer.server.start();
    // The page looks after the server every twenty seconds.
    await page.clock.fastForward('00:30');
    await notices(page).getByText(inChinese('notice.back')).waitFor();
    await expect.poll(() => notices(page).getByText(inChinese('error.offline')).count()).toBe(0);
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
  });

  it('arrives while it is away: the page says so, and tries again when asked', async () => {
    const page = await explorer.open({
      expected: lost,
      before: (opened) => opened.route('**/api/**', (route) => route.abort('connectionrefused')),
    });
    await page.getByRole('heading', { name: inChinese('page.failed') }).waitFor();
    await page.unroute('**/api/**');
    await button(page, inChinese('page.retry')).click();
    expect((await pictureOf(page)).length).toBeGreaterThanOrEqual(20);
    await expect.poll(() => page.getByRole('heading', { name: inChinese('page.failed') }).count()).toBe(0);
  });

  it('sees that only a part of the data set is loaded, and what to do', async () => {
    const page = await explorer.open({
      before: (opened) =>
        opened.route('**/api/health', async (route) => {
          const response = await route.fetch();
          await route.fulfill({ response, json: { ...(await response.json()), isUnfinished: true } });
        }),
    });
    const status = page.getByRole('contentinfo');
    await status.getByText(inChinese('count.unfinished')).waitFor();
    await page.unroute('**/api/health');
    expect((await pictureOf(page)).length).toBeGreaterThanOrEqual(20);
  });

  it('reads why a search fails, in the search itself', async () => {
    const page = await explorer.open({ expected: lost });
    await pictureOf(page);
    await page.route('**/api/queries/search*', (route) => route.abort('connectionrefused'));
    await page.getByRole('combobox').fill('律师');
    await page.getByText(inChinese('error.offline')).waitFor();
  });
});
