import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { button, dialog, inChinese, inEnglish, openByKey } from './reader.ts';
import { expectInSight, pane, row, tree } from './reading-pane.ts';

const focused = (page: Page): Promise<string | null> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-id') ?? null);

/** Puts the focus on the first line of the outline. */
async function goToStart(page: Page): Promise<void> {
  await tree(page).locator('[tabindex="0"][role="treeitem"]').focus();
  await page.keyboard.press('Home');
}

/** Waits until what is typed begins anew. */
const pauseTyping = (page: Page): Promise<void> => page.waitForTimeout(1_100);

describeTask('a reader who types in the outline of the document', (explorer) => {
  it('goes to the next line that begins so, once single keys do nothing on the page', async () => {
    const page = await explorer.open({ hash: 'view=reading&lang=en' });
    await openByKey(page, '?');
    await dialog(page).getByText(inEnglish('shortcuts.typing')).waitFor();
    await dialog(page).getByRole('checkbox').uncheck();
    await page.keyboard.press('Escape');
    await tree(page)
      .and(page.getByRole('tree', { name: inEnglish('reading.outline') }))
      .waitFor();
    await goToStart(page);
    await page.keyboard.type('when the');
    await expect.poll(() => focused(page)).toBe('passage-lead-1');
    await expectInSight(row(page, 'lead.1'));
    // What a key would do on the page, it does not do here.
    expect(await pane(page).isVisible()).toBe(true);
    // A space that goes on with a word selects nothing; one by itself selects.
    expect(new URL(page.url()).hash).not.toContain('sel=');
    await pauseTyping(page);
    await page.keyboard.press(' ');
    await expect.poll(() => new URL(page.url()).hash).toContain('sel=passage-lead-1');
    await page.getByText(inEnglish('reading.typing')).waitFor({ state: 'attached' });
  });

  it('does what single keys do on the page while these do something, and is told so', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await openByKey(page, '?');
    await dialog(page).getByText(inChinese('shortcuts.typing')).waitFor();
    await page.keyboard.press('Escape');
    await goToStart(page);
    expect(await page.getByText(inChinese('reading.typing')).count()).toBe(0);
    // No key here has such a character: keyboards of other scripts send theirs so.
    const type = (key: string) =>
      page.evaluate(
        (character) =>
          document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: character, bubbles: true })),
        key,
      );
    await type('协');
    await expect.poll(() => focused(page)).toBe('section-lead');
    await type('协');
    await expect.poll(() => focused(page)).toBe('passage-lead-1');
    await button(page, inChinese('page.language')).click();
    await tree(page).getByText('Title', { exact: true }).waitFor();
    await goToStart(page);
    // There is a line that begins so.
    await page.keyboard.press('t');
    await pane(page).waitFor({ state: 'detached' });
  });

  it('skips what is folded away, and goes on from the end at the start', async () => {
    const page = await explorer.open({
      hash: 'view=reading&lang=en',
      before: (opened) => opened.addInitScript(() => localStorage.setItem('single-keys.1', 'off')),
    });
    await tree(page).waitFor();
    await goToStart(page);
    await page.keyboard.type('overview');
    await expect.poll(() => focused(page)).toBe('section-lead');
    await page.keyboard.press('ArrowLeft');
    await row(page, 'lead.1').waitFor({ state: 'detached' });
    await pauseTyping(page);
    await page.keyboard.type('when the association');
    expect(await row(page, 'lead.1').count()).toBe(0);
    await page.keyboard.press('End');
    await pauseTyping(page);
    await page.keyboard.type('overview');
    await expect.poll(() => focused(page)).toBe('section-lead');
  });
});
