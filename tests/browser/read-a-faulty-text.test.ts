import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dropFile } from './drop-file.ts';
import { describeTask } from './explorer.ts';
import { madeText } from './made-text.ts';
import { button, expectInAddress, inChinese } from './reader.ts';
import { openDocument, pane, row } from './reading-pane.ts';

const text = madeText();
/** A passage, a quote of it, and one that gave several facts. */
const [address, quote, rich] = ['lead.1', '执业律师869名', '现有律师事务所115家'];

const source = (page: Page): Locator => page.locator('.original-text');
const phrases = (page: Page): Locator => row(page, address).locator('.reading-phrase');
const drop = (page: Page, content: string): Promise<void> =>
  dropFile(page.locator('main'), content, '原文.txt', 'text/plain');

/** The text without the passage. */
function withoutPassage(): string {
  const lines = text.split('\n');
  return lines.filter((line) => !line.includes(rich)).join('\n');
}

describeTask('a reader who opens a text with which the data set does not agree', (explorer) => {
  it('sees at once what does not match, and is told of it where they fold that away', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await drop(page, text.replaceAll(quote, '别的话'));
    const told = source(page).locator('summary').first();
    await told.waitFor();
    const words = (await told.textContent()) ?? '';
    expect(words).toMatch(/^\d+ 处引文对不上$/);
    await button(pane(page), inChinese('reading.wholeText')).click();
    await source(page).waitFor({ state: 'detached' });
    await button(pane(page), `${inChinese('reading.wholeText')} · ${words}`).waitFor();
  });

  it('is told no more than that the quotes which were compared match where a passage is not found', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await row(page, address).waitFor();
    await drop(page, withoutPassage());
    await source(page).getByText(inChinese('original.comparedMatch')).waitFor();
    expect(await source(page).getByText(inChinese('original.allMatch')).count()).toBe(0);
    await drop(page, text);
    await source(page).getByText(inChinese('original.allMatch')).waitFor();
  });

  it('selects by its quote what a quote gave that is not in the text', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await phrases(page).first().waitFor();
    const count = await phrases(page).count();
    await drop(page, text.replaceAll(quote, '别的话'));
    await row(page, address).locator('mark').first().waitFor();
    expect(await phrases(page).locator('q').allTextContents()).toEqual([quote]);
    await phrases(page).first().click();
    await expectInAddress(page, 'sel', [expect.any(String)]);
    await drop(page, withoutPassage());
    await row(page, address).getByText(inChinese('original.notFound')).waitFor();
    expect(await phrases(page).count()).toBe(count);
  });

  it('goes from a quote that does not match to each of the first facts that it is for', async () => {
    const page = await explorer.open({ hash: 'view=reading' });
    await phrases(page).first().waitFor();
    const several = phrases(page).filter({ hasText: rich });
    const facts: string[] = JSON.parse((await several.getAttribute('data-facts')) ?? '[]');
    expect(facts.length).toBeGreaterThan(1);
    await drop(page, text.replaceAll(rich, '别的话'));
    await source(page).locator('summary').first().click();
    const line = source(page).locator('details').first().getByRole('listitem').filter({ hasText: rich });
    await line.getByText(inChinese('original.whose')).waitFor();
    const links = line.getByRole('button');
    // The first of them is the address.
    expect(await links.count()).toBe(1 + Math.min(facts.length, 3));
    for (const [index, fact] of facts.slice(0, 3).entries()) {
      await links.nth(index + 1).click();
      await expectInAddress(page, 'sel', [fact]);
    }
  });
});
