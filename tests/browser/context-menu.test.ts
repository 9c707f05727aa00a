import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
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
