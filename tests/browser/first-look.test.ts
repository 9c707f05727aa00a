import { expect, inject, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { inChinese, inspector, inspectorTitle } from './reader.ts';

const given = inject('browser');
const isFontMissing = 'hasChineseFont' in given && !given.hasChineseFont;
const noFont = 'no Chinese font is there (on Debian: apt-get install fonts-wqy-zenhei)';

describeTask('a reader who has just arrived', (explorer) => {
  it('sees 20 to 60 nodes with Chinese names, no two in one place, without a click', async () => {
    const page = await explorer.open();
    const nodes = await pictureOf(page);
    expect(nodes.length).toBeGreaterThanOrEqual(20);
    expect(nodes.length).toBeLessThanOrEqual(60);
    expect(nodes.filter(({ caption }) => !/\p{Script=Han}/u.test(caption))).toEqual([]);
    expect(new Set(nodes.map(({ x, y }) => `${x} ${y}`)).size).toBe(nodes.length);
  });

  it('sees the title, three numbers, questions and which engine answers', async () => {
    const page = await explorer.open();
    await inspectorTitle(page).waitFor();
    expect(await inspectorTitle(page).textContent()).toMatch(/\p{Script=Han}/u);
    expect(await page.title()).toMatch(/\p{Script=Han}/u);
    const numbers = inspector(page).locator('dd');
    await expect.poll(() => numbers.allTextContents()).toEqual([1, 2, 3].map(() => expect.stringMatching(/^[\d,]+$/)));
    const questions = page.getByRole('navigation', { name: inChinese('questions.title') }).getByRole('button');
    expect(await questions.count()).toBeGreaterThanOrEqual(3);
    expect(await questions.count()).toBeLessThanOrEqual(5);
    await page.getByText(inChinese('engine.embedded')).waitFor();
  });

  it('meets no dialog, no login and no form but the search', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    expect(await page.getByRole('dialog').count()).toBe(0);
    expect(await page.locator('form, input[type=password]').count()).toBe(0);
    await expect.poll(() => page.getByRole('combobox').count()).toBe(1);
  });

  it('sees Chinese characters, not boxes', async ({ skip }) => {
    skip(isFontMissing, noFont);
    const page = await explorer.open();
    await pictureOf(page);
    const looks = await page.evaluate(() => {
      const canvas = document.createElement('canvas');
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (!context) return [];
      return ['律', '师', '党'].map((character) => {
        context.clearRect(0, 0, canvas.width, canvas.height);
        context.font = `32px ${getComputedStyle(document.body).fontFamily}`;
        context.fillText(character, 10, 50);
        return context.getImageData(0, 0, 60, 60).data.join(',');
      });
    });
    expect(new Set(looks).size).toBe(3);
  });
});
