import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pictureOf } from './picture.ts';
import { button, inChinese } from './reader.ts';

export const pane = (page: Page): Locator => page.locator('.reading');
export const tree = (page: Page): Locator => pane(page).getByRole('tree');
export const row = (page: Page, address: string): Locator => tree(page).locator(`[data-passage="${address}"]`);
export const gist = (page: Page, address: string): Locator => row(page, address).locator('.reading-gist');
export const step = (page: Page, word: 'reading.nextMention' | 'reading.previousMention'): Locator =>
  button(pane(page), inChinese(word));
export const follow = (page: Page): Locator => pane(page).getByRole('switch');

export const hasFocus = (control: Locator): Promise<boolean> =>
  control.evaluate((element) => element === document.activeElement);

/** Opens the document by its button. */
export async function openDocument(page: Page): Promise<void> {
  await pictureOf(page);
  await button(page, inChinese('view.reading')).click();
  await tree(page).waitFor();
}

/** Ids of what stands out on the picture as what is read. */
export async function litOn(page: Page): Promise<string[]> {
  await pictureOf(page);
  return page.evaluate(
    () =>
      document
        .querySelector('.canvas')
        ?.['_cyreg']?.cy?.$('.lit')
        .map((each) => each.id()) ?? [],
  );
}

/** Waits until nodes stand out on the picture, and others do not. */
export async function expectLit(page: Page, ids: string[], others: string[] = []): Promise<void> {
  await expect
    .poll(async () => {
      const lit = new Set(await litOn(page));
      return [ids.filter((id) => !lit.has(id)), others.filter((id) => lit.has(id))];
    })
    .toEqual([[], []]);
}

/** Whether a line of the document can be seen whole, or as much of it as there is room for. */
const isInSight = (line: Locator): Promise<boolean> =>
  line.evaluate((element) => {
    const { top, bottom } = element.getBoundingClientRect();
    const frame = element.parentElement?.getBoundingClientRect() ?? new DOMRect();
    return top >= frame.top - 1 && Math.min(bottom, top + 40) <= frame.bottom + 1;
  });
export const expectInSight = async (line: Locator): Promise<void> => {
  await expect.poll(() => isInSight(line)).toBe(true);
};
