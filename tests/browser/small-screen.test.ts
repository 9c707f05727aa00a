import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, inChinese, inspector, inspectorTitle, searchBox } from './reader.ts';

/** Taps a node that is in sight. */
async function tapSomeNode(page: Page): Promise<string> {
  const nodes = await pictureOf(page);
  const { width, height } = phone.viewport;
  const node = nodes.find(
    ({ pageX, pageY }) => pageX > 40 && pageX < width - 40 && pageY > 250 && pageY < height - 250,
  );
  if (!node) throw new Error('no node is in the middle of the screen');
  await page.touchscreen.tap(node.pageX, node.pageY);
  return node.caption.replaceAll(/\s/g, '');
}

describeTask('a reader with a phone', (explorer) => {
  it('sees the picture first, with captions that can be read, and nothing wider than the screen', async () => {
    const page = await explorer.open(phone);
    const nodes = await pictureOf(page);
    expect(nodes.length).toBeGreaterThanOrEqual(20);
    expect(await inspector(page).isVisible()).toBe(false);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(phone.viewport.width);
    const inSight = nodes.filter(({ pageX, pageY }) => pageX > 0 && pageX < 390 && pageY > 0 && pageY < 844);
    expect(inSight.length).toBeGreaterThan(3);
  });

  it('opens the questions and the legend over the picture, and closes them', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    const close = page.getByRole('button', { name: inChinese('sheet.close') });
    await button(page, inChinese('tabs.questions')).tap();
    await inspector(page).waitFor();
    expect(await button(page, inChinese('tabs.questions')).getAttribute('aria-expanded')).toBe('true');
    await close.tap();
    await inspector(page).waitFor({ state: 'hidden' });
    const legend = page.getByRole('region', { name: inChinese('legend.title') });
    await button(page, inChinese('tabs.legend')).tap();
    await legend.getByRole('checkbox').first().waitFor();
    await close.tap();
    await legend.waitFor({ state: 'hidden' });
  });

  it('taps a node, reads of it, and closes it', async () => {
    const page = await explorer.open(phone);
    const caption = await tapSomeNode(page);
    await inspectorTitle(page).waitFor();
    const title = (await inspectorTitle(page).textContent()) ?? '';
    expect(caption.startsWith(title.replaceAll(/\s/g, ''))).toBe(true);
    await button(inspector(page), inChinese('inspector.close')).tap();
    await inspector(page).waitFor({ state: 'hidden' });
  });

  it('asks a question: the sheet gives way to the answer', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('tabs.questions')).tap();
    await page
      .getByRole('navigation', { name: inChinese('questions.title') })
      .getByRole('button')
      .first()
      .tap();
    await inspector(page).waitFor({ state: 'hidden' });
    await expect.poll(async () => (await pictureOf(page)).length).toBeGreaterThan(1);
  });

  it('searches', async () => {
    const page = await explorer.open(phone);
    await searchBox(page).fill('lvshi');
    await page
      .getByRole('option', { name: /^律师事务所/ })
      .first()
      .tap();
    await expect.poll(() => inspectorTitle(page).textContent()).toMatch(/^律师事务所/);
  });
});
