import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Word, WordValues } from '../../client/state/locale.ts';
import { fill } from '../../client/state/locale.ts';
import { en } from '../../client/state/words/en.ts';
import { zh } from '../../client/state/words/zh.ts';
import { pictureOf, placesOf } from './picture.ts';

/** What a reader sees and uses, by the names that it has on the page. */

export const inChinese = (word: Word, values: WordValues = {}): string => fill(zh[word], values);
export const inEnglish = (word: Word, values: WordValues = {}): string => fill(en[word], values);

/** A button by its name; Chinese unless given otherwise. */
export const button = (page: Page | Locator, name: string): Locator => page.getByRole('button', { name, exact: true });

export const searchBox = (page: Page): Locator => page.locator('.header').getByRole('combobox');
export const inspector = (page: Page): Locator => page.locator('aside');
export const inspectorTitle = (page: Page): Locator => inspector(page).getByRole('heading', { level: 2 });
export const notices = (page: Page): Locator => page.locator('main').getByRole('alert');

/** Waits until the inspector is about something; answers the heading's text. */
export async function expectInspected(page: Page, name: string): Promise<void> {
  await expect.poll(() => inspectorTitle(page).textContent()).toBe(name);
}

export const dialog = (page: Page): Locator => page.getByRole('dialog');
export const menuItem = (page: Page, name: string): Locator => page.getByRole('menuitem', { name });

/** The chips above the picture: the filters that are on. */
export const chips = (page: Page): Locator =>
  page.getByRole('group', { name: inChinese('chip.list') }).getByRole('listitem');

/** Opens a section of the legend that is folded away; answers what is in it. */
export async function unfold(page: Page, title: Word): Promise<Locator> {
  const heading = page.getByRole('heading', { name: inChinese(title), exact: true });
  const section = page.locator('.legend details').filter({ has: heading });
  await section.locator('summary').click();
  return section;
}

/** The part of the address behind `#`, decoded. */
const viewInAddress = (page: Page): URLSearchParams => new URLSearchParams(new URL(page.url()).hash.slice(1));

/** Waits until the address holds a part of the view with a value that fits. */
export async function expectInAddress(page: Page, key: string, values: unknown): Promise<void> {
  await expect.poll(() => viewInAddress(page).getAll(key)).toEqual(values);
}

/** Waits until a node is in the picture, or is not. */
export async function expectInPicture(page: Page, id: string, isThere = true): Promise<void> {
  await expect.poll(async () => (await placesOf(page)).has(id)).toBe(isThere);
}

/** Types into the search box and waits for its results. */
export async function searchFor(page: Page, text: string): Promise<Locator> {
  await searchBox(page).fill(text);
  // While it is looked for, what stands in their place is an option too.
  const results = page.locator('.result[role=option]');
  await results.first().waitFor();
  return results;
}

/**
 * Presses a key until the page hears it, which it does a little after the picture is there, and waits until what it does is seen.
 * That may be fetched first: pressed again, a key that opens something would close it.
 */
export async function pressUntil(page: Page, key: string, isDone: () => Promise<boolean>): Promise<void> {
  await expect.poll(async () => (await isDone()) || (await isHeard(page, key))).toBe(true);
  await expect.poll(isDone).toBe(true);
}

/** Presses a key; answers whether something on the page took it. */
async function isHeard(page: Page, key: string): Promise<boolean> {
  const press = await page.evaluateHandle(() => ({
    isTaken: new Promise<boolean>((resolve) => {
      const meet = (event: KeyboardEvent): void => {
        if (event.key === 'Control' || event.key === 'Shift') return;
        removeEventListener('keydown', meet, true);
        // After all others have met it.
        setTimeout(() => resolve(event.defaultPrevented));
      };
      addEventListener('keydown', meet, true);
    }),
  }));
  await page.keyboard.press(key);
  return press.evaluate(({ isTaken }) => isTaken);
}

/** Opens a dialog by its key. */
export async function openByKey(page: Page, key: string): Promise<void> {
  await pictureOf(page);
  await pressUntil(page, key, async () => (await dialog(page).count()) === 1);
}
