import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, chips, expectInAddress, inChinese, unfold } from './reader.ts';

/** Ids of the nodes that filters hold back. */
const heldBack = async (page: Page): Promise<string[]> =>
  (await pictureOf(page)).filter(({ isShown }) => !isShown).map(({ id }) => id);

describeTask('a reader who filters', (explorer) => {
  it('ticks off a type: a chip says so, and takes it off again', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const types = await unfold(page, 'filter.types');
    await types.getByRole('checkbox', { name: /^开展/ }).uncheck();
    await expectInAddress(page, 'toff', ['RUNS']);
    expect(await chips(page).allTextContents()).toEqual([
      `${inChinese('chip.without', { name: '开展' })} ${inChinese('chip.remove')}`,
    ]);
    await chips(page).getByRole('button').click();
    await expectInAddress(page, 'toff', []);
    await expect.poll(() => chips(page).count()).toBe(0);
    expect(await types.getByRole('checkbox', { name: /^开展/ }).isChecked()).toBe(true);
  });

  it('shows only what is stated, with counts that add up', async () => {
    const page = await explorer.open();
    const lines = await page.evaluate(() => document.querySelector('.canvas')?.['_cyreg']?.cy?.edges().length);
    const basis = await unfold(page, 'filter.basis');
    const counts = await basis.locator('li .count').allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(lines);
    await basis.getByRole('checkbox', { name: new RegExp(inChinese('filter.derived')) }).uncheck();
    await expectInAddress(page, 'boff', ['derived']);
    expect(await chips(page).count()).toBe(1);
  });

  it('narrows the picture to a programme', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const programme = await unfold(page, 'filter.facet');
    await programme.getByRole('button', { name: new RegExp(inChinese('filter.facet')) }).click();
    await page.getByRole('option', { name: '五大服务' }).click();
    await expectInAddress(page, 'facet', ['five-services']);
    await expect.poll(() => heldBack(page)).toContain('five-mechanisms');
    expect(await heldBack(page)).not.toContain('service-to-vulnerable');
    await page.getByText(inChinese('count.filtered', { n: (await heldBack(page)).length })).waitFor();
    await chips(page).getByRole('button').click();
    await expect.poll(() => heldBack(page)).toEqual([]);
  });

  it('moves the slider by keyboard, and sees the picture as of a date', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const time = await unfold(page, 'filter.time');
    await button(time, inChinese('time.asOf')).click();
    const slider = time.getByRole('slider');
    await slider.focus();
    await page.keyboard.press('Home');
    await expectInAddress(page, 'asof', [expect.stringMatching(/^\d{4}/)]);
    await expect.poll(async () => (await heldBack(page)).length).toBeGreaterThan(0);
    const [chip = ''] = await chips(page).allTextContents();
    const read = String(await slider.getAttribute('aria-valuetext'));
    expect(read).toContain('年');
    expect(chip).toContain(read);
    // However far it is dragged, undoing takes it back at once.
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+z');
    await expectInAddress(page, 'asof', []);
    await expect.poll(() => heldBack(page)).toEqual([]);
  });

  it('drags the slider twice: each is undone by itself', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const time = await unfold(page, 'filter.time');
    await button(time, inChinese('time.asOf')).click();
    const { x = 0, y = 0, width = 0, height = 0 } = (await time.locator('.slider-rail').boundingBox()) ?? {};
    const dragTo = async (from: number, to: number): Promise<string> => {
      await page.mouse.move(x + from * width, y + height / 2);
      await page.mouse.down();
      await page.mouse.move(x + to * width, y + height / 2, { steps: 4 });
      await page.mouse.up();
      return (await time.getByRole('slider').getAttribute('aria-valuetext')) ?? '';
    };
    const chip = () => chips(page).first().textContent();
    const first = await dragTo(1, 0.6);
    const second = await dragTo(0.6, 0.2);
    expect(second).not.toBe(first);
    await button(page, inChinese('history.undo')).click();
    await expect.poll(chip).toContain(first);
    await button(page, inChinese('history.undo')).click();
    await expect.poll(chip).not.toContain(first);
  });

  it('holds everything back: the picture says so, and lets all through with one press', async () => {
    const page = await explorer.open({ hash: 'boff=stated&boff=derived' });
    const all = (await pictureOf(page)).length;
    const said = page.getByRole('status').filter({ hasText: inChinese('filter.nothingLeft', { n: all }) });
    await said.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await button(said, inChinese('command.clearFilters')).click();
    await expect.poll(() => heldBack(page)).toEqual([]);
    await said.waitFor({ state: 'detached' });
  });

  it('compares two dates: what was added, ended and unchanged is counted', async () => {
    const page = await explorer.open({ hash: 'cmp=2005~2010' });
    await pictureOf(page);
    const time = await unfold(page, 'filter.time');
    await expect.poll(() => time.getByRole('slider').count()).toBe(2);
    const counts = await time.locator('dl.changes dd').allTextContents();
    expect(counts.length).toBe(3);
    expect(Number(counts[0])).toBeGreaterThan(0);
    await button(time, inChinese('time.all')).click();
    await expectInAddress(page, 'cmp', []);
    await expect.poll(() => chips(page).count()).toBe(0);
  });

  it('lets colours say how many relationships a node has, with their key and counts', async () => {
    const page = await explorer.open();
    const nodes = await pictureOf(page);
    const looks = await unfold(page, 'filter.looks');
    await looks.getByRole('button', { name: new RegExp(inChinese('looks.colour')) }).click();
    await page.getByRole('option', { name: inChinese('style.degree') }).click();
    await expectInAddress(page, 'colour', ['degree']);
    const counts = looks.locator('.colour-key .count');
    await counts.first().waitFor();
    const total = (await counts.allTextContents()).map(Number).reduce((sum, count) => sum + count, 0);
    expect(total).toBe(nodes.length);
  });

  it('opens a link to a filtered picture: what is held back is not in sight', async () => {
    const page = await explorer.open({ hash: 'off=Figure' });
    await expect.poll(async () => (await heldBack(page)).length).toBe(4);
    await page.getByText(inChinese('count.filtered', { n: 4 })).waitFor();
  });

  it('clears all filters at once, and Ctrl Z brings them back', async () => {
    const page = await explorer.open({ hash: 'off=Figure&toff=RUNS&boff=derived&asof=2008' });
    await pictureOf(page);
    await expect.poll(() => chips(page).count()).toBe(4);
    await button(page, inChinese('chip.clear')).click();
    await expect.poll(() => chips(page).count()).toBe(0);
    await page.keyboard.press('Control+z');
    await expect.poll(() => chips(page).count()).toBe(4);
  });
});
