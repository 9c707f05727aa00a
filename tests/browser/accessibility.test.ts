import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import type { OpenOptions } from './explorer.ts';
import { pictureOf } from './picture.ts';
import {
  button,
  dialog,
  expectInspected,
  inChinese,
  inEnglish,
  inspectorTitle,
  searchBox,
  searchFor,
  unfold,
} from './reader.ts';

interface State {
  name: string;
  options?: OpenOptions;
  reach?: (page: Page) => Promise<unknown>;
  /** The parts that axe looks at; the whole page unless given. */
  parts?: string[];
}

/**
 * While its results are open, React Aria hides the rest of the page from screen readers, which axe objects to; the
 * list closes before the focus can move there, as a test of its own below shows.
 */
const searchParts = ['.search', '.results'];

const relationship = new URLSearchParams({ sel: 'jinhua-lawyers-association.HAS_MEMBER.law-firms' }).toString();
const away = /Failed to load resource: net::ERR_CONNECTION/;

/** The looks of the page that axe is to look at. */
const states: State[] = [
  { name: 'the first picture' },
  {
    name: 'the first picture in English',
    options: { hash: 'lang=en' },
    reach: (page) => button(page, inEnglish('zoom.fit')).waitFor(),
  },
  { name: 'the first picture in the dark', options: { colorScheme: 'dark' } },
  {
    name: 'a node',
    options: { hash: 'sel=party-branches' },
    reach: (page) => expectInspected(page, '律师事务所党支部'),
  },
  {
    name: 'a node in the dark',
    options: { hash: 'sel=other-branches', colorScheme: 'dark' },
    reach: (page) => inspectorTitle(page).waitFor(),
  },
  {
    name: 'a node in English',
    options: { hash: 'sel=party-branches&lang=en' },
    reach: (page) => inspectorTitle(page).waitFor(),
  },
  {
    name: 'a passage',
    options: { hash: 'sel=passage-lead-2' },
    reach: (page) => page.getByText(inChinese('passage.gives')).waitFor(),
  },
  { name: 'a relationship', options: { hash: relationship }, reach: (page) => inspectorTitle(page).waitFor() },
  { name: 'the results of a search', reach: (page) => searchFor(page, '律师'), parts: searchParts },
  {
    name: 'a search in the dark',
    options: { colorScheme: 'dark' },
    reach: (page) => searchFor(page, 'lvshi'),
    parts: searchParts,
  },
  {
    name: 'a search without results',
    reach: async (page) => {
      await page.getByRole('combobox').fill('qqqq');
      await page.getByText(inChinese('search.empty', { text: 'qqqq' })).waitFor();
    },
    parts: searchParts,
  },
  {
    name: 'the list',
    options: { hash: 'view=list' },
    reach: (page) => page.getByRole('region', { name: inChinese('list.title') }).waitFor(),
  },
  {
    name: 'a table',
    options: { hash: 'view=list&q=query%3Dtimeline' },
    reach: (page) => page.getByRole('table').waitFor(),
  },
  {
    name: 'a path',
    options: { hash: 's=path%7Elawyers%7Ethousand-villages' },
    reach: (page) => page.locator('.steps').waitFor(),
  },
  {
    name: 'a filtered picture',
    options: { hash: 'off=Figure' },
    reach: (page) => button(page, inChinese('legend.all')).waitFor(),
  },
  {
    name: 'several paths in the dark',
    options: { hash: 's=path%7Elawyers%7Ethousand-villages%7Eall%7E3%7E*', colorScheme: 'dark' },
    async reach(page) {
      await page.locator('.paths button').first().click();
      await page.locator('.path-options summary').first().click();
      await page.getByRole('slider').waitFor();
    },
  },
  {
    name: 'the types to expand by',
    options: { hash: 'sel=association-party-committee' },
    async reach(page) {
      await button(page, inChinese('kinds.open')).click();
      await dialog(page).getByRole('listitem').first().waitFor();
    },
    parts: ['.popover'],
  },
  {
    name: 'the types to expand by in the dark',
    options: { hash: 'sel=association-party-committee&lang=en', colorScheme: 'dark' },
    async reach(page) {
      await button(page, inEnglish('kinds.open')).click();
      await dialog(page).getByRole('listitem').first().waitFor();
    },
    parts: ['.popover'],
  },
  {
    name: 'what an expansion left out',
    options: {
      hash: new URLSearchParams({
        s: 'expand~association-party-committee~10',
        sel: 'more\nassociation-party-committee\n',
      }).toString(),
    },
    reach: (page) => page.locator('.entries li').first().waitFor(),
  },
  {
    name: 'several nodes',
    options: { hash: 'sels=lawyers&sels=law-firms' },
    reach: (page) => button(page, inChinese('many.group')).waitFor(),
  },
  {
    name: 'a group in the dark',
    options: {
      hash: new URLSearchParams({ grp: 'group\n1~律师~open~lawyers~law-firms', sel: 'group\n1' }).toString(),
      colorScheme: 'dark',
    },
    reach: (page) => page.getByRole('textbox', { name: inChinese('group.rename') }).waitFor(),
  },
  {
    name: 'the list of steps',
    options: { hash: 'sel=joint-branches' },
    async reach(page) {
      await button(page, inChinese('inspector.hide')).click();
      await button(page, inChinese('history.undo')).click();
      await button(page, inChinese('history.steps')).click();
      await page.getByRole('option').first().waitFor();
    },
    parts: ['.popover'],
  },
  {
    name: 'the menu of a node',
    options: { hash: 'sel=lawyers' },
    async reach(page) {
      await button(page, inChinese('node.more')).click();
      await page.getByRole('menu').waitFor();
    },
    parts: ['.popover'],
  },
  {
    name: 'the menu to select by, in the dark',
    options: { colorScheme: 'dark' },
    async reach(page) {
      await button(page, inChinese('select.label')).click();
      await page.getByRole('menu').waitFor();
    },
    parts: ['.popover'],
  },
  ...(['light', 'dark'] as const).map((colorScheme): State => ({
    name: `all filters at once, ${colorScheme}`,
    options: { hash: 'off=Figure&toff=RUNS&facet=five-services&cmp=2005~2010&colour=degree', colorScheme },
    async reach(page) {
      for (const title of ['filter.types', 'filter.basis', 'filter.facet', 'filter.time'] as const) {
        await unfold(page, title);
      }
      await page.getByRole('slider').first().waitFor();
    },
  })),
  {
    name: 'a small screen with filters',
    options: { ...phone, hash: 'off=Figure&asof=2008' },
    async reach(page) {
      await button(page, inChinese('tabs.legend')).tap();
      await unfold(page, 'filter.time');
      await page.getByRole('slider').waitFor();
    },
  },
  {
    name: 'a bad link',
    options: { hash: 'layout=spiral' },
    reach: (page) => button(page, inChinese('notice.dismiss')).waitFor(),
  },
  {
    name: 'a server that is away',
    options: { expected: away, before: (page) => page.route('**/api/**', (route) => route.abort('connectionrefused')) },
    reach: (page) => page.getByRole('heading', { name: inChinese('page.failed') }).waitFor(),
  },
  { name: 'a small screen', options: phone },
  {
    name: 'a small screen with the questions',
    options: phone,
    reach: (page) => button(page, inChinese('tabs.questions')).tap(),
  },
  {
    name: 'a small screen with the legend',
    options: phone,
    reach: (page) => button(page, inChinese('tabs.legend')).tap(),
  },
  {
    name: 'a small screen with a node',
    options: { ...phone, hash: 'sel=lawyers' },
    reach: (page) => inspectorTitle(page).waitFor(),
  },
  {
    name: 'a small screen with the list',
    options: { ...phone, hash: 'view=list' },
    reach: (page) => page.getByRole('region', { name: inChinese('list.title') }).waitFor(),
  },
];

describeTask('a reader with a screen reader, a keyboard or weak eyes', (explorer) => {
  it.each(states)('finds nothing in the way: $name', async ({ options = {}, reach, parts }) => {
    const page = await explorer.open(options);
    const isDrawn = !options.before && !options.hash?.includes('view=list');
    if (isDrawn) await pictureOf(page);
    await searchBox(page).waitFor();
    await reach?.(page);
    expect(await axeFindings(page, parts)).toEqual([]);
  });

  it('leaves the open results by Tab, by Escape or without a text, and has the whole page again', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const hidden = page.locator('[aria-hidden=true]:has(button)');
    for (const [text, key] of [
      ['律师', 'Tab'],
      ['lvshi', 'Escape'],
      ['s', 'Backspace'],
    ] as const) {
      await searchFor(page, text);
      await expect.poll(() => hidden.count()).toBeGreaterThan(0);
      await page.keyboard.press(key);
      await expect.poll(() => hidden.count()).toBe(0);
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('can tell what has the focus wherever Tab leads', async () => {
    const page = await explorer.open({ hash: 'sel=party-branches' });
    await pictureOf(page);
    const invisible: string[] = [];
    for (let step = 0; step < 25; step += 1) {
      await page.keyboard.press('Tab');
      const look = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element) return { name: '', isMarked: true };
        const marked = [element, element.closest('label')].filter((candidate) => candidate !== null);
        const isMarked = marked.some((candidate) => getComputedStyle(candidate).outlineStyle !== 'none');
        return { name: element.outerHTML.slice(0, 80), isMarked };
      });
      if (!look.isMarked) invisible.push(look.name);
    }
    expect(invisible).toEqual([]);
  });
});
