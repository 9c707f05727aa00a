import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Word, WordValues } from '../../client/state/locale.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { contradictory, dataSetWithFigures, withoutFigures } from './figures-data-set.ts';
import { pictureOf, placesOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inEnglish, inspector } from './reader.ts';

const panel = (page: Page, title: (word: Word, values?: WordValues) => string = inChinese): Locator =>
  page.getByRole('region', { name: title('figures.title') });
const measure = (page: Page, title: string): Locator => panel(page).getByRole('group', { name: title, exact: true });
const point = (part: Locator, value: string): Locator =>
  part.locator('figure').getByRole('button', { name: value }).first();

describeTask('a reader of the figures', (explorer) => {
  it('opens them by a key, goes to a point, hears and sees its quote, and opens its evidence', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const before = (await placesOf(page)).size;
    await expect
      .poll(async () => {
        await page.keyboard.press('d');
        return panel(page).count();
      })
      .toBe(1);
    await expectInAddress(page, 'view', ['figures']);
    const coverage = measure(page, '党的组织覆盖面');
    await point(coverage, '32 %').focus();
    expect(await coverage.locator('.readout').textContent()).toContain('党的组织覆盖面从2005年的32%');
    expect(await page.locator(':focus').textContent()).toContain('从2005年的32%');
    await page.keyboard.press('Tab');
    expect(await coverage.locator('.readout').textContent()).toContain('增加到2010年的100%');
    await page.keyboard.press('Enter');
    await expectInspected(page, '2010年党的组织覆盖面');
    await inspector(page).getByText('增加到2010年的100%').first().waitFor();
    expect(await point(coverage, '100 %').getAttribute('aria-current')).toBe('true');
    expect((await placesOf(page)).size).toBe(before);
  });

  it('sees a whole with its parts, what they come to, and which of them is derived', async () => {
    const page = await explorer.open({ hash: 'view=figures' });
    const rooms = measure(page, '党员活动室');
    await rooms.getByText(inChinese('figures.sumComesOut', { sum: '5 个 + 21 个 + 11 个 = 37 个' })).waitFor();
    const widths = await rooms
      .locator('.shares > span')
      .evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().width));
    const [five = 0, twentyOne = 0, eleven = 0] = widths;
    expect(twentyOne / five).toBeCloseTo(21 / 5, 1);
    expect(eleven / five).toBeCloseTo(11 / 5, 1);
    expect(await measure(page, '党支部').locator('.readout').textContent()).toContain(inChinese('figures.derivedMark'));
    await point(rooms, '21 个').click();
    await expectInspected(page, '标准场所数');
  });

  it('has each chart as a table, with what each number is of, when, how it is known and from where', async () => {
    const page = await explorer.open({ hash: 'view=figures' });
    const branches = measure(page, '党支部');
    await branches.getByText(inChinese('figures.asTable')).click();
    const cells = await branches
      .getByRole('row')
      .filter({ hasText: '其余党支部数' })
      .getByRole('cell')
      .allTextContents();
    expect(cells).toEqual([
      '24 个',
      inChinese('figures.undated'),
      '其余党支部',
      inChinese('filter.derived'),
      '“下设党支部37个,其中联合党支部13个”',
    ]);
  });

  it('saves a chart as a picture with its texts as texts', async () => {
    const page = await explorer.open({ hash: 'view=figures' });
    const rooms = measure(page, '党员活动室');
    await rooms.getByText(inChinese('figures.asTable')).click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(rooms, inChinese('figures.save')).click(),
    ]);
    expect(download.suggestedFilename()).toBe('党员活动室.svg');
    const texts = await page.evaluate(
      (svg) => {
        const parsed = new DOMParser().parseFromString(svg, 'image/svg+xml');
        return [...parsed.querySelectorAll('parsererror, text')].map(({ textContent }) => textContent);
      },
      await readFile(await download.path(), 'utf8'),
    );
    expect(texts).toEqual(expect.arrayContaining(['党员活动室', '示范场所数', '21 个', '37 个']));
  });

  it('compares what is selected together by its figures', async () => {
    const page = await explorer.open({ hash: 'sels=lawyers&sels=law-firms' });
    const entry = inspector(page).locator('.entries > li').filter({ hasText: '执业律师' });
    await entry.locator('.spark').first().waitFor();
    expect(await entry.locator('.spark').first().textContent()).toBe('群众对律师的投诉82 件12 件');
    expect(await entry.locator('.spark').first().getAttribute('title')).toContain('2005年 · 82 件');
  });

  it('sees the figures of what is selected beside its evidence, without another request', async () => {
    const page = await explorer.open({ hash: 'view=list' });
    await button(page, inChinese('view.figures')).click();
    await panel(page).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await point(measure(page, '群众对律师的投诉'), '82 件').click();
    const chart = inspector(page).getByRole('group', { name: '群众对律师的投诉' });
    await point(chart, '12 件').click();
    await expectInspected(page, '2010年群众对律师的投诉');
    expect(asked.filter((path) => path.startsWith('/api/queries/'))).toEqual([]);
  });

  it('is told when the figures do not arrive, and can try again', async () => {
    const figures = '**/api/queries/figures*';
    const page = await explorer.open({
      hash: 'view=figures',
      expected: /Failed to load resource/,
      before: (opened) => opened.route(figures, (route) => route.abort('connectionrefused')),
    });
    await panel(page).getByRole('alert').waitFor();
    await page.unroute(figures);
    await button(panel(page), inChinese('page.retry')).click();
    await measure(page, '党的组织覆盖面').waitFor();
  });

  it.each([
    ['Chinese', 'view=figures&sel=activity-rooms', {}],
    ['English, in the dark', 'view=figures&sel=party-branches&lang=en', { colorScheme: 'dark' as const }],
    ['a small screen', 'view=figures', phone],
  ])('meets nothing that axe objects to (%s)', async (_, hash, options) => {
    const page = await explorer.open({ hash, ...options });
    await panel(page, hash.includes('lang=en') ? inEnglish : inChinese)
      .locator('.series-point')
      .first()
      .waitFor();
    await panel(page, hash.includes('lang=en') ? inEnglish : inChinese)
      .locator('summary')
      .first()
      .click();
    expect(await axeFindings(page)).toEqual([]);
  });

  it('has nothing on a small screen that is wider than it', async () => {
    const page = await explorer.open({ hash: 'view=figures', ...phone });
    await panel(page).locator('.series-point').first().waitFor();
    expect(await panel(page).evaluate((part) => part.scrollWidth - part.clientWidth)).toBe(0);
  });
});

describeTask(
  'a reader of a document that contradicts itself',
  (explorer) => {
    it('is told so in words, with the quotes of all figures', async () => {
      const page = await explorer.open({ hash: 'view=figures' });
      await panel(page)
        .getByText(inChinese('figures.contradictions', { n: 2 }))
        .waitFor();
      const contradictions = panel(page).getByRole('group', { name: inChinese('figures.contradiction') });
      const [values = '', sum = ''] = await contradictions.allTextContents();
      expect(values).toContain(inChinese('figures.valuesDisagree', { values: '30 名、32 名' }));
      expect(sum).toContain(inChinese('figures.sumDisagrees', { sum: '21 名 + 10 名 = 31 名', total: '30 名' }));
      expect(await contradictions.first().locator('q').count()).toBe(2);
      expect(await contradictions.last().locator('q').count()).toBe(3);
      expect(await panel(page).locator('.shares').count()).toBe(0);
      await contradictions.first().getByRole('button', { name: '关于other-lawyers' }).click();
      await expectInspected(page, '关于other-lawyers');
      await inspector(page)
        .getByRole('group', { name: inChinese('figures.contradiction') })
        .first()
        .waitFor();
      expect(await axeFindings(page)).toEqual([]);
    });

    it('gets a long list of charts in portions', async () => {
      const page = await explorer.open({ hash: 'view=figures' });
      const charts = panel(page).locator('.figure-chart');
      await charts.first().waitFor();
      expect(await charts.count()).toBe(12);
      await button(panel(page), inChinese('figures.moreCharts', { n: 10, left: 10 })).click();
      expect(await charts.count()).toBe(22);
    });
  },
  { DATA_SET: dataSetWithFigures(contradictory) },
);

describeTask(
  'a reader of a document without a number',
  (explorer) => {
    it('is told that there are no figures', async () => {
      const page = await explorer.open({ hash: 'view=figures' });
      await panel(page).getByText(inChinese('figures.none')).waitFor();
    });
  },
  { DATA_SET: dataSetWithFigures(withoutFigures) },
);
