import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import type { Spot } from './fingers.ts';
import { fingersOn } from './fingers.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector } from './reader.ts';
import { expectInSight, gist, hasFocus, pane, row, tree } from './reading-pane.ts';

/** Whether a node stands in what is seen of the picture above the document. */
async function isSeenAbove(page: Page, id: string): Promise<boolean> {
  const node = (await pictureOf(page)).find((each) => each.id === id);
  const canvas = await page.locator('.canvas').boundingBox();
  if (!node || !canvas) return false;
  const { pageX: x, pageY: y } = node;
  return x > canvas.x && x < canvas.x + canvas.width && y > canvas.y && y < canvas.y + canvas.height;
}

/** The middle of a bar. */
async function spotOn(cell: Locator): Promise<Spot> {
  const box = await cell.boundingBox();
  return { x: (box?.x ?? 0) + (box?.width ?? 0) / 2, y: (box?.y ?? 0) + 30 };
}

describeTask('a reader of the document with a phone', (explorer) => {
  it('sees above it what a link selects, and what a quote gave that they touch', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', ...phone });
    await expectInSight(row(page, 'lead.1'));
    await expect.poll(() => isSeenAbove(page, 'lawyers')).toBe(true);
    const quote = row(page, 'lead.1').locator('.reading-phrase').filter({ hasText: '现有律师事务所115家' });
    const facts: string[] = JSON.parse((await quote.getAttribute('data-facts')) ?? '[]');
    expect(facts).toContain('law-firms');
    for (const fact of facts) {
      await quote.tap();
      await expectInAddress(page, 'sel', [fact]);
      if (fact === 'law-firms') break;
    }
    await expect.poll(() => isSeenAbove(page, 'law-firms')).toBe(true);
  });

  it('comes back from the details to the document, with the same thing selected', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', ...phone });
    await tree(page).waitFor();
    const details = button(pane(page), inChinese('reading.details'));
    await details.tap();
    await expectInspected(page, '执业律师');
    await button(inspector(page), inChinese('sheet.close')).tap();
    await inspector(page).waitFor({ state: 'hidden' });
    expect(await hasFocus(details)).toBe(true);
    await expectInAddress(page, 'sel', ['lawyers']);
    await pane(page)
      .getByText(inChinese('reading.mention', { at: 1, n: 8 }))
      .waitFor();
  });

  it('calls the details of a sentence, too', async () => {
    const page = await explorer.open({ hash: 'view=reading', ...phone });
    await gist(page, 'lead.1').tap();
    await button(pane(page), inChinese('reading.details')).tap();
    await expectInspected(page, '开头 · 第1句');
    await expect.poll(() => inspector(page).isVisible()).toBe(true);
    await button(inspector(page), inChinese('sheet.close')).tap();
    await inspector(page).waitFor({ state: 'hidden' });
    await expectInAddress(page, 'sel', ['passage-lead-1']);
  });

  it('slides along the coverage, is told of each passage, and is led to the one at which the finger is lifted', async () => {
    const page = await explorer.open({ hash: 'view=reading', ...phone });
    await button(pane(page), inChinese('reading.coverage')).tap();
    const cells = page.locator('.coverage-cell');
    await cells.first().waitFor();
    const fingers = await fingersOn(page);
    await fingers.down(await spotOn(cells.nth(5)));
    const told = page.locator('.coverage-told strong');
    await told.waitFor();
    await fingers.moveTo(await spotOn(cells.nth(20)));
    const [place = ''] = (await cells.nth(20).getAttribute('aria-label'))?.split('：') ?? [];
    await expect.poll(() => told.textContent()).toBe(place);
    expect(await tree(page).locator('[data-marks~="sought"]').count()).toBe(0);
    await fingers.up();
    const sought = tree(page).locator('[data-marks~="sought"]');
    await expect.poll(() => sought.locator('.reading-place').textContent()).toBe(place);
    await expectInSight(sought);
    // A tap leads there as well.
    const { x, y } = await spotOn(cells.nth(9));
    await page.touchscreen.tap(x, y);
    const next = await cells.nth(9).getAttribute('aria-label');
    await expect
      .poll(async () => next?.startsWith((await sought.locator('.reading-place').textContent()) ?? '?'))
      .toBe(true);
  });
});
