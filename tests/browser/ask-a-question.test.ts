import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { askButton, fillWith, nodeBlank, openGallery, questionWith } from './gallery.ts';
import { pictureOf } from './picture.ts';
import { button, dialog, expectInAddress, expectInPicture, inChinese, inEnglish, inspector } from './reader.ts';

const honours = '获得过哪些荣誉，由谁授予？';
const table = (page: Page) => page.getByRole('region', { name: inChinese('table.title') });

/** The names of the nodes in the picture. */
const names = async (page: Page): Promise<string[]> =>
  (await pictureOf(page)).map(({ caption }) => caption.replaceAll('\n', '')).toSorted();

const isTooWide = (element: Element): boolean => element.scrollWidth > element.clientWidth;

describeTask('a reader who does not know Cypher', (explorer) => {
  it('finds a question, fills its blank, asks by one button, and goes back', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = await openGallery(page);
    expect(await gallery.getByRole('listitem').count()).toBeGreaterThanOrEqual(20);
    await gallery.getByRole('searchbox').fill('荣誉');
    const question = questionWith(gallery, honours);
    // As it stands it can be asked: there is an answer.
    expect(await nodeBlank(question, '组织或活动').inputValue()).toBe('百名律师联百村');
    await fillWith(page, nodeBlank(question, '组织或活动'), '党委', '金华市律师协会党委');
    await askButton(question).click();
    await dialog(page).waitFor({ state: 'detached' });
    await expectInPicture(page, 'national-advanced-organisation');
    await expect
      .poll(() => names(page))
      .toEqual(['先进基层党组织', '全国先进基层党组织', '省委', '金华市律师协会党委'].toSorted());
    await expectInAddress(page, 'q', ['query=question-honours-of&body=association-party-committee']);
    // What was asked stands beside the answer, and in the steps.
    expect(await nodeBlank(inspector(page), '组织或活动').inputValue()).toBe('金华市律师协会党委');
    await button(page, inChinese('history.steps')).click();
    await page.getByText(inChinese('act.open', { name: `金华市律师协会党委${honours}` })).waitFor();
    await page.keyboard.press('Escape');
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'five-services');
    await expectInAddress(page, 'q', []);
  });

  it('asks again with another word in the blank', async () => {
    const page = await explorer.open({ hash: 'q=query%3Dquestion-rules-of%26initiative%3Ddemocracy-mechanism' });
    await expectInPicture(page, 'open-party-affairs');
    await fillWith(page, nodeBlank(inspector(page), '举措或活动'), '经费', '经费保障机制');
    await askButton(inspector(page)).click();
    await expectInPicture(page, 'twenty-per-cent-of-fees');
    await expectInPicture(page, 'open-party-affairs', false);
  });

  it('reads rows as a table, which gives way to the picture of the next question', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = await openGallery(page);
    const numbers = questionWith(gallery, '哪些数字不小于');
    await numbers.getByRole('spinbutton').fill('3000');
    await askButton(numbers).click();
    await expect.poll(() => table(page).getByRole('row').count()).toBe(3);
    expect(await table(page).getByRole('columnheader').allTextContents()).toContain('对象');
    const again = await openGallery(page);
    await askButton(questionWith(again, '谁参与了')).click();
    await expectInPicture(page, 'election-lawyers');
    await table(page).waitFor({ state: 'detached' });
    // A list that the reader chose stays.
    await button(page, inChinese('view.list')).click();
    await askButton(questionWith(await openGallery(page), '哪些规定适用于')).click();
    await page.getByRole('button', { name: '党员律师法律援助值班制' }).first().waitFor();
  });

  it('is told what a blank does not take, and asks nothing', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = await openGallery(page);
    const since = questionWith(gallery, '以来获得了哪些荣誉');
    const date = since.getByRole('textbox', { name: '日期' });
    await date.fill('yesterday');
    await askButton(since).click();
    expect(await date.evaluate((input) => input.matches(':user-invalid'))).toBe(true);
    await dialog(page).waitFor();
    const blank = nodeBlank(questionWith(gallery, honours), '组织或活动');
    await blank.fill('没有这样的');
    await page.getByText(inChinese('question.noChoice', { text: '没有这样的' })).waitFor();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    expect(await blank.inputValue()).toBe('百名律师联百村');
  });

  it('finds questions by words and by subject, and sees when there are none', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = await openGallery(page);
    await button(gallery, '制度、目标与权利').click();
    await questionWith(gallery, '享有哪些权利').waitFor();
    await questionWith(gallery, honours).waitFor({ state: 'detached' });
    await gallery.getByRole('searchbox').fill('rights');
    await expect.poll(() => gallery.getByRole('listitem').count()).toBe(1);
    await gallery.getByRole('searchbox').fill('qqqq');
    await gallery.getByText(inChinese('gallery.empty', { text: 'qqqq' })).waitFor();
  });

  it('does it all by keys, and by the palette', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const gallery = dialog(page);
    // Keys are listened to after the first picture.
    await expect
      .poll(async () => {
        if ((await gallery.count()) === 0) await page.keyboard.press('q');
        return gallery.getByRole('searchbox').count();
      })
      .toBe(1);
    // The key may have been pressed once more while the questions were on their way.
    await page.keyboard.press('Control+a');
    await page.keyboard.type('表彰或肯定过谁');
    await expect.poll(() => gallery.getByRole('listitem').count()).toBe(1);
    const blank = nodeBlank(gallery, '机关');
    // Past the subjects and the list, which scrolls by keys.
    while (!(await blank.evaluate((input) => input === document.activeElement))) await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.getByRole('option', { name: '省委' }).waitFor();
    await page.keyboard.type('省委');
    await page.getByRole('option').nth(1).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.getByRole('option').waitFor({ state: 'detached' });
    expect(await blank.inputValue()).toBe('省委');
    await page.keyboard.press('Enter');
    await expectInPicture(page, 'five-services', false);
    await expectInPicture(page, 'provincial-party-committee');
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder(inChinese('palette.label')).fill('钱从哪里来');
    await expect
      .poll(() => page.getByRole('menuitem').allTextContents())
      .toEqual(['党建活动经费的钱从哪里来，占多少？']);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expectInPicture(page, 'membership-fees');
  });

  it('asks in English, with the names in English', async () => {
    const page = await explorer.open({ hash: 'lang=en' });
    await pictureOf(page);
    const gallery = await openGallery(page);
    const question = questionWith(gallery, 'Which honours did');
    await expect
      .poll(() => question.getByRole('combobox').inputValue())
      .toBe('A hundred lawyers for a hundred villages');
    await button(question, inEnglish('question.ask')).click();
    await expectInPicture(page, 'ten-new-deeds');
  });

  it('asks under a finger, on a small screen', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('tabs.questions')).tap();
    await page.locator('.all-questions').tap();
    const gallery = dialog(page);
    const question = questionWith(gallery, '谁监督、指导或联系');
    await button(question, inChinese('question.choices')).tap();
    await page.getByRole('option', { name: '律师事务所党支部' }).tap();
    await askButton(question).tap();
    await expectInPicture(page, 'justice-bureau-party-committee');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it.each(['zh', 'en'])('finds room for every question on a small screen: %s', async (lang) => {
    const page = await explorer.open({ ...phone, hash: `lang=${lang}&view=list` });
    await page.locator('.list-twin').waitFor();
    await page.locator('.toolbar .only-small button').first().tap();
    await page.locator('.all-questions').tap();
    const list = dialog(page).locator('.gallery');
    await list.waitFor();
    await expect.poll(() => list.getByText('[').count()).toBe(0);
    expect(await list.evaluate(isTooWide)).toBe(false);
    expect(await dialog(page).evaluate(isTooWide)).toBe(false);
    expect(await page.locator('html').evaluate(isTooWide)).toBe(false);
  });

  it.each(['light', 'dark'] as const)('meets nothing that axe objects to, in the %s', async (colorScheme) => {
    const page = await explorer.open({ colorScheme });
    await pictureOf(page);
    const gallery = await openGallery(page);
    await questionWith(gallery, honours).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await askButton(questionWith(gallery, honours)).click();
    await expectInPicture(page, 'ten-new-deeds');
    await askButton(inspector(page)).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });
});
