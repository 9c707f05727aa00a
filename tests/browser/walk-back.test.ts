import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { placesOf } from './picture.ts';
import { button, dialog, expectInPicture, inChinese, inspector } from './reader.ts';

const step = (page: Page, name: string) => page.getByRole('option', { name: new RegExp(`^${name}`) });

/** Expands a node, then takes another out. */
async function doTwoThings(page: Page): Promise<void> {
  await button(inspector(page), inChinese('inspector.expand')).click();
  await button(inspector(page), inChinese('inspector.collapse')).waitFor();
  await button(inspector(page), inChinese('inspector.hide')).click();
  await expectInPicture(page, 'service-to-vulnerable', false);
}

const expanding = inChinese('act.expand', { name: '服务弱势群体维权' });
const hiding = inChinese('act.hide', { name: '服务弱势群体维权' });

describeTask('a reader who walks back', (explorer) => {
  it('reads what was done step by step, goes to the start and forward again', async () => {
    const page = await explorer.open({ hash: 'sel=service-to-vulnerable' });
    const first = await placesOf(page);
    await doTwoThings(page);
    const last = await placesOf(page);
    await button(page, inChinese('history.steps')).click();
    await expect
      .poll(() => page.getByRole('option').allTextContents())
      .toEqual([inChinese('history.start'), expanding, `${hiding}${inChinese('history.present')}`]);
    await step(page, inChinese('history.start')).click();
    await expect.poll(() => placesOf(page)).toEqual(first);
    expect(await step(page, inChinese('history.start')).getAttribute('aria-selected')).toBe('true');
    expect(
      await page
        .getByRole('option')
        .filter({ hasText: inChinese('history.undoneStep') })
        .count(),
    ).toBe(2);
    await step(page, hiding).click();
    await expect.poll(() => placesOf(page)).toEqual(last);
  });

  it('walks by the arrow keys, and Escape leads back to the button', async () => {
    const page = await explorer.open({ hash: 'sel=service-to-vulnerable' });
    const first = await placesOf(page);
    await doTwoThings(page);
    const opener = button(page, inChinese('history.steps'));
    await opener.focus();
    await page.keyboard.press('Enter');
    await step(page, hiding).waitFor();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect.poll(() => placesOf(page)).toEqual(first);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it('has no list while nothing was done', async () => {
    const page = await explorer.open();
    await placesOf(page);
    expect(await button(page, inChinese('history.steps')).isDisabled()).toBe(true);
  });
});
