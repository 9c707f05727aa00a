import { once } from 'node:events';
import type { Locator } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { button, expectInAddress, inChinese, inEnglish } from './reader.ts';
import { expectInSight, gist, hasFocus, pane, row, tree } from './reading-pane.ts';

const topOf = async (line: Locator): Promise<number> => Math.round((await line.boundingBox())?.y ?? NaN);

describeTask('a reader who is at a line of the document', (explorer) => {
  it('has it where it was as the coverage comes later than the outline', async () => {
    const coming = new AbortController();
    const page = await explorer.open({
      hash: 'view=reading&lang=en',
      before: (opened) =>
        opened.route('**/queries/coverage*', async (route) => {
          if (!coming.signal.aborted) await once(coming.signal, 'abort');
          await route.continue();
        }),
    });
    await gist(page, 'lead.1').waitFor();
    await pane(page).getByText(inEnglish('coverage.loading')).waitFor();
    await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
    for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowDown');
    const line = page.locator('[role="treeitem"]:focus');
    await expectInSight(line);
    const before = await topOf(line);
    coming.abort();
    await pane(page).locator('.coverage-cell').first().waitFor();
    expect(Math.abs((await topOf(line)) - before)).toBeLessThan(24);
    await expectInSight(line);
  });

  it('has it in sight, too, where the focus came to it by no key of the outline’s, as that of a screen reader', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers' });
    await tree(page).locator('[data-marks~="now"]').waitFor();
    await expectInSight(row(page, 'lead.1'));
    await page.keyboard.press('Shift');
    await row(page, 's2.i3.5').evaluate((line) => line.focus());
    await gist(page, 's2.i3.5').waitFor();
    await expectInAddress(page, 'read', ['s2.i3.5']);
    await expectInSight(row(page, 's2.i3.5'));
  });

  it('selects it by a key while some text of the page is marked', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await gist(page, 'lead.1').evaluate((words) => getSelection()?.selectAllChildren(words));
    await row(page, 'lead.2').focus();
    await page.keyboard.press('Enter');
    await expectInAddress(page, 'sel', ['passage-lead-2']);
    // A click that ends the marking is none.
    await gist(page, 'lead.1').evaluate((words) => getSelection()?.selectAllChildren(words));
    await gist(page, 'lead.1').dispatchEvent('click');
    await row(page, 'lead.1').focus();
    await page.keyboard.press(' ');
    await expectInAddress(page, 'sel', ['passage-lead-1']);
  });

  it('comes from the list by a key, and has the focus in the document', async () => {
    const page = await explorer.open({ hash: 'view=list' });
    await button(page.locator('.twin-kinds'), inChinese('view.reading')).focus();
    await page.keyboard.press('Enter');
    await tree(page).waitFor();
    await expect.poll(() => hasFocus(pane(page))).toBe(true);
    await page.keyboard.press('v');
    await pane(page).waitFor({ state: 'detached' });
    expect(await page.evaluate(() => document.activeElement?.className)).toContain('reading-button');
  });

  it('hears of each control which line it is of', async () => {
    const page = await explorer.open({ hash: 'view=reading&lang=en' });
    const section = tree(page).locator('[data-kind="section"]').first();
    const heading = (await section.locator('.reading-heading').textContent()) ?? '';
    await button(section, inEnglish('reading.fold', { name: heading })).click();
    await button(section, inEnglish('reading.unfold', { name: heading })).click();
    const place = (await row(page, 'lead.2').locator('.reading-place').textContent()) ?? '';
    const bring = row(page, 'lead.2').locator('.reading-bring');
    const [, n] = /(\d+)/.exec((await bring.textContent()) ?? '') ?? [];
    expect(await bring.getAttribute('aria-label')).toBe(
      inEnglish('reading.bringRestOf', { name: place, n: Number(n) }),
    );
  });
});
