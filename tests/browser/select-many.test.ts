import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf, placesOf } from './picture.ts';
import {
  button,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  inspectorTitle,
  menuItem,
} from './reader.ts';

/** Selects all of one label by the toolbar. */
async function selectLabel(page: Page, title: string): Promise<void> {
  await button(page, inChinese('select.label')).click();
  await menuItem(page, title).click();
}

const selected = (...ids: string[]): string => new URLSearchParams(ids.map((id) => ['sels', id])).toString();

describeTask('a reader who selects several nodes', (explorer) => {
  it('selects a label, lets one go, keeps the rest only, and has all back by undoing', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await selectLabel(page, '集体');
    await expectInspected(page, inChinese('many.title', { n: 6 }));
    await button(inspector(page), inChinese('many.letGo', { name: '执业律师' })).click();
    await expectInspected(page, inChinese('many.title', { n: 5 }));
    await button(inspector(page), inChinese('node.keep')).click();
    await expect.poll(async () => (await placesOf(page)).size).toBe(5);
    await expectInPicture(page, 'lawyers', false);
    await button(page, inChinese('history.undo')).click();
    await expect.poll(() => placesOf(page)).toEqual(before);
  });

  it('finds the path between two', async () => {
    const page = await explorer.open({ hash: selected('lawyers', 'thousand-villages') });
    await button(inspector(page), inChinese('many.path')).click();
    await inspector(page).locator('.steps > li').first().waitFor();
    await expectInAddress(page, 's', ['path~lawyers~thousand-villages']);
  });

  it('finds what they have in common, with one request', async () => {
    const page = await explorer.open({ hash: selected('lawyers', 'law-firms') });
    await pictureOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await button(inspector(page), inChinese('many.common')).click();
    await expectInAddress(page, 's', ['common~law-firms~lawyers']);
    expect(asked.filter((url) => url.includes('/api/queries/')).length).toBe(1);
  });

  it('expands them together, with one request', async () => {
    const page = await explorer.open({ hash: selected('lawyers', 'law-firms') });
    const before = await placesOf(page);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await button(inspector(page), inChinese('many.expand')).click();
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
    expect(asked.filter((url) => url.includes('/api/queries/')).length).toBe(1);
  });

  it('groups them, names the group, folds and dissolves it', async () => {
    const page = await explorer.open({ hash: selected('lawyers', 'law-firms', 'party-branches') });
    const before = await placesOf(page);
    await button(inspector(page), inChinese('many.group')).click();
    await expectInspected(page, inChinese('group.name', { n: 1 }));
    expect(await inspector(page).locator('.entries > li').count()).toBe(3);
    const field = inspector(page).getByRole('textbox', { name: inChinese('group.rename') });
    await field.fill('律师们');
    await field.press('Enter');
    await expectInspected(page, '律师们');
    await button(inspector(page), inChinese('group.fold')).click();
    await expectInPicture(page, 'lawyers', false);
    await expectInPicture(page, 'group\n1');
    await button(inspector(page), inChinese('group.unfold')).click();
    await expectInPicture(page, 'lawyers');
    await button(inspector(page), inChinese('group.dissolve')).click();
    await expectInPicture(page, 'group\n1', false);
    await expect.poll(async () => (await placesOf(page)).size).toBe(before.size);
  });

  it('pins them, and lets them go again', async () => {
    const page = await explorer.open({ hash: selected('lawyers', 'law-firms') });
    await button(inspector(page), inChinese('node.pin')).click();
    await expectInAddress(page, 'pin', ['law-firms', 'lawyers']);
    await button(inspector(page), inChinese('node.unpin')).click();
    await expectInAddress(page, 'pin', []);
    await button(inspector(page), inChinese('inspector.close')).click();
    await expect.poll(() => inspectorTitle(page).textContent()).not.toContain(inChinese('many.title', { n: 2 }));
  });

  it('empties the picture by keyboard, and has it back by undoing', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await button(page, inChinese('select.label')).focus();
    await page.keyboard.press('Enter');
    await menuItem(page, inChinese('select.clear')).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await page.getByText(inChinese('list.empty')).waitFor();
    await page.keyboard.press('Control+z');
    await expect.poll(() => placesOf(page)).toEqual(before);
  });
});
