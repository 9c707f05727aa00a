import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, inChinese, inspector, inspectorTitle, notices } from './reader.ts';

const ends = { from: '执业律师', to: '千村千顾问' };
const paths = (page: Page) => inspector(page).locator('.paths > li');

/** Relationships that stand out as being on a path. */
const standingOut = (page: Page): Promise<number | undefined> =>
  page.evaluate(() => document.querySelector('.canvas')?.['_cyreg']?.cy?.edges('.path').length);

async function openOptions(page: Page): Promise<void> {
  await inspector(page)
    .locator('summary')
    .filter({ hasText: inChinese('path.kind') })
    .click();
}

describeTask('a reader who asks for paths of several kinds', (explorer) => {
  it('asks for all paths, and lets one of them stand out with its steps and evidence', async () => {
    const page = await explorer.open({ hash: 's=path~lawyers~thousand-villages' });
    await inspector(page).locator('.steps > li').first().waitFor();
    await openOptions(page);
    await button(inspector(page), inChinese('path.all')).click();
    await expectInAddress(page, 's', ['path~lawyers~thousand-villages~all~4~*']);
    await expect.poll(() => paths(page).count()).toBeGreaterThan(1);
    const n = await paths(page).count();
    expect(await inspectorTitle(page).textContent()).toBe(inChinese('path.foundMany', { ...ends, n }));
    const all = await standingOut(page);
    await paths(page).first().getByRole('button').first().click();
    const steps = paths(page).first().locator('.steps > li');
    await steps.first().waitFor();
    expect(await steps.locator('q').count()).toBeGreaterThan(0);
    await expect.poll(() => standingOut(page)).toBe(await steps.count());
    await paths(page).first().getByRole('button').first().click();
    await expect.poll(() => standingOut(page)).toBe(all);
  });

  it('limits the steps by keyboard: there are fewer paths', async () => {
    const page = await explorer.open({ hash: 's=path~lawyers~thousand-villages~all~3~*' });
    await expect.poll(() => paths(page).count()).toBeGreaterThan(1);
    const before = await paths(page).count();
    await openOptions(page);
    await inspector(page).getByRole('slider').focus();
    await page.keyboard.press('ArrowLeft');
    await expectInAddress(page, 's', ['path~lawyers~thousand-villages~all~2~*']);
    await expect.poll(() => paths(page).count()).toBeLessThan(before);
    const isFocused = inspector(page)
      .getByRole('slider')
      .evaluate((element) => element === document.activeElement);
    expect(await isFocused).toBe(true);
  });

  it('avoids a type: the path goes another way', async () => {
    const page = await explorer.open({ hash: 's=path~lawyers~thousand-villages' });
    const steps = inspector(page).locator('.steps > li');
    await steps.first().waitFor();
    expect(await steps.first().textContent()).toContain('参与');
    await openOptions(page);
    await inspector(page)
      .locator('summary')
      .filter({ hasText: inChinese('path.avoid') })
      .click();
    await inspector(page).getByRole('checkbox', { name: '参与', exact: true }).check();
    await expectInAddress(page, 's', [expect.stringMatching(/TAKES_PART_IN/)]);
    await expect.poll(async () => (await steps.allTextContents()).some((text) => text.includes('参与'))).toBe(false);
  });

  it('is told where there is none, and what to do next', async () => {
    const page = await explorer.open({ hash: 's=path~lawyers~thousand-villages' });
    await inspector(page).locator('.steps > li').first().waitFor();
    await openOptions(page);
    await inspector(page).getByRole('slider').focus();
    await page.keyboard.press('Home');
    const notice = notices(page).filter({ hasText: inChinese('path.none', { ...ends, n: 1 }) });
    await notice.waitFor();
    // What was there stays.
    await expect.poll(() => inspector(page).locator('.steps > li').count()).toBe(2);
    await button(notice, inChinese('path.widen')).click();
    await expectInAddress(page, 's', ['path~lawyers~thousand-villages~shortest~8']);
    await pictureOf(page);
    await inspector(page).locator('.steps > li').first().waitFor();
  });
});
