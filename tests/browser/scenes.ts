import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { pictureOf } from './picture.ts';
import { button, inChinese, inspector } from './reader.ts';

/** The scenes, as a reader uses them. */

/** Lists the scenes beside the picture. */
export async function listScenes(page: Page): Promise<Locator> {
  await pictureOf(page);
  await button(page, inChinese('scenes.open')).click();
  const list = inspector(page);
  await list.getByRole('heading', { name: inChinese('scenes.title'), exact: true }).waitFor();
  await list.getByRole('listitem').first().waitFor();
  return list;
}

/** What stands below the picture of a scene. */
export const sceneBar = (page: Page): Locator => page.locator('.scene-bar');

/** Waits until a scene is shown, by its title; answers the nodes that are drawn. */
export async function expectScene(page: Page, title: string): Promise<string[]> {
  await expect.poll(() => sceneBar(page).getByRole('heading').textContent()).toBe(title);
  return (await pictureOf(page)).map(({ id }) => id);
}

/** The reader's own scenes, by their names in the list. */
export const ownNames = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: inChinese('scenes.own') })
    .locator('.scene-name')
    .allTextContents();

/** Saves what is on the picture as a scene. */
export async function saveAs(page: Page, title: string, caption = ''): Promise<void> {
  await button(page, inChinese('scenes.save')).click();
  await page.getByLabel(inChinese('scenes.field.title')).fill(title);
  await page.getByLabel(inChinese('scenes.field.caption')).fill(caption);
  await button(page, inChinese('scenes.keep')).click();
}
