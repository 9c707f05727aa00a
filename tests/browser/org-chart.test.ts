import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inEnglish, inspector, pressUntil } from './reader.ts';

const chart = (page: Page): Locator => page.getByRole('tree', { name: /^(组织结构图|Organisation chart)/ });
const card = (page: Page, id: string): Locator => page.locator(`[role=treeitem][data-id="${id}"]`);
/** All that is drawn of a card. */
const drawn = (page: Page, id: string): Locator => page.locator(`[data-card="${id}"]`);
const line = (page: Page, id: string): Locator => page.locator(`.chart-line[data-id="${id}"]`);

async function expectCards(page: Page, count: number): Promise<void> {
  await expect.poll(() => chart(page).getByRole('treeitem').count()).toBe(count);
}

const focusedCard = (page: Page): Promise<string | null | undefined> =>
  page.evaluate(() => document.activeElement?.getAttribute('data-id'));

/** Where the chart's first card is drawn, and how wide. */
const boxOfCard = async (page: Page, id: string): Promise<{ x: number; y: number; width: number }> =>
  (await card(page, id).boundingBox()) ?? { x: 0, y: 0, width: 0 };

const supervision = 'association-party-committee.SUPERVISES.jinhua-lawyers-association';

describeTask('a reader of the organisation chart', (explorer) => {
  it('opens it beside the picture, and reads who is above whom, what they are, and how many', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await button(page, inChinese('view.chart')).click();
    await expectCards(page, 14);
    await expectInAddress(page, 'surface', ['chart']);
    expect(await card(page, 'joint-branches').getAttribute('aria-label')).toContain(
      '联合党支部、集体、联合党支部数 13 个',
    );
    expect(await card(page, 'branch-secretaries').getAttribute('aria-label')).toContain('集体、书记');
    expect(await card(page, 'party-branches').getAttribute('aria-level')).toBe('3');
    // Three sheets are a stack, one is a single body.
    const sheets = (id: string) => drawn(page, id).locator('path[stroke]').count();
    expect(await sheets('joint-branches')).toBeGreaterThan(await sheets('association-party-committee'));
    await button(page, 'English').click();
    await expect.poll(() => card(page, 'joint-branches').getAttribute('aria-label')).toContain('13 branches');
  });

  it('selects a card and a line, each of which leads to its quotes', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await card(page, 'party-branches').click({ position: { x: 60, y: 12 } });
    await expectInspected(page, '律师事务所党支部');
    await expectInAddress(page, 'sel', ['party-branches']);
    expect(await inspector(page).textContent()).toContain('下设党支部37个');
    await line(page, supervision).locator('.chart-reach').dispatchEvent('click');
    await expect.poll(() => inspector(page).textContent()).toContain('接受中共金华市律师协会委员会的监督指导');
    await expectInAddress(page, 'sel', [supervision]);
    expect(await line(page, supervision).locator('path[stroke-dasharray="1.8 4"]').count()).toBe(1);
  });

  it('folds a branch, is told what is not drawn, undoes it, and finds it again after a reload', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await expectCards(page, 14);
    await drawn(page, 'party-branches').locator('.chart-toggle').click();
    await expectCards(page, 11);
    await expectInAddress(page, 'fold', ['party-branches']);
    const counts = page.locator('.chart-counts');
    await expect.poll(() => counts.textContent()).toContain(inChinese('chart.folded', { n: 3 }));
    expect(await card(page, 'party-branches').getAttribute('aria-expanded')).toBe('false');
    await page.reload();
    await expectCards(page, 11);
    await page.keyboard.press('Control+z');
    await expectCards(page, 14);
    await button(page, inChinese('chart.compact')).click();
    await expectInAddress(page, 'compact', ['1']);
    await button(page, inChinese('chart.foldAll')).click();
    await expect.poll(() => counts.textContent()).toContain(inChinese('chart.folded', { n: 6 }));
    await button(page, inChinese('history.undo')).click();
    await button(page, inChinese('history.undo')).click();
    await expectCards(page, 14);
    await expectInAddress(page, 'compact', []);
  });

  it('walks with the arrow keys, folds with Space, selects with Enter, and goes back to the picture', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await expectCards(page, 14);
    await card(page, 'jinhua-lawyers-association').focus();
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedCard(page)).toBe('association-party-committee');
    await page.keyboard.press('ArrowDown');
    await expect.poll(() => focusedCard(page)).toBe('party-branches');
    await page.keyboard.press(' ');
    await expectCards(page, 11);
    await expect.poll(() => focusedCard(page)).toBe('party-branches');
    // On what is folded, down unfolds first.
    await page.keyboard.press('ArrowDown');
    await expectCards(page, 14);
    await page.keyboard.press('Enter');
    await expectInspected(page, '律师事务所党支部');
    await page.keyboard.press('ArrowUp');
    await expect.poll(() => focusedCard(page)).toBe('association-party-committee');
    await page.keyboard.press('g');
    await expectInAddress(page, 'surface', []);
    expect(await page.locator('.canvas').isVisible()).toBe(true);
  });

  it('looks round with wheel, mouse and buttons', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await expectCards(page, 14);
    const id = 'association-party-committee';
    const before = await boxOfCard(page, id);
    await page.mouse.move(before.x + 5, before.y + 5);
    await page.mouse.wheel(0, -300);
    await expect.poll(async () => (await boxOfCard(page, id)).width).toBeGreaterThan(before.width * 1.2);
    const larger = await boxOfCard(page, id);
    await page.mouse.move(larger.x + 40, larger.y + 20);
    await page.mouse.down();
    await page.mouse.move(larger.x + 100, larger.y + 60, { steps: 4 });
    await page.mouse.up();
    await expect.poll(async () => Math.round((await boxOfCard(page, id)).x - larger.x)).toBe(60);
    // What was a drag selects nothing.
    await expectInAddress(page, 'sel', []);
    await button(page, inChinese('zoom.fit')).click();
    await expect.poll(async () => (await boxOfCard(page, id)).width).toBeLessThan(larger.width);
  });

  it.each(['A4', 'A3'])('prints it on one page of %s, as text', async (paper) => {
    const page = await explorer.open({
      hash: 'surface=chart',
      // Headless, there is no dialog: what was to be printed is looked at instead.
      before: (opened) => opened.addInitScript('globalThis.print = () => (globalThis.isPrinting = true)'),
    });
    await expectCards(page, 14);
    await button(page, inChinese('chart.printOn', { page: paper })).click();
    await page.waitForFunction('globalThis.isPrinting');
    await page.emulateMedia({ media: 'print' });
    expect(await page.locator('.chart-print').textContent()).toContain('联合党支部');
    expect(await page.locator('#app').isVisible()).toBe(false);
    const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
    expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    const [, width = 0, height = 0] = /\/MediaBox\s*\[0 0 ([\d.]+) ([\d.]+)\]/.exec(pdf)?.map(Number) ?? [];
    const expected = paper === 'A4' ? [842, 595] : [1191, 842];
    expect([Math.abs(width - (expected[0] ?? 0)) < 2, Math.abs(height - (expected[1] ?? 0)) < 2]).toEqual([true, true]);
    // Lines and letters, not an image of them.
    expect(pdf).toMatch(/\/Type\s*\/Font\b/);
    expect(pdf).not.toMatch(/\/Subtype\s*\/Image\b/);
  });

  it('prints it by keys, too', async () => {
    const page = await explorer.open({
      hash: 'surface=chart',
      before: (opened) =>
        opened.addInitScript(
          'globalThis.print = () => (globalThis.printed = document.querySelector(".chart-print")?.textContent ?? "none")',
        ),
    });
    await expectCards(page, 14);
    await page.locator('main').focus();
    const printed = (): Promise<unknown> => page.evaluate('String(globalThis.printed)');
    await pressUntil(page, 'Control+p', async () => (await printed()) !== 'undefined');
    expect(await printed()).toContain('联合党支部');
  });

  it('is laid out anew where one change overtakes another', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await expectCards(page, 14);
    const names = [inChinese('chart.compact'), inChinese('chart.foldAll')];
    // Each while the layout before it is under way.
    await page.evaluate(async (wanted) => {
      for (const name of wanted) {
        const buttons = [...document.querySelectorAll<HTMLElement>('.chart-tools button')];
        buttons.find(({ textContent }) => textContent.trim() === name)?.click();
        await new Promise((resolve) => setTimeout(resolve));
      }
    }, names);
    await expect.poll(() => page.locator('.chart-counts').textContent()).toContain(inChinese('chart.folded', { n: 6 }));
    await expectInAddress(page, 'compact', ['1']);
  });

  it.each([
    ['in Chinese', {}, 'surface=chart'],
    [
      'in English, in the dark, compact, with a line selected',
      { colorScheme: 'dark' },
      `surface=chart&lang=en&compact=1&sel=${supervision}`,
    ],
    ['on a phone', phone, 'surface=chart&fold=party-branches'],
  ] as const)('has nothing that axe objects to %s', async (_, options, hash) => {
    const page = await explorer.open({ ...options, hash });
    await card(page, 'jinhua-lawyers-association').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      page.viewportSize()?.width ?? 0,
    );
  });

  it('is moved and folded by a finger', async () => {
    const page = await explorer.open({ ...phone, hash: 'surface=chart&lang=en' });
    await card(page, 'association-party-committee').waitFor();
    await drawn(page, 'association-party-committee').locator('.chart-toggle').tap();
    await expect.poll(() => page.locator('.chart-counts').textContent()).toContain(inEnglish('chart.folded', { n: 6 }));
  });

  it('is told why there is none, and tries again', async () => {
    const page = await explorer.open({
      hash: 'surface=chart',
      expected: /Failed to load resource/,
      before: (opened) => opened.route('**/api/queries/org-chart', (route) => route.abort(), { times: 1 }),
    });
    await page.getByRole('heading', { name: inChinese('chart.failed') }).waitFor();
    await button(page, inChinese('page.retry')).click();
    await expectCards(page, 14);
  });
});
