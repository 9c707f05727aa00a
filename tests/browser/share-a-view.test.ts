import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { cameraOf, pictureOf } from './picture.ts';
import {
  button,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inEnglish,
  inspector,
  inspectorTitle,
  notices,
  searchFor,
} from './reader.ts';

/** All that makes a view, as it is seen. */
async function seen(page: Page) {
  const nodes = await pictureOf(page);
  const { zoom } = await cameraOf(page);
  return {
    nodes: nodes.map(({ id, caption, isShown, x, y }) => [id, caption, isShown, Math.round(x), Math.round(y)]),
    zoom: Math.round(zoom * 100) / 100,
    title: await inspectorTitle(page).textContent(),
    unchecked: await page.getByRole('checkbox', { checked: false }).count(),
    language: await page.locator('html').getAttribute('lang'),
    pressed: await page.locator('[aria-pressed=true]').allTextContents(),
  };
}

describeTask('a reader who shares a view', (explorer) => {
  it('sends its address, and another reader sees the same', async () => {
    const page = await explorer.open();
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectInPicture(page, 'legal-aid-centre');
    await button(page, inChinese('page.language')).click();
    await page.getByRole('checkbox').first().uncheck();
    await button(page, inEnglish('layout.concentric')).click();
    await expectInAddress(page, 'layout', ['concentric']);
    await expectInAddress(page, 'pos', expect.arrayContaining([expect.stringContaining('legal-aid-centre')]));
    await button(page, inEnglish('zoom.out')).click();
    const { zoom } = await cameraOf(page);
    await expectInAddress(page, 'cam', [expect.stringMatching(new RegExp(`~${Number(zoom.toFixed(3))}$`))]);
    const mine = await seen(page);
    const theirs = await explorer.open({ hash: new URL(page.url()).hash.slice(1) });
    await expectInPicture(theirs, 'legal-aid-centre');
    await expectInspected(theirs, String(mine.title));
    await expect.poll(() => seen(theirs)).toEqual(mine);
  });

  it('sends the address of the first picture, which is short', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    expect(new URL(page.url()).hash).toBe('');
  });

  it('goes back and forth with the browser, picture by picture', async () => {
    const page = await explorer.open({ hash: 'sel=joint-branches' });
    await button(inspector(page), inChinese('inspector.hide')).click();
    await expectInPicture(page, 'joint-branches', false);
    await expectInAddress(page, 's', ['hide~joint-branches']);
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectInPicture(page, 'legal-aid-centre');
    await expectInAddress(page, 's', ['hide~joint-branches', 'expand~legal-aid-centre~25']);
    await page.goBack();
    await expectInPicture(page, 'legal-aid-centre', false);
    await expectInPicture(page, 'joint-branches', false);
    await page.goBack();
    await expectInPicture(page, 'joint-branches');
    await page.goForward();
    await expectInPicture(page, 'joint-branches', false);
  });

  it('mangles the address: a notice says so, and the page works', async () => {
    const page = await explorer.open({
      hash: 'cam=x~y&pos=a~b~c&s=nonsense&layout=spiral&lang=xx&unheard-of=1&%E0%A4%A',
    });
    await notices(page).filter({ hasText: 'layout' }).waitFor();
    expect((await pictureOf(page)).length).toBeGreaterThanOrEqual(20);
    await button(notices(page), inChinese('notice.dismiss')).click();
    await expect.poll(() => notices(page).count()).toBe(0);
  });

  it('follows a link to what is no longer in the graph: a notice names it, and the rest is shown', async () => {
    const page = await explorer.open({
      hash: 'sel=gone-for-good&s=expand%7Elong-gone%7E25&s=hide%7Elawyers',
      expected: /Failed to load resource.*404/,
    });
    await notices(page).filter({ hasText: 'gone' }).first().waitFor();
    await expectInPicture(page, 'law-firms');
    await expectInPicture(page, 'lawyers', false);
    await expectInAddress(page, 'sel', []);
  });

  it('follows a link with a query that is not there: the page says so and offers a way on', async () => {
    const page = await explorer.open({ hash: 'q=query%3Dno-such-query', expected: /Failed to load resource.*404/ });
    await page.getByText(inChinese('error.unknown-query', { name: 'no-such-query' })).waitFor();
    await page.getByRole('banner').getByRole('heading', { level: 1 }).getByRole('button').click();
    await expectInPicture(page, 'lawyers');
  });
});
