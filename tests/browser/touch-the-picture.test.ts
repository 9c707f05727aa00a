import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import type { Spot } from './fingers.ts';
import { fingersOn, nodeInReach, nodesInReach, spotOf } from './fingers.ts';
import { cameraOf, pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inChinese, inspector, inspectorTitle, menuItem } from './reader.ts';

const middle: Spot = { x: 195, y: 440 };

/** Two fingers, so far apart, side by side round a place. */
const apart = ({ x, y }: Spot, distance: number): [Spot, Spot] => [
  { x: x - distance / 2, y },
  { x: x + distance / 2, y },
];

/** What of the picture lies under a place on the page, in its own units. */
async function placeUnder(page: Page, { x, y }: Spot): Promise<Spot> {
  const { zoom, x: left, y: top } = await cameraOf(page);
  const box = await page.locator('.canvas').boundingBox();
  return { x: (x - (box?.x ?? 0) - left) / zoom, y: (y - (box?.y ?? 0) - top) / zoom };
}

const legend = (page: Page) => page.getByRole('region', { name: inChinese('legend.title') });

/** Where the picture is looked at, once what the link names has been brought into sight. */
async function restingCamera(page: Page): Promise<Awaited<ReturnType<typeof cameraOf>>> {
  for (let last = await cameraOf(page); ;) {
    await page.waitForTimeout(500);
    const now = await cameraOf(page);
    if (JSON.stringify(now) === JSON.stringify(last)) return now;
    last = now;
  }
}

describeTask('a reader who touches the picture', (explorer) => {
  it('spreads two fingers to look closer, and draws them together to look from afar', async () => {
    const page = await explorer.open(phone);
    const { zoom } = await cameraOf(page);
    const held = await placeUnder(page, middle);
    const fingers = await fingersOn(page);
    await fingers.down(...apart(middle, 80));
    await fingers.moveTo(...apart(middle, 200));
    await fingers.up();
    const near = (await cameraOf(page)).zoom;
    expect(near).toBeGreaterThan(zoom * 1.5);
    // What was between the fingers still is.
    const { x, y } = await placeUnder(page, middle);
    expect(Math.hypot(x - held.x, y - held.y)).toBeLessThan(40);
    await fingers.down(...apart(middle, 220));
    await fingers.moveTo(...apart(middle, 90));
    await fingers.up();
    expect((await cameraOf(page)).zoom).toBeLessThan(near * 0.7);
    await expectInAddress(page, 'cam', [expect.any(String)]);
    await expectInAddress(page, 'pin', []);
  });

  it('moves the picture with one finger, and no node', async () => {
    const page = await explorer.open(phone);
    const nodes = await nodesInReach(page);
    const isFree = ({ x, y }: Spot): boolean =>
      nodes.every(({ pageX, pageY }) => Math.hypot(pageX - x, pageY - y) > 60);
    const grid = Array.from({ length: 60 }, (_, index) => ({
      x: 60 + (index % 6) * 50,
      y: 250 + Math.floor(index / 6) * 40,
    }));
    const spot = grid.find(isFree);
    if (!spot) throw new Error('there is no room between the nodes');
    const before = await cameraOf(page);
    const fingers = await fingersOn(page);
    await fingers.down(spot);
    await fingers.moveTo({ x: spot.x - 50, y: spot.y + 70 });
    await fingers.up();
    const after = await cameraOf(page);
    expect(after.zoom).toBe(before.zoom);
    // The first pixels tell a movement from a tap.
    expect(after.x - before.x).toBeLessThan(-40);
    expect(after.y - before.y).toBeGreaterThan(55);
    await expectInAddress(page, 'pin', []);
  });

  it('draws a lasso with a finger: its sheet tells how many, and offers what can be done with them', async () => {
    const page = await explorer.open(phone);
    const caught = (await nodesInReach(page)).slice(0, 3);
    const [xs, ys] = [caught.map(({ pageX }) => pageX), caught.map(({ pageY }) => pageY)];
    const [left, right] = [Math.min(...xs) - 12, Math.max(...xs) + 12];
    const [top, bottom] = [Math.min(...ys) - 12, Math.max(...ys) + 12];
    await button(page, inChinese('lasso.start')).tap();
    await page.getByText(inChinese('lasso.hint')).waitFor();
    await page.locator('svg.lasso').waitFor();
    const fingers = await fingersOn(page);
    await fingers.down({ x: left, y: top });
    await fingers.moveTo({ x: right, y: top });
    await fingers.moveTo({ x: right, y: bottom });
    await fingers.moveTo({ x: left, y: bottom });
    await fingers.up();
    await expect.poll(() => inspectorTitle(page).textContent()).toMatch(/^已选/);
    await expect.poll(() => new URL(page.url()).hash).toContain('sels=');
    const chosen = new URLSearchParams(new URL(page.url()).hash.slice(1)).getAll('sels');
    expect(chosen).toEqual(expect.arrayContaining(caught.map(({ id }) => id)));
    expect(await axeFindings(page)).toEqual([]);
    await button(inspector(page), inChinese('node.pin')).tap();
    await expectInAddress(page, 'pin', chosen);
  });

  it('gives the lasso up with a second finger', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('lasso.start')).tap();
    await page.locator('svg.lasso').waitFor();
    const fingers = await fingersOn(page);
    await fingers.down(...apart(middle, 80));
    await expect.poll(() => page.locator('svg.lasso').count()).toBe(0);
    await fingers.up();
    await expectInAddress(page, 'sels', []);
    expect(await button(page, inChinese('lasso.start')).getAttribute('aria-pressed')).toBe('false');
  });

  it('presses a node long: the menu is whole on the screen, and lifting the finger or moving it chooses nothing', async () => {
    const page = await explorer.open(phone);
    const node = (await nodesInReach(page)).reduce((lowest, other) => (other.pageY > lowest.pageY ? other : lowest));
    const fingers = await fingersOn(page);
    await fingers.down(spotOf(node));
    const menu = page.getByRole('menu');
    await menu.waitFor();
    await fingers.up();
    const { x = -1, y = -1, width = 0, height = 0 } = (await menu.boundingBox()) ?? {};
    expect([x >= 0, y >= 0, x + width <= 390, y + height <= 844]).toEqual([true, true, true, true]);
    expect(await inspector(page).isVisible()).toBe(false);
    expect(await axeFindings(page)).toEqual([]);
    await menuItem(page, inChinese('inspector.pathFrom')).tap();
    await page.getByText(inChinese('path.cancel')).waitFor();
  });

  it('opens the legend while a node is selected: the legend is what is seen, and closed again the node is', async () => {
    const page = await explorer.open(phone);
    const node = await nodeInReach(page);
    await page.touchscreen.tap(node.pageX, node.pageY);
    await inspectorTitle(page).waitFor();
    const title = (await inspectorTitle(page).textContent()) ?? '';
    await button(page, inChinese('tabs.legend')).tap();
    await legend(page).getByRole('checkbox').first().tap();
    await expectInAddress(page, 'off', [expect.any(String)]);
    await button(legend(page), inChinese('sheet.close')).tap();
    await legend(page).waitFor({ state: 'hidden' });
    await expectInspected(page, title);
  });

  it('opens the questions while a node is selected, and asks one', async () => {
    const page = await explorer.open(phone);
    const node = await nodeInReach(page);
    await page.touchscreen.tap(node.pageX, node.pageY);
    await inspectorTitle(page).waitFor();
    await button(page, inChinese('tabs.questions')).tap();
    const questions = page.getByRole('navigation', { name: inChinese('questions.title') });
    await questions.getByRole('button').first().tap();
    await inspector(page).waitFor({ state: 'hidden' });
    await expectInAddress(page, 'q', [expect.any(String)]);
  });

  it('selects a node while the legend is open: what is said of the node takes its place', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('tabs.legend')).tap();
    await legend(page).waitFor();
    const [node] = (await nodesInReach(page)).toSorted((one, other) => one.pageY - other.pageY);
    await page.touchscreen.tap(node?.pageX ?? 0, node?.pageY ?? 0);
    await inspectorTitle(page).waitFor();
    await legend(page).waitFor({ state: 'hidden' });
  });

  it('scrolls a sheet with a finger, and the picture behind it stays', async () => {
    const page = await explorer.open({ ...phone, hash: 'sel=association-party-committee' });
    await inspectorTitle(page).waitFor();
    const before = await restingCamera(page);
    const fingers = await fingersOn(page);
    await fingers.down({ x: 195, y: 780 });
    await fingers.moveTo({ x: 195, y: 480 });
    await fingers.up();
    await expect.poll(() => inspector(page).evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(100);
    expect(await cameraOf(page)).toEqual(before);
  });

  it('follows a link to a node: the node is in sight above its sheet', async () => {
    const page = await explorer.open({ ...phone, hash: 'sel=five-services' });
    await inspectorTitle(page).waitFor();
    const sheet = await inspector(page).boundingBox();
    await expect
      .poll(async () => {
        const node = (await pictureOf(page)).find(({ id }) => id === 'five-services');
        return (
          node !== undefined && node.pageY > 150 && node.pageY < (sheet?.y ?? 0) && node.pageX > 0 && node.pageX < 390
        );
      })
      .toBe(true);
  });
});
