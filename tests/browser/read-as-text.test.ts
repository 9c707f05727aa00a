import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector } from './reader.ts';

const list = (page: Page) => page.getByRole('region', { name: inChinese('list.title') });

const bare = (text: string): string => text.replaceAll(/\s/g, '');

/** Presses Tab until the focus is on a control whose text fits; fails when it has been round the whole page. */
async function tabTo(page: Page, text: RegExp): Promise<void> {
  for (let step = 0; step < 300; step += 1) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.textContent ?? '');
    if (text.test(focused)) return;
  }
  throw new Error(`Tab leads to no control named ${text}`);
}

describeTask('a reader who does not see the picture', (explorer) => {
  it('has all of it as a list', async () => {
    const page = await explorer.open();
    const captions = (await pictureOf(page)).map(({ caption }) => caption.replaceAll('\n', ''));
    await button(page, inChinese('view.list')).click();
    await expectInAddress(page, 'view', ['list']);
    const names = list(page).getByRole('listitem').locator('button > span');
    await names.first().waitFor();
    expect((await names.allTextContents()).map(bare).toSorted()).toEqual(captions.map(bare).toSorted());
  });

  it('opens the list, chooses a body, expands it and goes back to the picture, all by keyboard', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await tabTo(page, new RegExp(`^ ?${inChinese('view.list')}$`));
    await page.keyboard.press('Enter');
    await list(page).waitFor();
    const before = await list(page).getByRole('listitem').count();
    await tabTo(page, /^服务弱势群体维权/);
    await page.keyboard.press('Enter');
    await expectInspected(page, '服务弱势群体维权');
    await tabTo(page, new RegExp(`${inChinese('inspector.expand')}$`));
    await page.keyboard.press('Enter');
    await expect.poll(() => list(page).getByRole('listitem').count()).toBeGreaterThan(before);
    await button(page, inChinese('view.picture')).focus();
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await pictureOf(page)).length).toBeGreaterThan(before);
  });

  it('hears what happens', async () => {
    const page = await explorer.open({ hash: 'sel=service-to-vulnerable' });
    await button(inspector(page), inChinese('inspector.expand')).click();
    const said = page.locator('.page > [aria-live=polite]');
    await expect.poll(() => said.textContent()).toContain('服务弱势群体维权');
  });

  it.each([0, 1, 2, 3, 4])('asks question %i, and has the answer as a picture and as a table', async (index) => {
    const page = await explorer.open();
    await pictureOf(page);
    const questions = page.getByRole('navigation', { name: inChinese('questions.title') });
    const question = questions.getByRole('button').nth(index);
    await question.click();
    await expectInAddress(page, 'q', [expect.stringMatching(/^query=/)]);
    await expect.poll(() => question.getAttribute('aria-current')).toBe('true');
    await expect.poll(async () => (await pictureOf(page)).length).toBeGreaterThan(1);
    await button(page, inChinese('view.list')).click();
    const table = page.getByRole('table');
    await table.waitFor();
    expect(await table.getByRole('row').count()).toBeGreaterThan(2);
    const headings = await table.getByRole('columnheader').allTextContents();
    expect(headings.filter((heading) => !/\p{Script=Han}/u.test(heading))).toEqual([]);
    await button(questions, inChinese('page.home')).click();
    await expectInAddress(page, 'q', []);
  });
});
