import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf, placesOf } from './picture.ts';
import { button, dialog, expectInAddress, expectInPicture, expectInspected, inChinese, inspector } from './reader.ts';

const committee = 'association-party-committee';
const name = '金华市律师协会党委';
/** The id of what its plain expansion leaves out. */
const leftOut = `more\n${committee}\n`;

/** Opens the menu of types of the party committee. */
async function openKinds(page: Page): Promise<void> {
  await expectInspected(page, name);
  await button(inspector(page), inChinese('kinds.open')).click();
  await dialog(page).getByRole('listitem').first().waitFor();
}

/** A line of the menu, by its type and direction. */
const kind = (page: Page, title: string, direction: 'in' | 'out') =>
  dialog(page).getByRole('checkbox', { name: new RegExp(`^${title} ${inChinese(`kinds.${direction}`)}`) });

describeTask('a reader who expands a node by type', (explorer) => {
  it('sees the counts before anything is fetched, ticks one type, and gets just that many', async () => {
    const page = await explorer.open({ hash: `sel=${committee}` });
    const before = await placesOf(page);
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().includes('/api/queries/')) asked.push(new URL(request.url()).pathname);
    });
    await openKinds(page);
    expect(asked).toEqual(['/api/queries/neighbour-counts']);
    const line = dialog(page).getByRole('listitem').filter({ hasText: '始于' });
    expect(await line.locator('.count').textContent()).toBe('1');
    await kind(page, '始于', 'out').check();
    await button(dialog(page), inChinese('kinds.expand', { n: 1 })).click();
    await expectInAddress(page, 's', [`expand~${committee}~25~out:BEGAN_WITH`]);
    await expect.poll(async () => (await placesOf(page)).size).toBe(before.size + 1);
    expect(asked).toEqual(['/api/queries/neighbour-counts', '/api/queries/neighbours']);
  });

  it('sees the button below the list however little room there is', async () => {
    const page = await explorer.open({ hash: `sel=${committee}`, viewport: { width: 1440, height: 720 } });
    await openKinds(page);
    const submit = button(dialog(page), inChinese('kinds.pick'));
    const { y = 0, height = 0 } = (await submit.boundingBox()) ?? {};
    const frame = await page.locator('.popover').boundingBox();
    expect(y + height).toBeLessThanOrEqual((frame?.y ?? 0) + (frame?.height ?? 0));
    await dialog(page).getByRole('listitem').last().scrollIntoViewIfNeeded();
    expect(await submit.isVisible()).toBe(true);
  });

  it('finds what holds the document together last, and adds up what is ticked', async () => {
    const page = await explorer.open({ hash: `sel=${committee}` });
    await openKinds(page);
    const sections = dialog(page).locator('section');
    expect(await sections.count()).toBe(2);
    await sections
      .last()
      .getByRole('heading', { name: inChinese('kinds.structural') })
      .waitFor();
    await button(dialog(page), inChinese('kinds.all')).click();
    const counts = await dialog(page).locator('.count').allTextContents();
    const total = counts.map(Number).reduce((sum, count) => sum + count, 0);
    await button(dialog(page), inChinese('kinds.expandPart', { n: 25, total })).waitFor();
    await button(dialog(page), inChinese('kinds.none')).click();
    expect(await button(dialog(page), inChinese('kinds.pick')).isDisabled()).toBe(true);
  });

  it('does it by keyboard alone, and Escape leads back to the button', async () => {
    const page = await explorer.open({ hash: `sel=${committee}` });
    await expectInspected(page, name);
    const opener = button(inspector(page), inChinese('kinds.open'));
    await opener.focus();
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('listitem').first().waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await expect.poll(() => opener.evaluate((element) => element === document.activeElement)).toBe(true);
    await page.keyboard.press('Enter');
    await dialog(page).getByRole('listitem').first().waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expectInAddress(page, 's', [expect.stringMatching(/^expand~association-party-committee~25~(in|out):/)]);
  });

  it('opens the list of what is left, brings one by name, then all the rest', async () => {
    const page = await explorer.open({
      hash: new URLSearchParams({ s: `expand~${committee}~25`, sel: leftOut }).toString(),
    });
    await pictureOf(page);
    await expectInspected(page, inChinese('more.title', { n: 9 }));
    await inspector(page)
      .getByText(inChinese('inspector.expanded', { shown: 25, total: 34 }))
      .waitFor();
    const entries = inspector(page).locator('.entries > li');
    await expect.poll(() => entries.count()).toBeGreaterThan(0);
    const absent = entries.filter({ hasNotText: inChinese('more.onScreen') });
    const size = (await placesOf(page)).size;
    const missing = await absent.count();
    await absent.first().getByRole('button').click();
    await expectInAddress(page, 's', [
      `expand~${committee}~25`,
      expect.stringMatching(/^bring~association-party-committee~/),
    ]);
    await expect.poll(async () => (await placesOf(page)).size).toBe(size + 1);
    await expect.poll(() => absent.count()).toBe(missing - 1);
    await button(inspector(page), inChinese('more.further', { n: 9 })).click();
    await expectInspected(page, name);
    await expectInPicture(page, leftOut, false);
    await inspector(page)
      .getByText(inChinese('inspector.expanded', { shown: 34, total: 34 }))
      .waitFor();
  });

  it('is told on the button how many are left', async () => {
    const page = await explorer.open({ hash: `s=expand~${committee}~25&sel=${committee}` });
    await button(inspector(page), inChinese('inspector.expandMore', { n: 9, left: 9 })).waitFor();
  });
});
