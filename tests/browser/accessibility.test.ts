import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import type { OpenOptions } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, expectInspected, inChinese, inEnglish, inspectorTitle, searchFor } from './reader.ts';

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
    await page.locator('#search').waitFor();
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
