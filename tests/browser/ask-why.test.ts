import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { clickRelationship, pictureOf } from './picture.ts';
import {
  button,
  dialog,
  expectInAddress,
  expectInspected,
  inChinese,
  inEnglish,
  inspector,
  inspectorTitle,
  menuItem,
  notices,
  openByKey,
  pressUntil,
} from './reader.ts';

const derived = 'party-branches.INCLUDES.other-branches';
const linkTo = (id: string, language = 'zh'): string => new URLSearchParams({ sel: id, lang: language }).toString();

const why = (page: Page) => inspector(page).locator('.why');
const heading = (page: Page) => why(page).getByRole('heading', { level: 3 });
const isHeadingFocused = (page: Page) => heading(page).evaluate((element) => element === document.activeElement);
/** Where the reader was taken in the document. */
const sought = (page: Page) => page.locator('[data-marks~="sought"]');
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const askByPalette = async (page: Page): Promise<void> => {
  await openByKey(page, 'Control+k');
  await dialog(page).getByRole('searchbox').or(dialog(page).getByRole('textbox')).first().fill(inChinese('why.title'));
  await page.keyboard.press('Enter');
};
const refuseToCopy = (page: Page) =>
  page.addInitScript(() => {
    navigator.clipboard.writeText = () => Promise.reject(new DOMException('refused', 'NotAllowedError'));
  });
const mayCopy = { permissions: ['clipboard-read', 'clipboard-write'] };

describeTask('a reader who asks why something is there', (explorer) => {
  it('follows a derived line down to what the document says, by mouse', async () => {
    const page = await explorer.open();
    await clickRelationship(page, derived);
    await expect.poll(() => heading(page).textContent()).toBe(inChinese('why.title'));
    await why(page).getByText(inChinese('inspector.derived'), { exact: true }).first().waitFor();
    await why(page).locator('summary').first().click();
    await why(page).locator('summary').nth(1).click();
    await why(page).locator('q').getByText('全市37个律师事务所党支部', { exact: true }).waitFor();
    await button(why(page), '党支部数 37 个').click();
    await expectInspected(page, '党支部数');
    await why(page).getByText(inChinese('why.stated'), { exact: true }).waitFor();
    await why(page)
      .getByText(inChinese('why.figure', { name: '党支部数', value: '37 个' }))
      .waitFor();
    await button(inspector(page), inChinese('inspector.back')).click();
    await expect.poll(() => inspectorTitle(page).textContent()).toMatch(/其余党支部/);
  });

  it('does the same with the keyboard alone, in English', async () => {
    const page = await explorer.open({ hash: linkTo(derived, 'en') });
    await heading(page).waitFor();
    await pressUntil(page, 'i', () => isHeadingFocused(page));
    expect(await heading(page).textContent()).toBe(inEnglish('why.title'));
    const summary = why(page).locator('summary').first();
    for (let presses = 0; presses < 20; presses += 1) {
      if (await summary.evaluate((element) => element === document.activeElement)) break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.press('Enter');
    await why(page)
      .getByText(inEnglish('inspector.derivedFrom', { text: '37 branches less the 13 joint ones.' }))
      .waitFor();
    await page.keyboard.press('Shift+Tab');
    await page.keyboard.press('Enter');
    await expectInspected(page, 'Number of the other Party branches');
    await expectInAddress(page, 'sel', ['figure-other-branches']);
  });

  it('takes the answer along by GB/T 7714, and as plain text, and is told that it is copied', async () => {
    const page = await explorer.open({ ...mayCopy, hash: linkTo('jinhua.LOCATED_IN.zhejiang') });
    await button(why(page), inChinese('cite.numeric')).click();
    await notices(page).getByText(inChinese('cite.copied')).waitFor();
    expect(await clipboard(page)).toBe(
      '“浙江省金华市”[1]\n[1] 浙江省金华市律师协会党委先进事迹材料[Z]. [出版地不详]: [出版者不详], 2011: 标题.',
    );
    await button(why(page), inChinese('cite.plain')).click();
    await expect
      .poll(() => clipboard(page))
      .toBe(
        '金华市在浙江省。\n文中明说。\n引文：“浙江省金华市”（标题）\n出处：《浙江省金华市律师协会党委先进事迹材料》，2011年。',
      );
  });

  it('copies in English with the keyboard: the reference in the language of the document, then in the reader’s', async () => {
    const page = await explorer.open({ ...mayCopy, hash: linkTo('jinhua.LOCATED_IN.zhejiang', 'en') });
    await button(why(page), inEnglish('cite.numeric')).press('Enter');
    await expect
      .poll(async () => (await clipboard(page)).split('\n'))
      .toEqual([
        '“浙江省金华市”[1]',
        '[1] 浙江省金华市律师协会党委先进事迹材料[Z]. [出版地不详]: [出版者不详], 2011: 标题.',
        'The Merits of the Party Committee of the Jinhua Lawyers Association[Z]. [S.l.]: [s.n.], 2011: Title.',
      ]);
  });

  it('is told that what the citation names is on its way, and it is fetched once however often they press', async () => {
    const gate = new EventEmitter();
    const asked: string[] = [];
    const page = await explorer.open({
      ...mayCopy,
      hash: linkTo('justice-bureau-party-committee.GUIDES.party-branches'),
      before: (opened) =>
        opened.route(/\/queries\/facts\b/, async (route) => {
          asked.push(route.request().url());
          await once(gate, 'open');
          await route.continue();
        }),
    });
    await button(why(page), inChinese('cite.plain')).click();
    const busy = button(why(page), inChinese('cite.fetching'));
    await busy.and(page.locator('[aria-busy=true]')).waitFor();
    const before = asked.length;
    await busy.click();
    await busy.press('Enter');
    expect(asked.length).toBe(before);
    gate.emit('open');
    await button(why(page), inChinese('cite.plain')).waitFor();
    await notices(page).getByText(inChinese('cite.copied')).waitFor();
    const [premise = ''] = inChinese('cite.premise').split('{');
    expect(await clipboard(page)).toContain(premise);
  });

  it('gets the citation selected, to copy it by hand, where the browser does not let the page', async () => {
    const page = await explorer.open({ hash: linkTo('lawyers'), before: refuseToCopy });
    await button(why(page), inChinese('cite.plain')).click();
    await notices(page).getByText(inChinese('cite.notCopied')).waitFor();
    const area = why(page).getByRole('textbox', { name: inChinese('cite.text') });
    const selected = () =>
      area.evaluate((element) =>
        element instanceof HTMLTextAreaElement
          ? [element.selectionStart, element.selectionEnd, element.value.length]
          : [],
      );
    await expect.poll(async () => new Set((await selected()).slice(1)).size).toBe(1);
    expect((await selected())[0]).toBe(0);
    expect(await area.inputValue()).toContain('执业律师869名');
  });

  it('asks by the menu of a node, and by the menu of a line', async () => {
    const page = await explorer.open();
    const nodes = await pictureOf(page);
    const node = nodes.find(({ id }) => id === 'joint-branches');
    await page.mouse.click(node?.pageX ?? 0, node?.pageY ?? 0, { button: 'right' });
    await menuItem(page, inChinese('why.title')).click();
    await expectInspected(page, '联合党支部');
    await expect.poll(() => isHeadingFocused(page)).toBe(true);
    await clickRelationship(page, derived, { button: 'right' });
    await page.getByRole('menu', { name: '律师事务所党支部包括其余党支部' }).waitFor();
    await menuItem(page, inChinese('why.title')).click();
    await expectInAddress(page, 'sel', [derived]);
    await expect.poll(() => isHeadingFocused(page)).toBe(true);
  });

  it('asks by the palette, and from a sentence in the panel of a node', async () => {
    const page = await explorer.open({ hash: linkTo('party-branches') });
    await askByPalette(page);
    await expect.poll(() => isHeadingFocused(page)).toBe(true);
    const sentence = '律师事务所党支部包括其余党支部';
    await button(inspector(page), inChinese('why.of', { sentence })).click();
    await expectInAddress(page, 'sel', [derived]);
    await expect.poll(() => isHeadingFocused(page)).toBe(true);
  });

  it('comes from a node, and from a line, to the first place where the document says so, by one button', async () => {
    const page = await explorer.open({ hash: linkTo('organisational-coverage') });
    const first = await why(page).locator('.citation').first().getByRole('button').getAttribute('title');
    await button(why(page), inChinese('reading.inDocument')).press('Enter');
    await expect.poll(() => sought(page).getAttribute('data-passage')).toBe(first);
    await expectInAddress(page, 'sel', ['organisational-coverage']);
    // The document is open, and shows the places of what is selected by itself.
    await expect.poll(() => button(why(page), inChinese('reading.inDocument')).count()).toBe(0);
    const beside = await explorer.open({ hash: linkTo(derived, 'en') });
    await button(why(beside), inEnglish('reading.inDocument')).click();
    await sought(beside).waitFor();
    await expectInAddress(beside, 'sel', [derived]);
  });

  it('is led to the answer on a phone, over the document that is open', async () => {
    const page = await explorer.open({ ...phone, hash: `${linkTo('party-branches')}&view=reading` });
    await page.locator('.reading').getByRole('tree').waitFor();
    expect(await heading(page).isVisible()).toBe(false);
    await askByPalette(page);
    await expect.poll(() => heading(page).isVisible()).toBe(true);
    await expect.poll(() => isHeadingFocused(page)).toBe(true);
  });

  it('is told of premises that did not come, and gets them by trying again', async () => {
    let isAway = true;
    const page = await explorer.open({
      hash: linkTo('justice-bureau-party-committee.GUIDES.party-branches'),
      expected: /Failed to load resource/,
      async before(opened) {
        await opened.route(/\/queries\/facts\b/, (route) => (isAway ? route.abort() : route.continue()));
      },
    });
    await why(page).getByRole('alert').waitFor();
    isAway = false;
    await button(why(page), inChinese('page.retry')).click();
    await button(why(page), '市司法局党委班子成员指导联系单位').waitFor();
  });

  it.each([
    ['a derived line', linkTo(derived), { colorScheme: 'light' as const }],
    [
      'a derived line in the dark, on a phone, in English',
      linkTo(derived, 'en'),
      { ...phone, colorScheme: 'dark' as const },
    ],
    ['a passage', linkTo('passage-lead-2'), {}],
    ['the document', linkTo('jinhua-account'), {}],
  ])('has nothing for axe to find at %s', async (_, hash, options) => {
    const page = await explorer.open({ hash, ...options });
    await heading(page).waitFor();
    for (const summary of await why(page).locator('summary').all()) await summary.click();
    expect(await axeFindings(page)).toEqual([]);
    // Nothing is wider than the panel.
    expect(await why(page).evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  });

  it('hears each quote in the language of the document, whatever the page speaks', async () => {
    const page = await explorer.open({ hash: linkTo('lawyers', 'en') });
    await why(page).locator('q').first().waitFor();
    expect(await languagesOfQuotes(page)).toEqual(['zh-CN']);
  });
});

const languagesOfQuotes = async (page: Page) => {
  const quotes = inspector(page).locator('q');
  return [...new Set(await quotes.evaluateAll((all) => all.map((quote) => quote.getAttribute('lang'))))];
};
