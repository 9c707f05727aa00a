import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import type { OpenOptions } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, inChinese } from './reader.ts';

const scene = (page: Page) => page.locator('.scene-bar');

/** Opens the page as it stands in a frame, at the story's first scene. */
async function openEmbedded(open: (options?: OpenOptions) => Promise<Page>, options: OpenOptions): Promise<Page> {
  const page = await open(options);
  await page.goto(`${new URL(page.url()).origin}/?embed=1#scene=association`);
  return page;
}

describeTask('a reader of a page that has the story in a frame', (explorer) => {
  it.each([
    ['of the usual size', { viewport: { width: 800, height: 500 } }],
    ['on a phone', phone],
  ])('walks all scenes by keys in a frame %s', async (_, options) => {
    const page = await openEmbedded((more) => explorer.open(more), options);
    const titles = new Set<string | null>();
    for (let n = 1; n <= 10; n += 1) {
      await expect.poll(() => scene(page).getAttribute('aria-label')).toBe(inChinese('scenes.place', { n, total: 10 }));
      await expect.poll(async () => (await pictureOf(page)).filter(({ isShown }) => isShown).length).toBeGreaterThan(4);
      titles.add(await scene(page).getByRole('heading').textContent());
      const box = await page.locator('.canvas').boundingBox();
      expect(box?.height).toBeGreaterThan(150);
      await button(page, inChinese('scenes.next')).press('Enter');
    }
    expect(titles.size).toBe(10);
    // At the end the button stays, and leads nowhere.
    expect(await button(page, inChinese('scenes.next')).getAttribute('aria-disabled')).toBe('true');
    expect(await axeFindings(page)).toEqual([]);
  });
});
