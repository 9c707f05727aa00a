import { once } from 'node:events';
import { createServer } from 'node:http';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { fingersOn } from './fingers.ts';
import { pictureOf } from './picture.ts';
import { portOf } from '../neo4j/port-of.ts';
import { button, expectInAddress, inChinese, inEnglish } from './reader.ts';

const show = (page: Page) => page.getByRole('region', { name: inChinese('show.label') });
const title = (page: Page) => show(page).getByRole('heading');
const announced = (page: Page) => page.locator('[aria-live=polite]').first();

/** Waits until a scene of the story is shown, by its number from 1: its words, and a picture. */
async function expectScene(page: Page, n: number): Promise<void> {
  await expect
    .poll(() =>
      show(page)
        .getByText(inChinese('scenes.place', { n, total: 10 }))
        .count(),
    )
    .toBe(1);
  await expect.poll(async () => (await pictureOf(page)).length).toBeGreaterThan(0);
}

/** Keys are listened to a moment after the first picture is there. */
async function startByKey(page: Page): Promise<void> {
  await expect
    .poll(async () => {
      if ((await show(page).count()) === 0) await page.keyboard.press('Shift+M');
      return show(page).count();
    })
    .toBe(1);
}

/** The share of the window that the picture takes. */
async function shareOfPicture(page: Page): Promise<number> {
  const box = await page.locator('.canvas').boundingBox();
  const size = page.viewportSize();
  return box && size ? (box.width * box.height) / (size.width * size.height) : 0;
}

/** By how much a page is wider and higher than its frame. */
function overflow(): number[] {
  const { scrollWidth, scrollHeight } = document.documentElement;
  return [scrollWidth - innerWidth, scrollHeight - innerHeight];
}

/** A page of another origin that has an address in a frame. */
async function serveHost(address: string): Promise<{ url: string; close: () => void }> {
  const page = `<!doctype html><title>host</title><iframe title="graph" width="640" height="400" src="${address}"></iframe>`;
  const server = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(page));
  await once(server.listen(0, '127.0.0.1'), 'listening');
  return { url: `http://127.0.0.1:${portOf(server)}/`, close: () => server.close() };
}

describeTask('a speaker who presents the story', (explorer) => {
  it('begins with a key, walks all scenes by keys, and is where they were when it ends', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await startByKey(page);
    await expectScene(page, 1);
    await expectInAddress(page, 'present', ['1']);
    expect(await page.locator('.header, .legend, .toolbar, .status').filter({ visible: true }).count()).toBe(0);
    expect(await shareOfPicture(page)).toBeGreaterThan(0.6);
    const titles = [await title(page).textContent()];
    const keys = ['ArrowRight', 'PageDown', ' ', 'ArrowDown', 'Enter', 'PageDown', 'ArrowRight', 'PageDown', ' '];
    for (const [index, key] of keys.entries()) {
      await page.keyboard.press(key);
      await expectScene(page, index + 2);
      titles.push(await title(page).textContent());
      await expect.poll(() => announced(page).textContent()).toContain(titles.at(-1));
    }
    expect(new Set(titles).size).toBe(10);
    // Beyond the last there is none.
    await page.keyboard.press('ArrowRight');
    await expectScene(page, 10);
    await page.keyboard.press('PageUp');
    await expectScene(page, 9);
    await page.keyboard.press('Home');
    await expectScene(page, 1);
    await page.keyboard.press('End');
    await expectScene(page, 10);
    await page.keyboard.press('Escape');
    await expect.poll(() => show(page).count()).toBe(0);
    await page.locator('.header').waitFor();
    await expectInAddress(page, 'present', []);
    await expectInAddress(page, 'scene', ['whole']);
  });

  it('makes the screen dark and light, by the keys of a clicker', async () => {
    const page = await explorer.open({ hash: 'present=1' });
    await expectScene(page, 1);
    const dark = page.locator('.show-dark');
    await page.keyboard.press('.');
    await dark.waitFor();
    await page.keyboard.press('b');
    await dark.waitFor({ state: 'detached' });
    const toggle = button(page, inChinese('show.dark'));
    await toggle.click();
    await dark.waitFor();
    expect(await toggle.getAttribute('aria-pressed')).toBe('true');
    await toggle.press('Enter');
    await dark.waitFor({ state: 'detached' });
    expect(await toggle.getAttribute('aria-pressed')).toBe('false');
    await page.keyboard.press('b');
    await dark.waitFor();
    // The next scene is there to be seen.
    await page.keyboard.press('PageDown');
    await dark.waitFor({ state: 'detached' });
    await expectScene(page, 2);
  });

  it('shows the evidence of a claim, and goes from a quote to its place', async () => {
    const page = await explorer.open({ hash: 'present=1&scene=branches' });
    await expectScene(page, 2);
    await page.keyboard.press('e');
    const evidence = page.getByRole('complementary', { name: inChinese('scenes.evidence') });
    await evidence.getByText('下设党支部37个').waitFor();
    await evidence
      .getByRole('button')
      .filter({ hasText: inChinese('inspector.at', { address: '' }).trim() })
      .first()
      .click();
    const told = page.locator('.inspector').getByRole('heading', { level: 2 });
    await told.waitFor();
    // Step by step out of it again.
    await page.keyboard.press('Escape');
    await told.waitFor({ state: 'hidden' });
    await page.keyboard.press('Escape');
    await evidence.waitFor({ state: 'detached' });
    await expectScene(page, 2);
    await page.keyboard.press('Escape');
    await expect.poll(() => show(page).count()).toBe(0);
  });

  it('has the focus in the show once the evidence is closed, and on the page once the show is over', async () => {
    const page = await explorer.open({ hash: 'present=1&scene=branches' });
    await expectScene(page, 2);
    const hasFocus = (selector: string) =>
      page.evaluate((text) => document.activeElement?.matches(text) === true, selector);
    await page.keyboard.press('e');
    await button(page, inChinese('show.closeEvidence')).click();
    await expect.poll(() => hasFocus('.show')).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(() => hasFocus('main.stage')).toBe(true);
    // Who began it by a key in the picture goes on there.
    await page.locator('.canvas').focus();
    await startByKey(page);
    await button(page, `${inChinese('show.end')} (Esc)`).click();
    await expect.poll(() => hasFocus('.canvas')).toBe(true);
  });

  it('walks about in a timeline by arrows, while a clicker leads on', async () => {
    const page = await explorer.open({ hash: 'present=1&scene=branches&timeline=1' });
    await expectScene(page, 2);
    const marks = page.locator('.timeline-mark');
    await marks.first().waitFor();
    await page.locator('.timeline-mark[tabindex="0"]').focus();
    const label = () => page.evaluate(() => document.activeElement?.textContent);
    const before = await label();
    await page.keyboard.press('ArrowRight');
    await expect.poll(label).not.toBe(before);
    await expectScene(page, 2);
    await page.keyboard.press('PageDown');
    await expectScene(page, 3);
  });

  it('fills the screen and leaves it', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const isFull = () => page.evaluate(() => document.fullscreenElement !== null);
    await startByKey(page);
    await expectScene(page, 1);
    await expect.poll(isFull).toBe(true);
    await button(page, inChinese('show.leaveFullScreen')).click();
    await expect.poll(isFull).toBe(false);
    await expectScene(page, 1);
    await button(page, inChinese('show.fullScreen')).click();
    await expect.poll(isFull).toBe(true);
    await button(page, `${inChinese('show.end')} (Esc)`).click();
    await expect.poll(isFull).toBe(false);
  });

  it('has captions that can be read from the last row', async () => {
    const page = await explorer.open({ hash: 'present=1', viewport: { width: 1920, height: 1080 } });
    await expectScene(page, 1);
    const sizes = await show(page)
      .locator('.show-words > *')
      .evaluateAll((elements) => elements.map((element) => Number.parseFloat(getComputedStyle(element).fontSize)));
    // Of a screen of 1080 lines, a thirtieth of its height and more.
    expect(Math.min(...sizes)).toBeGreaterThan(1080 / 33);
  });

  it('leads the show from a second window, which tells the notes and what comes next', async () => {
    const page = await explorer.open({ hash: 'present=1' });
    await expectScene(page, 1);
    const opened = page.waitForEvent('popup');
    await button(page, inChinese('show.presenter')).click();
    const presenter = await opened;
    const now = presenter.getByRole('region', { name: inChinese('presenter.now') });
    const next = presenter.getByRole('region', { name: inChinese('presenter.next') });
    await expect.poll(() => now.getByRole('heading', { level: 3 }).textContent()).toBe(await title(page).textContent());
    await now.getByText(inChinese('scenes.notes')).waitFor();
    const second = await next.getByRole('heading', { level: 3 }).textContent();
    await button(presenter, inChinese('scenes.next')).click();
    await expectScene(page, 2);
    expect(await title(page).textContent()).toBe(second);
    await expect.poll(() => now.getByRole('heading', { level: 3 }).textContent()).toBe(second);
    await presenter.keyboard.press('PageDown');
    await expectScene(page, 3);
    // Whoever stands at the first window leads it just as well.
    await page.keyboard.press('End');
    await presenter.getByText(inChinese('presenter.last')).waitFor();
    await presenter.keyboard.press('b');
    await page.locator('.show-dark').waitFor();
    await presenter.getByText(inChinese('presenter.isDark')).waitFor();
    expect(await axeFindings(presenter)).toEqual([]);
    // After a reload both go on.
    await page.reload();
    await expectScene(page, 10);
    await presenter.keyboard.press('Home');
    await expectScene(page, 1);
    await button(presenter, inChinese('show.end')).click();
    await presenter.getByText(inChinese('presenter.ended')).waitFor();
    await expect.poll(() => show(page).count()).toBe(0);
  });

  it('follows a link to one scene, and is told of one that is not there', async () => {
    const page = await explorer.open({ hash: 'present=1&scene=change' });
    await expectScene(page, 9);
    const lost = await explorer.open({ hash: 'present=1&scene=nowhere' });
    await lost
      .getByText(inChinese('scenes.unknown', { id: 'nowhere' }))
      .first()
      .waitFor();
    // The show goes on.
    await expectScene(lost, 1);
  });

  it('is told that the scenes did not come, and gets them by trying again', async () => {
    const page = await explorer.open({
      hash: 'present=1',
      expected: /status of 500/,
      before: (opened) => opened.route('**/api/scenes', (route) => route.fulfill({ status: 500, json: {} })),
    });
    await show(page).getByRole('alert').waitFor();
    await page.unroute('**/api/scenes');
    await button(show(page), inChinese('page.retry')).click();
    await expectScene(page, 1);
  });

  it('shows scenes of their own where the story has none', async () => {
    const text = { zh: '自己的场景', en: 'A scene of my own' };
    const scenes = [{ id: 'own-1', title: text, caption: text, notes: text, view: 'present=1&s=hide~lawyers' }];
    const page = await explorer.open({
      hash: 'present=1',
      before: async (opened) => {
        await opened.route('**/api/scenes', (route) => route.fulfill({ json: [] }));
        await opened.addInitScript(
          (kept) => localStorage.setItem('own-scenes.1.jinhua-2011', kept),
          JSON.stringify(scenes),
        );
      },
    });
    await expect.poll(() => title(page).textContent()).toBe(text.zh);
    await expectInAddress(page, 'present', ['1']);
  });

  it('is found nothing against by axe, in the light and in the dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      const page = await explorer.open({ hash: 'present=1&scene=branches', colorScheme });
      await expectScene(page, 2);
      await page.keyboard.press('e');
      await page.locator('.show-evidence').waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
  });

  it('swipes from scene to scene on a phone', async () => {
    const page = await explorer.open({ ...phone, hash: 'present=1' });
    await expectScene(page, 1);
    const fingers = await fingersOn(page);
    await fingers.down({ x: 320, y: 300 });
    await fingers.moveTo({ x: 80, y: 310 });
    await fingers.up();
    await expectScene(page, 2);
    await fingers.down({ x: 80, y: 300 });
    await fingers.moveTo({ x: 320, y: 290 });
    await fingers.up();
    await expectScene(page, 1);
    expect(await axeFindings(page)).toEqual([]);
  });

  it('tries a scene again by touch that could not be drawn', async () => {
    const page = await explorer.open({
      ...phone,
      hash: 'present=1&scene=branches',
      expected: /status of 500/,
      before: (opened) => opened.route('**/api/queries/**', (route) => route.fulfill({ status: 500, json: {} })),
    });
    const retry = button(page.locator('.waiting'), inChinese('page.retry'));
    await retry.waitFor();
    await page.unroute('**/api/queries/**');
    await retry.tap();
    await expectScene(page, 2);
  });
});

describeTask('somebody who shows the explorer in a page of their own', (explorer) => {
  it('takes the code for it from the share menu', async () => {
    const page = await explorer.open({ hash: 'scene=branches', permissions: ['clipboard-read', 'clipboard-write'] });
    await pictureOf(page);
    await button(page, inChinese('share.label')).click();
    await page.getByRole('menuitem', { name: inChinese('share.embed') }).click();
    await page.getByText(inChinese('share.embedCopied')).waitFor();
    const code = await page.evaluate(() => navigator.clipboard.readText());
    expect(code).toMatch(/^<iframe src="http:\/\/[^"]+\/\?embed=1#scene=branches"[^>]*><\/iframe>$/);
  });

  it('has picture and words in the frame, at any size, and the way to the whole page', async () => {
    const page = await explorer.open();
    const { origin } = new URL(page.url());
    const host = await serveHost(`${origin}/?embed=1#scene=branches`);
    await page.goto(host.url);
    const frame = page.frameLocator('iframe');
    await frame.getByRole('heading', { level: 2 }).waitFor();
    await frame.locator('.canvas canvas').first().waitFor();
    const inside = page.frames().find((each) => each.url().startsWith(origin));
    if (!inside) throw new Error('the frame is empty');
    for (const [width, height] of [
      [640, 400],
      [320, 480],
      [1_000, 300],
    ]) {
      await page.locator('iframe').evaluate((element, size) => Object.assign(element, size), { width, height });
      await expect.poll(() => inside.evaluate(() => [innerWidth, innerHeight])).toEqual([width, height]);
      // The canvas follows the frame.
      await expect.poll(() => inside.evaluate(overflow)).toEqual([0, 0]);
      await expect.poll(async () => (await frame.locator('.canvas').boundingBox())?.height).toBeGreaterThan(80);
    }
    const entries = await page.evaluate(() => history.length);
    await frame.getByRole('button', { name: inChinese('scenes.next') }).press('Enter');
    await expect.poll(() => new URL(inside.url()).hash).toContain('scene=synchronisations');
    // Going back is the other page's.
    expect(await page.evaluate(() => history.length)).toBe(entries);
    const link = frame.getByRole('link', { name: inChinese('embed.open') });
    expect(await link.getAttribute('href')).toContain('#scene=synchronisations');
    expect(await link.getAttribute('href')).not.toContain('embed');
    host.close();
  });

  it('has no Cypher run by whoever looks at it', async () => {
    const page = await explorer.open({ expected: /403/ });
    const { origin } = new URL(page.url());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    const own = new URLSearchParams({ query: 'cypher', cypher: 'MATCH (n) RETURN n', params: '{}', limit: '10' });
    const view = new URLSearchParams({ q: own.toString() });
    await page.goto(`${origin}/?embed=1#${view}`);
    await page.getByText(inChinese('error.not-in-frame')).waitFor();
    expect(asked).not.toContain('/api/cypher');
    // The link leads to where it is run.
    const link = page.getByRole('link', { name: inChinese('embed.open') });
    await expect.poll(() => link.getAttribute('href')).toContain('#q=');
  });

  it('reads in English, and axe finds nothing', async () => {
    const page = await explorer.open();
    const { origin } = new URL(page.url());
    await page.goto(`${origin}/?embed=1#lang=en`);
    await page.getByRole('link', { name: inEnglish('embed.open') }).waitFor();
    await pictureOf(page);
    expect(await page.locator('.header, .legend, .inspector, .status').filter({ visible: true }).count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
  });
});
