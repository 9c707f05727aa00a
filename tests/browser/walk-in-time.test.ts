import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Word, WordValues } from '../../client/state/locale.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { clickNode, pictureOf, placesOf } from './picture.ts';
import {
  button,
  dialog,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inEnglish,
  inspector,
} from './reader.ts';

const panel = (page: Page, title: (word: Word, values?: WordValues) => string = inChinese): Locator =>
  page.getByRole('region', { name: title('timeline.title') });
const marks = (page: Page): Locator => panel(page).locator('.timeline-mark');
/** The mark that says a text in its name: date, name and kind. */
const mark = (page: Page, text: string): Locator => panel(page).getByRole('button', { name: text });
const line = (part: Locator, text: string): Locator => part.locator('.timeline-line').filter({ hasText: text });

/** Ids of what stands out in the picture because it is pointed at. */
const pointedAt = (page: Page): Promise<string[]> =>
  page.evaluate(
    () =>
      document
        .querySelector('.canvas')
        ?.['_cyreg']?.cy?.elements('.pointed')
        .map((element) => element.id()) ?? [],
  );

async function opened(page: Page): Promise<void> {
  await pictureOf(page);
  await marks(page).first().waitFor();
}

describeTask('a reader of what happened when', (explorer) => {
  it('opens the timeline by its key, walks it by arrows, and selects what is there', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await expect
      .poll(async () => {
        if ((await panel(page).count()) === 0) await page.keyboard.press('y');
        return panel(page).count();
      })
      .toBe(1);
    await expectInAddress(page, 'timeline', ['1']);
    await marks(page).first().focus();
    expect(await page.locator(':focus').textContent()).toContain('1997年12月：金华市律师协会成立');
    await page.keyboard.press('ArrowRight');
    expect(await page.locator(':focus').textContent()).toContain('2005年');
    await page.keyboard.press('End');
    expect(await page.locator(':focus').textContent()).toContain('2011年');
    await page.keyboard.press('Home');
    await page.keyboard.press('Enter');
    await expectInspected(page, '金华市律师协会成立');
    expect(await marks(page).first().getAttribute('aria-current')).toBe('true');
    // Selecting adds nothing to the picture.
    expect(await placesOf(page)).toEqual(before);
    await button(panel(page), inChinese('timeline.close')).click();
    await expectInAddress(page, 'timeline', []);
  });

  it('has as many marks as have room, which do not overlap, and every item on one of them', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    await panel(page)
      .getByText(inChinese('timeline.count', { n: 40 }))
      .waitFor();
    const boxes = await marks(page).evaluateAll((all) =>
      all.map((each) => {
        const { left, right, top, bottom } = each.getBoundingClientRect();
        const more = Number(each.querySelector('.timeline-count')?.textContent ?? 0);
        return { left, right, top, bottom, items: 1 + more };
      }),
    );
    expect(boxes.reduce((sum, { items }) => sum + items, 0)).toBe(40);
    const overlapping = boxes.filter((one) =>
      boxes.some(
        (other) =>
          one !== other &&
          one.left < other.right &&
          other.left < one.right &&
          one.top < other.bottom &&
          other.top < one.bottom,
      ),
    );
    expect(overlapping).toEqual([]);
  });

  it('opens what is of one time as a list, and goes to one of it in the picture', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    await mark(page, '2008年6月').click();
    await expect.poll(() => dialog(page).locator('.timeline-line').count()).toBe(4);
    expect(await dialog(page).getByRole('heading').allTextContents()).toEqual(['2008年6月']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => dialog(page).count()).toBe(0);
    await expectInAddress(page, 'sel', ['association-party-committee.RECEIVED.provincial-advanced-organisation']);
    // Its face is now what was chosen of it.
    expect(await mark(page, '2008年6月').textContent()).toContain('金华市律师协会党委获得');
    await inspector(page).getByText('2008年6月').first().waitFor();
  });

  it('sees what has to do with a node marked, and lit up while either is pointed at', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    await clickNode(page, 'national-advanced-organisation');
    await expect.poll(() => mark(page, '2011年').getAttribute('data-related')).toBe('true');
    expect(await mark(page, '1997年').getAttribute('data-related')).toBe('false');
    await mark(page, '2011年').hover();
    await expect.poll(() => pointedAt(page)).toContain('national-advanced-organisation');
    const node = (await pictureOf(page)).find(({ id }) => id === 'provincial-advanced-organisation');
    await page.mouse.move(node?.pageX ?? 0, node?.pageY ?? 0);
    await expect.poll(() => mark(page, '2008年6月').getAttribute('data-pointed')).toBe('true');
    expect(await mark(page, '2011年').getAttribute('data-pointed')).toBe('false');
  });

  it('brings what is not in the picture into it, and takes that back', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    await mark(page, '1997年').click();
    await expectInPicture(page, 'association-founded', false);
    await button(inspector(page), inChinese('inspector.show')).click();
    await expectInPicture(page, 'association-founded');
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'association-founded', false);
  });

  it('brings a relationship with its ends, and takes that back', async () => {
    const id = 'association-party-committee.PRESENTED_AT.national-symposium';
    const page = await explorer.open({ hash: new URLSearchParams({ timeline: '1', sel: id }).toString() });
    await opened(page);
    await inspector(page).getByText(inChinese('inspector.offScreen')).waitFor();
    await button(inspector(page), inChinese('inspector.show')).click();
    await expectInPicture(page, 'national-symposium');
    expect(await button(inspector(page), inChinese('inspector.show')).count()).toBe(0);
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'national-symposium', false);
  });

  it('zooms by wheel and keys, has the months named then, and walks on to what is out of sight', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    const axis = panel(page).locator('.timeline-axis');
    const first = marks(page).first();
    // Where its month stands, which then stays in sight.
    await first.hover({ position: { x: 4, y: 10 } });
    for (let turn = 0; turn < 4; turn += 1) await page.mouse.wheel(0, -500);
    await expect.poll(() => axis.textContent()).toContain('月');
    await expect.poll(() => mark(page, '2011年').count()).toBe(0);
    await first.focus();
    await page.keyboard.press('ArrowRight');
    await expect.poll(() => page.locator(':focus').textContent()).toContain('2005年');
    await page.keyboard.press('0');
    await mark(page, '2011年').waitFor();
    expect(await axis.textContent()).not.toContain('月');
  });

  it('is moved by dragging, which selects nothing', async () => {
    const page = await explorer.open({ hash: 'timeline=1' });
    await opened(page);
    await button(panel(page), inChinese('timeline.zoomIn')).click();
    await button(panel(page), inChinese('timeline.zoomIn')).click();
    const before = await mark(page, '2008年6月').boundingBox();
    if (!before) throw new Error('the mark is not in sight');
    await page.mouse.move(before.x + 10, before.y + 10);
    await page.mouse.down();
    await page.mouse.move(before.x - 60, before.y + 10, { steps: 5 });
    await page.mouse.up();
    const after = await mark(page, '2008年6月').locator('.timeline-bar').boundingBox();
    expect(after?.x ?? 0).toBeLessThan(before.x);
    await expectInAddress(page, 'sel', []);
    expect(await dialog(page).count()).toBe(0);
  });

  it('shows it as a list, walks that, and is told what the filters hold back', async () => {
    const page = await explorer.open({ hash: 'timeline=1&off=Figure&off=Award' });
    await opened(page);
    await panel(page)
      .getByText(inChinese('timeline.heldBack', { n: 19 }))
      .waitFor();
    await button(panel(page), inChinese('view.list')).click();
    await line(panel(page), '成立党委').first().waitFor();
    expect(await panel(page).getByRole('heading', { level: 3 }).first().textContent()).toBe('1997年12月');
    expect(await line(panel(page), '先进基层党组织').locator('small', { hasText: '荣誉' }).count()).toBe(0);
    await line(panel(page), '成立党委').first().focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect.poll(() => panel(page).locator('[aria-current=true]').count()).toBe(1);
  });

  it('finds it again after reloading', async () => {
    const page = await explorer.open({ hash: 'timeline=1&sel=committee-founded' });
    await opened(page);
    await page.reload();
    await opened(page);
    await expectInspected(page, '成立党委');
    expect(await mark(page, '2006年5月').first().getAttribute('data-related')).toBe('true');
  });

  it('has it beside a scene and in a show, above their words', async () => {
    for (const hash of ['timeline=1&scene=honours', 'timeline=1&scene=honours&present=1']) {
      const page = await explorer.open({ hash });
      await opened(page);
      const strip = await panel(page).boundingBox();
      const words = await page.locator('.scene-bar, .show').boundingBox();
      expect((strip?.y ?? 0) + (strip?.height ?? 0)).toBeLessThanOrEqual((words?.y ?? 0) + 1);
      expect((words?.y ?? 0) + (words?.height ?? 0)).toBeLessThanOrEqual(900);
    }
  });

  it('reads it as a sheet on a small screen, by touch', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('timeline.open')).tap();
    await line(panel(page), '金华市律师协会成立').first().tap();
    await expectInspected(page, '金华市律师协会成立');
    await button(page, inChinese('inspector.close')).tap();
    await line(panel(page), '金华市律师协会成立').first().waitFor();
    await button(panel(page), inChinese('timeline.close')).tap();
    await expect.poll(() => panel(page).count()).toBe(0);
  });

  it('is told when what is dated does not arrive, and can try again', async () => {
    const dated = '**/api/queries/timeline*';
    const page = await explorer.open({
      hash: 'timeline=1',
      expected: /Failed to load resource/,
      before: (target) => target.route(dated, (route) => route.abort('connectionrefused')),
    });
    await panel(page).getByRole('alert').waitFor();
    await page.unroute(dated);
    await button(panel(page), inChinese('page.retry')).click();
    await marks(page).first().waitFor();
  });

  it.each([
    ['Chinese', 'timeline=1&sel=association-party-committee', {}],
    ['English, in the dark', 'timeline=1&lang=en&sel=committee-founded', { colorScheme: 'dark' as const }],
  ])('meets nothing that axe objects to (%s)', async (_, hash, options) => {
    const words = hash.includes('lang=en') ? inEnglish : inChinese;
    const page = await explorer.open({ hash, ...options });
    await pictureOf(page);
    await panel(page, words).locator('.timeline-mark').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await panel(page, words).locator('[aria-haspopup=dialog].timeline-mark').first().click();
    await dialog(page).locator('.timeline-line').first().waitFor();
    expect(await axeFindings(page, ['.popover'])).toEqual([]);
    await page.keyboard.press('Escape');
    await button(panel(page, words), words('timeline.about')).click();
    await dialog(page).getByText(words('timeline.keys')).waitFor();
    expect(await axeFindings(page, ['.popover'])).toEqual([]);
  });

  it('meets nothing that axe objects to on a small screen', async () => {
    const page = await explorer.open({ ...phone, hash: 'timeline=1' });
    await pictureOf(page);
    await line(panel(page), '成立党委').first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
