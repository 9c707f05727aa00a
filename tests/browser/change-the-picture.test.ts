import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import type { DrawnNode } from './picture.ts';
import { cameraOf, clickNode, isAllInSight, pictureOf, placesOf } from './picture.ts';
import { button, expectInAddress, expectInPicture, expectInspected, inChinese, inspector } from './reader.ts';

type Places = ReadonlyMap<string, { x: number; y: number }>;

/** The nodes of an earlier picture that stand elsewhere in a later one, or nowhere. */
function moved(before: Places, after: Places): string[] {
  return [...before]
    .filter(([id, { x, y }]) => {
      const place = after.get(id);
      return !place || Math.hypot(place.x - x, place.y - y) > 0.5;
    })
    .map(([id]) => id);
}

const nodeAt = (nodes: DrawnNode[], id: string): DrawnNode => {
  const found = nodes.find((node) => node.id === id);
  if (!found) throw new Error(`${id} is not in the picture`);
  return found;
};

/** Waits until the picture holds as many nodes as it is to. */
async function expectSize(page: Page, size: number): Promise<void> {
  await expect.poll(async () => (await placesOf(page)).size).toBe(size);
}

describeTask('a reader who changes the picture', (explorer) => {
  it('expands and collapses a node: what was there stays where it was', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await clickNode(page, 'service-to-vulnerable');
    await expectInspected(page, '服务弱势群体维权');
    await button(inspector(page), inChinese('inspector.expand')).click();
    await button(inspector(page), inChinese('inspector.collapse')).waitFor();
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
    const expanded = await placesOf(page);
    expect(moved(before, expanded)).toEqual([]);
    const newcomers = [...expanded].filter(([id]) => !before.has(id)).map(([, place]) => place);
    const others = [...expanded.values()];
    const crowded = newcomers.filter((place) =>
      others.some((other) => other !== place && Math.hypot(other.x - place.x, other.y - place.y) < 60),
    );
    expect(crowded).toEqual([]);
    await button(inspector(page), inChinese('inspector.collapse')).click();
    await expectSize(page, before.size);
    expect(moved(before, await placesOf(page))).toEqual([]);
  });

  it('is never cut short silently: a node with many neighbours says how many of all are shown', async () => {
    const page = await explorer.open({ hash: 'sel=association-party-committee' });
    await button(inspector(page), inChinese('inspector.expand')).click();
    const counts = inspector(page).getByText(/^已显示 \d+ \/ \d+ 条$/);
    await counts.waitFor();
    const [shown = 0, total = 0] = ((await counts.textContent())?.match(/\d+/g) ?? []).map(Number);
    expect(shown).toBeLessThanOrEqual(total);
    if (shown === total) return;
    const left = total - shown;
    await button(inspector(page), inChinese('inspector.expandMore', { n: Math.min(25, left), left })).click();
    await expect.poll(() => counts.textContent()).not.toBe(inChinese('inspector.expanded', { shown, total }));
  });

  it('takes back with Ctrl Z what was done, and does it again with Ctrl Shift Z', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await clickNode(page, 'service-to-vulnerable');
    await button(inspector(page), inChinese('inspector.expand')).click();
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
    const expanded = await placesOf(page);
    await page.keyboard.press('Control+z');
    await expectSize(page, before.size);
    expect(await placesOf(page)).toEqual(before);
    await page.keyboard.press('Control+Shift+Z');
    await expectSize(page, expanded.size);
    expect(await placesOf(page)).toEqual(expanded);
    await button(page, inChinese('history.undo')).click();
    await expectSize(page, before.size);
  });

  it('takes a node out, and brings it back with the back button', async () => {
    const page = await explorer.open({ hash: 'sel=joint-branches' });
    const before = await placesOf(page);
    await button(inspector(page), inChinese('inspector.hide')).click();
    await expectInPicture(page, 'joint-branches', false);
    await expectSize(page, before.size - 1);
    await expectInAddress(page, 's', ['hide~joint-branches']);
    await page.goBack();
    await expectInPicture(page, 'joint-branches');
    expect(moved(before, await placesOf(page))).toEqual([]);
  });

  it('drags a node: it stays where it was put, the others where they were, and the address knows', async () => {
    const page = await explorer.open();
    const nodes = await pictureOf(page);
    const before = await placesOf(page);
    const { pageX, pageY } = nodeAt(nodes, 'joint-branches');
    await page.mouse.move(pageX, pageY);
    await page.mouse.down();
    await page.mouse.move(pageX - 20, pageY + 20, { steps: 4 });
    await page.mouse.move(pageX - 40, pageY + 30, { steps: 4 });
    await page.mouse.up();
    await expectInAddress(page, 'pos', [expect.stringMatching(/^joint-branches~-?\d+~-?\d+$/)]);
    expect(moved(before, await placesOf(page))).toEqual(['joint-branches']);
  });

  it('filters by the legend, whose counts are those of the picture', async () => {
    const page = await explorer.open();
    const all = await pictureOf(page);
    const legend = page.getByRole('region', { name: inChinese('legend.title') });
    const rows = legend.getByRole('listitem').filter({ has: page.getByRole('checkbox') });
    const counts = await rows.locator('.count').allTextContents();
    expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(all.length);
    const [first = ''] = counts;
    await rows.first().getByRole('checkbox').uncheck();
    await expect.poll(async () => (await pictureOf(page)).filter(({ isShown }) => !isShown).length).toBe(Number(first));
    await page.getByText(inChinese('count.filtered', { n: Number(first) })).waitFor();
    expect(moved(new Map(all.map(({ id, x, y }) => [id, { x, y }])), await placesOf(page))).toEqual([]);
    await button(legend, inChinese('legend.all')).click();
    await expect.poll(async () => (await pictureOf(page)).every(({ isShown }) => isShown)).toBe(true);
  });

  it.each(['layout.force', 'layout.tree', 'layout.concentric'] as const)(
    'lays it out (%s): every node in a place of its own, all in sight',
    async (word) => {
      const page = await explorer.open();
      const before = await placesOf(page);
      const chosen = button(page, inChinese(word));
      await chosen.click();
      await expectInAddress(page, 'layout', [word.slice('layout.'.length)]);
      await expect.poll(async () => moved(before, await placesOf(page)).length).toBeGreaterThan(before.size / 2);
      const after = await placesOf(page);
      expect([...after.keys()].toSorted()).toEqual([...before.keys()].toSorted());
      expect(new Set([...after.values()].map(({ x, y }) => `${Math.round(x)} ${Math.round(y)}`)).size).toBe(after.size);
      await expect.poll(() => isAllInSight(page)).toBe(true);
      expect(await chosen.getAttribute('aria-pressed')).toBe('true');
    },
  );

  it('zooms in and out, and fits the whole into sight again', async () => {
    const page = await explorer.open();
    const { zoom } = await cameraOf(page);
    await button(page, inChinese('zoom.in')).click();
    await button(page, inChinese('zoom.in')).click();
    await expect.poll(async () => (await cameraOf(page)).zoom).toBeGreaterThan(zoom * 1.4);
    await expectInAddress(page, 'cam', [expect.any(String)]);
    await button(page, inChinese('zoom.out')).click();
    await expect.poll(async () => (await cameraOf(page)).zoom).toBeLessThan(zoom * 1.4);
    await button(page, inChinese('zoom.fit')).click();
    await expect.poll(() => isAllInSight(page)).toBe(true);
  });

  it('comes back to the first picture by the title', async () => {
    const page = await explorer.open({ hash: 's=hide%7Elawyers' });
    await expectInPicture(page, 'law-firms');
    await expectInPicture(page, 'lawyers', false);
    await page.getByRole('banner').getByRole('heading', { level: 1 }).getByRole('button').click();
    await expectInPicture(page, 'lawyers');
    await expectInAddress(page, 's', []);
  });
});
