import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, dialog, expectInspected, inChinese, inspector, openByKey, searchBox } from './reader.ts';
import { expectInSight, hasFocus, openDocument, pane, row, tree } from './reading-pane.ts';
import { editor } from './workbench.ts';

/** Keeps back what the page asks for by some addresses, until a gate is opened. */
const keepBack =
  (gate: EventEmitter, asked: RegExp) =>
  async (page: Page): Promise<void> => {
    const isOpen = once(gate, 'open');
    await page.route(asked, async (route) => {
      await isOpen;
      await route.continue();
    });
  };

/** Goes on in the search box, and has typed there for a while when what is kept back comes. */
async function goOnSearching(page: Page): Promise<void> {
  await searchBox(page).click();
  await page.keyboard.type('lv');
}

/** The next letters are typed where the first were. */
async function expectSearching(page: Page): Promise<void> {
  // Longer than the page waits with what it does after a part has come.
  await page.waitForTimeout(300);
  await page.keyboard.type('shi');
  expect(await searchBox(page).inputValue()).toBe('lvshi');
}

const inDocument = (page: Page) => button(inspector(page), inChinese('reading.inDocument')).first();
const heading = (page: Page) => inspector(page).locator('.why').getByRole('heading', { level: 3 });

describeTask('a reader who goes on while what they asked for is on its way', (explorer) => {
  it('stays in the search box as the place in the document comes, and finds that in sight', async () => {
    const gate = new EventEmitter();
    const page = await explorer.open({ hash: 'sel=lawyers', before: keepBack(gate, /queries\/mentions/) });
    await pictureOf(page);
    await inDocument(page).click();
    await pane(page).waitFor();
    await goOnSearching(page);
    gate.emit('open');
    // While what was found is listed, screen readers are told of nothing else, and so are tests that go by roles.
    await expectInSight(page.locator('[data-passage="lead.1"]'));
    await expectSearching(page);
  });

  it('is not taken to a place that they had put away with the document before it came', async () => {
    const gate = new EventEmitter();
    const page = await explorer.open({ hash: 'sel=lawyers', before: keepBack(gate, /queries\/mentions/) });
    await pictureOf(page);
    await inDocument(page).click();
    await button(pane(page), inChinese('reading.close')).click();
    await pane(page).waitFor({ state: 'detached' });
    gate.emit('open');
    await button(inspector(page), inChinese('inspector.close')).click();
    await openDocument(page);
    await expectInSight(row(page, 'title'));
    expect(await tree(page).locator('[data-marks~="sought"]').count()).toBe(0);
    expect(await hasFocus(page.locator('.reading-button:visible'))).toBe(true);
  });

  it('stays in the search box as the editor comes', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gate = new EventEmitter();
    await keepBack(gate, /\/editor-/)(page);
    await button(page, inChinese('workbench.open')).click();
    await page.locator('.plain-editor').waitFor();
    await goOnSearching(page);
    gate.emit('open');
    await editor(page).waitFor();
    await expectSearching(page);
  });

  it('writes on in the editor that they began to write in before its script came', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gate = new EventEmitter();
    await keepBack(gate, /\/editor-/)(page);
    await button(page, inChinese('workbench.open')).click();
    await page.locator('.plain-editor').click();
    gate.emit('open');
    await expect.poll(() => hasFocus(editor(page))).toBe(true);
  });

  it('stays in the search box as the answer comes to why something is there', async () => {
    const gate = new EventEmitter();
    const page = await explorer.open({ hash: 'sel=lawyers', before: keepBack(gate, /\/details-/) });
    await askWhyByPalette(page);
    await goOnSearching(page);
    gate.emit('open');
    await heading(page).waitFor();
    await expectSearching(page);
  });

  it('is led to the place as soon as it comes where they have not gone on, though the button that asked has gone', async () => {
    const gate = new EventEmitter();
    const page = await explorer.open({ hash: 'sel=lawyers', before: keepBack(gate, /queries\/mentions/) });
    await pictureOf(page);
    await inDocument(page).click();
    await expect.poll(() => hasFocus(inspector(page))).toBe(true);
    gate.emit('open');
    await expect.poll(() => hasFocus(row(page, 'lead.1'))).toBe(true);
  });

  it('is led to the answer as soon as it comes where they have not gone on', async () => {
    const gate = new EventEmitter();
    const page = await explorer.open({ hash: 'sel=lawyers', before: keepBack(gate, /\/details-/) });
    await askWhyByPalette(page);
    gate.emit('open');
    await expectInspected(page, '执业律师');
    await expect.poll(() => hasFocus(heading(page))).toBe(true);
  });
});

async function askWhyByPalette(page: Page): Promise<void> {
  await openByKey(page, 'Control+k');
  await dialog(page).getByRole('searchbox').or(dialog(page).getByRole('textbox')).first().fill(inChinese('why.title'));
  await page.keyboard.press('Enter');
  await dialog(page).waitFor({ state: 'detached' });
}
