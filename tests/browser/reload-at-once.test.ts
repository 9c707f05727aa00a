import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInPicture, inChinese, inspector } from './reader.ts';

/** Clicks and loads the page again before anything else can happen on it. */
async function clickAndReload(page: Page, target: Locator): Promise<void> {
  const loaded = page.waitForEvent('load');
  await target.evaluate((element: HTMLElement) => {
    element.click();
    setTimeout(() => location.reload());
  });
  await loaded;
}

describeTask('a reader who loads the page again right after an act', (explorer) => {
  it('finds what was hidden hidden, and can undo it', async () => {
    const page = await explorer.open({ hash: 'sel=joint-branches' });
    await expectInPicture(page, 'joint-branches');
    await clickAndReload(page, button(inspector(page), inChinese('inspector.hide')));
    await expectInPicture(page, 'joint-branches', false);
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'joint-branches');
  });

  it('finds the filter on', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const first = page.getByRole('checkbox').first();
    await clickAndReload(page, first);
    await expect.poll(() => first.isChecked()).toBe(false);
  });

  it('leaves an address that is up to date, however often it changed before', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const address = await page.evaluate(async () => {
      const [first, second] = document.querySelectorAll<HTMLElement>('.legend input[type=checkbox]');
      // More often than browsers let an address be written.
      for (let click = 0; click < 100; click += 1) {
        first?.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
      second?.click();
      dispatchEvent(new Event('pagehide'));
      return location.hash;
    });
    expect(new URLSearchParams(address.slice(1)).size).toBe(1);
  });

  it('finds the list in the place of the picture', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await clickAndReload(page, button(page, inChinese('view.list')));
    await expectInAddress(page, 'view', ['list']);
    await page.locator('section.twin').waitFor();
  });
});
