import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, inChinese, pressUntil } from './reader.ts';
import { expectInSight, expectLit, openDocument, pane, row, tree } from './reading-pane.ts';

describeTask('a reader of the document at the keyboard', (explorer) => {
  it('does all of it by keys alone', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await pressUntil(page, 'v', () => tree(page).isVisible());
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? '');
    await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
    await page.keyboard.press('End');
    const last = await focused();
    await expectInSight(tree(page).locator('[role="treeitem"]').last());
    await page.keyboard.press('Home');
    expect(await focused()).not.toBe(last);
    await expectInSight(tree(page).locator('[role="treeitem"]').first());
    // The headings fold: to the section of a sentence, and away with it.
    for (let press = 0; press < 6; press += 1) await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('passage-lead-1');
    await expectLit(page, ['jinhua-lawyers-association', 'law-firms'], ['five-services']);
    await page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('section-lead');
    await page.keyboard.press('ArrowLeft');
    await row(page, 'lead.1').waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowRight');
    await row(page, 'lead.1').waitFor();
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('passage-lead-1');
    await page.keyboard.press('Enter');
    await expectInAddress(page, 'sel', ['passage-lead-1']);
    // Into the sentence, to a quote of it, and what that gave.
    await page.keyboard.press('ArrowRight');
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('reading-phrase');
    await page.keyboard.press('Enter');
    await expect.poll(() => new URL(page.url()).hash).not.toContain('sel=passage');
    await page.keyboard.press('Escape');
    expect(await focused()).toBe('passage-lead-1');
  });

  it('steps by keys through where the node is said that was selected by keys', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers' });
    await tree(page).waitFor();
    const now = tree(page).locator('[data-marks~="now"]');
    await now.waitFor();
    const first = await now.getAttribute('data-passage');
    await pressUntil(page, 'j', async () => (await now.getAttribute('data-passage')) !== first);
    await expectInSight(now);
    await page.keyboard.press('[');
    await expect.poll(() => now.getAttribute('data-passage')).toBe(first);
    const said = inChinese('reading.nowAt', { at: 1, n: 8, place: '开头 · 第1句' });
    await expect.poll(() => page.locator('[aria-live="polite"]').allTextContents()).toContain(said);
    // On the picture, keys go to the next node, and the document with them.
    await page.locator('.canvas').focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => pane(page).locator('.mention-name').textContent()).not.toBe('执业律师');
    await expectInSight(tree(page).locator('[data-marks~="now"]'));
  });

  it('puts it away, and has the focus where it can be opened again', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await button(pane(page), inChinese('reading.close')).click();
    await pane(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('reading-button');
  });

  it.each([
    ['', 'reading-button'],
    ['?embed=1', 'canvas'],
  ])('puts it away by a key from within, and has the focus still on the page (/%s)', async (path, place) => {
    const page = await explorer.open({ path: `/${path}`, hash: 'view=reading' });
    await tree(page).waitFor();
    await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
    await pressUntil(page, 'v', async () => !(await pane(page).isVisible()));
    expect(await page.evaluate(() => document.activeElement?.className)).toContain(place);
  });

  it('keeps the focus as a button goes that has done what it is for', async () => {
    const page = await explorer.open();
    await openDocument(page);
    const focused = (name: string) => page.evaluate((key) => document.activeElement?.getAttribute(key), name);
    const more = page.locator('.reading-phrases .link');
    const line = tree(page).locator('.reading-row').filter({ has: more }).first();
    const address = (await line.getAttribute('data-passage')) ?? '';
    const before = await row(page, address).locator('.reading-phrase').count();
    await row(page, address).locator('.reading-phrases .link').focus();
    await page.keyboard.press('Enter');
    await expect
      .poll(() => focused('data-facts'))
      .toBe(await row(page, address).locator('.reading-phrase').nth(before).getAttribute('data-facts'));
    await row(page, 'lead.2').locator('.reading-bring').focus();
    await page.keyboard.press('Enter');
    await row(page, 'lead.2').getByText(inChinese('reading.allPresent')).waitFor();
    expect(await focused('data-passage')).toBe('lead.2');
  });

  it('reads by keys what was left out of a sentence, and why', async () => {
    const page = await explorer.open();
    await openDocument(page);
    const asked = tree(page).locator('.reading-left-out').first();
    const line = tree(page)
      .locator('.reading-row')
      .filter({ has: page.locator('.reading-left-out') })
      .first();
    await asked.focus();
    await page.keyboard.press('Enter');
    await line.locator('.reading-reasons li').first().waitFor();
    expect(await asked.getAttribute('aria-expanded')).toBe('true');
    await page.keyboard.press('Enter');
    await line.locator('.reading-reasons').waitFor({ state: 'detached' });
  });
});
