import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector, menuItem } from './reader.ts';

const entry = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: inChinese('list.title') }).getByRole('button', { name });

describeTask('a reader who opens the menu of a node', (explorer) => {
  it('takes it off the picture from the list, by the other mouse button', async () => {
    const page = await explorer.open({ hash: 'view=list' });
    await entry(page, /^联合党支部/).click({ button: 'right' });
    await menuItem(page, inChinese('inspector.hide')).click();
    await expectInAddress(page, 's', ['hide~joint-branches']);
    await expect.poll(() => entry(page, /^联合党支部/).count()).toBe(0);
  });

  it('opens it in the picture, where the node is, and closes it by a click elsewhere', async () => {
    const page = await explorer.open();
    const node = (await pictureOf(page)).find(({ id }) => id === 'joint-branches');
    const { pageX = 0, pageY = 0 } = node ?? {};
    await page.mouse.click(pageX, pageY, { button: 'right' });
    const menu = page.getByRole('menu', { name: '联合党支部' });
    await menu.waitFor();
    const box = await menu.boundingBox();
    expect(Math.abs((box?.x ?? 0) - pageX)).toBeLessThan(40);
    await page.mouse.click(pageX + 400, pageY);
    await menu.waitFor({ state: 'detached' });
    await page.mouse.click(pageX, pageY, { button: 'right' });
    await menuItem(page, inChinese('node.pin')).click();
    await expectInAddress(page, 'pin', ['joint-branches']);
  });

  it('opens it by a long press on a phone, and the press itself chooses nothing', async () => {
    const page = await explorer.open(phone);
    const nodes = await pictureOf(page);
    const node = nodes.find(({ pageX, pageY }) => pageX > 60 && pageX < 330 && pageY > 300 && pageY < 600);
    const touch = await page.context().newCDPSession(page);
    const touchPoints = [{ x: node?.pageX ?? 0, y: node?.pageY ?? 0 }];
    await touch.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await page.getByRole('menu').waitFor();
    await touch.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await menuItem(page, inChinese('node.pin')).tap();
    await expectInAddress(page, 'pin', [node?.id]);
  });

  it('opens it by keyboard, walks in it, and Escape leads back', async () => {
    const page = await explorer.open({ hash: 'sel=lawyers' });
    await expectInspected(page, '执业律师');
    const opener = button(inspector(page), inChinese('node.more'));
    await opener.focus();
    await page.keyboard.press('Enter');
    await menuItem(page, inChinese('inspector.expand')).waitFor();
    await expect.poll(() => page.locator('[role=menuitem]:focus').count()).toBe(1);
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await menuItem(page, inChinese('node.selectAlike')).waitFor();
    await page.keyboard.press('End');
    await page.keyboard.press('Enter');
    await expectInspected(page, inChinese('many.title', { n: 6 }));
  });

  it('has one menu for all that are selected', async () => {
    const page = await explorer.open({ hash: 'view=list&sels=lawyers&sels=law-firms' });
    await expectInspected(page, inChinese('many.title', { n: 2 }));
    await entry(page, /^执业律师/).click({ button: 'right' });
    await menuItem(page, inChinese('node.pin')).click();
    await expectInAddress(page, 'pin', ['law-firms', 'lawyers']);
  });

  it('adds to the selection in the list with Shift', async () => {
    const page = await explorer.open({ hash: 'view=list' });
    await entry(page, /^执业律师/).click();
    await entry(page, /^联合党支部/).click({ modifiers: ['Shift'] });
    await expectInspected(page, inChinese('many.title', { n: 2 }));
  });
});
