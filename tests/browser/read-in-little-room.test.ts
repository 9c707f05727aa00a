import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { madeText } from './made-text.ts';
import { pictureOf } from './picture.ts';
import { button, inChinese } from './reader.ts';
import { hasFocus, pane, row, tree } from './reading-pane.ts';

/** Whether a line of the document is what a reader meets where its beginning stands in the window, with nothing over it. */
const isMet = (line: Locator): Promise<boolean> =>
  line.evaluate((element) => {
    const { left, top, width, height } = element.getBoundingClientRect();
    const places = [4, Math.min(30, height - 4)].map((down) => document.elementFromPoint(left + width / 2, top + down));
    return places.every((met) => met !== null && element.contains(met));
  });

/** Pixels of the outline that are seen, in the window and in the document's pane. */
const heightSeen = (page: Page): Promise<number> =>
  tree(page).evaluate((element) => {
    const outline = element.getBoundingClientRect();
    const around = element.closest('.twin')?.getBoundingClientRect() ?? new DOMRect();
    return Math.min(outline.bottom, around.bottom, innerHeight) - Math.max(outline.top, around.top, 0);
  });

/** Unfolds all that there is beside the outline, with a text of the reader's of which many quotes are not to be found. */
async function unfoldAll(page: Page): Promise<void> {
  const folded = pane(page).locator('.reading-part[aria-expanded="false"]');
  while ((await folded.count()) > 0) await folded.first().click();
  const [name, buffer] = ['原文.txt', Buffer.from(madeText().replaceAll('金华市律师协会党委', '别的'))];
  await pane(page).locator('.original-text input[type=file]').setInputFiles({ name, mimeType: 'text/plain', buffer });
  const faults = pane(page).locator('.text-faults summary');
  await faults.first().waitFor();
  for (const list of await faults.all()) await list.click();
  await button(pane(page), inChinese('coverage.asTable')).click();
  await pane(page).locator('.coverage-table').waitFor();
}

const screens = [
  ['a phone', phone],
  ['a large screen', {}],
  ['a laptop', { viewport: { width: 1280, height: 720 } }],
  ['a page at 200 %', { viewport: { width: 720, height: 450 } }],
] as const;

describeTask('a reader of the document who has little room', (explorer) => {
  it.each(screens)('has lines of it in sight with all that there is beside them unfolded (%s)', async (_, options) => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', ...options });
    await tree(page).waitFor();
    expect(await heightSeen(page)).toBeGreaterThan(75);
    await expect.poll(() => isMet(row(page, 'lead.1'))).toBe(true);
    await unfoldAll(page);
    expect(await heightSeen(page)).toBeGreaterThan(75);
    // What leads to a place leads to one that is seen.
    await pane(page).locator('.coverage-table tbody button').nth(3).click();
    const place = tree(page).locator('[data-marks~="sought"]');
    await expect.poll(() => hasFocus(place)).toBe(true);
    await expect.poll(() => isMet(place)).toBe(true);
    // All that is unfolded can be reached.
    const last = pane(page).locator('.text-faults button').last();
    await last.scrollIntoViewIfNeeded();
    expect(await isMet(last)).toBe(true);
  });

  it.each([
    ['a phone', phone],
    ['a laptop', { viewport: { width: 1280, height: 720 } }],
  ])('reads the heading in one line in English, and can have what is cut told whole (%s)', async (_, options) => {
    const hash = 'view=reading&lang=en&sel=jinhua-lawyers-association.HAS_MEMBER.law-firms';
    const page = await explorer.open({ hash, ...options });
    const name = pane(page).locator('.mention-name');
    await name.waitFor();
    expect(await name.getAttribute('title')).toBe(await name.textContent());
    expect(await name.evaluate((element) => element.scrollHeight - element.clientHeight)).toBeLessThan(2);
    const title = pane(page).locator('.reading-parts span');
    expect(await title.getAttribute('title')).toBe(await title.textContent());
    const header = await pane(page).locator('.reading-header').boundingBox();
    expect(header?.height).toBeLessThan(50);
  });

  it('has lines of it in sight over the workbench', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', viewport: { width: 1280, height: 720 } });
    await pictureOf(page);
    await expect.poll(() => isMet(row(page, 'lead.1'))).toBe(true);
    await button(page, inChinese('workbench.open')).click();
    await page.locator('.workbench').waitFor();
    await expect.poll(() => isMet(row(page, 'lead.1'))).toBe(true);
    expect(await heightSeen(page)).toBeGreaterThan(75);
  });
});
