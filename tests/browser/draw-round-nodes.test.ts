import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { clickNode, pictureOf, placesOf } from './picture.ts';
import { button, expectInAddress, inChinese } from './reader.ts';

/** Draws a line round a part of the picture that holds a programme and what belongs to it, with the Alt key. */
async function drawRound(page: Page, ids: readonly string[]): Promise<void> {
  const nodes = (await pictureOf(page)).filter(({ id }) => ids.includes(id));
  const [left, right] = [
    Math.min(...nodes.map(({ pageX }) => pageX)) - 16,
    Math.max(...nodes.map(({ pageX }) => pageX)) + 16,
  ];
  const [top, bottom] = [
    Math.min(...nodes.map(({ pageY }) => pageY)) - 16,
    Math.max(...nodes.map(({ pageY }) => pageY)) + 16,
  ];
  await page.keyboard.down('Alt');
  await page.mouse.move(left, top);
  await page.mouse.down();
  await page.locator('svg.lasso').waitFor();
  for (const [x, y] of [
    [right, top],
    [right, bottom],
    [left, bottom],
  ] as const)
    await page.mouse.move(x, y, { steps: 4 });
  await page.mouse.up();
  await page.keyboard.up('Alt');
}

const edgesOf = (page: Page, id: string): Promise<number> =>
  page.evaluate(
    (of) => document.querySelector('.canvas')?.['_cyreg']?.cy?.getElementById(of).connectedEdges().length ?? 0,
    id,
  );

describeTask('drawing a line round nodes', (explorer) => {
  it('selects them, so that a group can be made of them, which keeps its relationships when it is folded', async () => {
    const page = await explorer.open();
    const all = await pictureOf(page);
    const [first] = all;
    if (!first) throw new Error('the picture is empty');
    const near = all
      .toSorted((a, b) => Math.hypot(a.x - first.x, a.y - first.y) - Math.hypot(b.x - first.x, b.y - first.y))
      .slice(0, 3)
      .map(({ id }) => id);
    await drawRound(page, near);
    await button(page, ` ${inChinese('many.group')}`)
      .or(button(page, inChinese('many.group')))
      .click();
    const groupId = 'group\n1';
    await expect.poll(async () => (await placesOf(page)).has(groupId)).toBe(true);
    await page.evaluate((id) => {
      document.querySelector('.canvas')?.['_cyreg']?.cy?.getElementById(id).emit('tap');
    }, groupId);
    await page.getByRole('button', { name: inChinese('group.fold') }).click();
    await expect.poll(async () => (await placesOf(page)).has(first.id)).toBe(false);
    expect(await edgesOf(page, groupId)).toBeGreaterThan(0);
    await page.getByRole('button', { name: inChinese('group.unfold') }).click();
    await expect.poll(async () => (await placesOf(page)).has(first.id)).toBe(true);
    expect(await edgesOf(page, first.id)).toBeGreaterThan(0);
  });

  it('lets a group that is selected keep its members in full colour, and what is related to them', async () => {
    const group = ['group\n1', '', 'open', 'lawyers', 'law-firms'].join('~');
    const page = await explorer.open({ hash: new URLSearchParams({ grp: group, sel: 'group\n1' }).toString() });
    await pictureOf(page);
    const fadedOf = (selector: string) =>
      page.evaluate(
        (what) =>
          document
            .querySelector('.canvas')
            ?.['_cyreg']?.cy?.elements(what)
            .filter('.faint')
            .map((element) => element.id()),
        selector,
      );
    await expect.poll(async () => (await fadedOf('node'))?.length).toBeGreaterThan(5);
    expect(await fadedOf('#lawyers, #law-firms')).toEqual([]);
    expect(await fadedOf('edge[source = "lawyers"], edge[target = "lawyers"]')).toEqual([]);
  });

  it('is given up with Escape', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await button(page, inChinese('lasso.start')).click();
    await page.locator('svg.lasso').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(() => page.locator('svg.lasso').count()).toBe(0);
    expect(await button(page, inChinese('lasso.start')).getAttribute('aria-pressed')).toBe('false');
  });
});

describeTask('moving nodes', (explorer) => {
  it('moves all that are selected together, as one act, and no layout moves them again', async () => {
    const page = await explorer.open();
    const [one, other] = await pictureOf(page);
    if (!one || !other) throw new Error('the picture is empty');
    await clickNode(page, one.id);
    await page.keyboard.down('Shift');
    await clickNode(page, other.id);
    await page.keyboard.up('Shift');
    await page.mouse.move(one.pageX, one.pageY);
    await page.mouse.down();
    await page.mouse.move(one.pageX + 30, one.pageY + 24, { steps: 4 });
    await page.mouse.up();
    await expectInAddress(page, 'pin', [one.id, other.id]);
    const moved = await placesOf(page);
    const shiftOf = ({ id, x, y }: typeof one) => [
      Math.round((moved.get(id)?.x ?? 0) - x),
      Math.round((moved.get(id)?.y ?? 0) - y),
    ];
    expect(shiftOf(one)).toEqual(shiftOf(other));
    expect(shiftOf(one)[0]).toBeGreaterThan(0);
    await button(page, inChinese('layout.force')).click();
    await expect.poll(async () => (await placesOf(page)).get('five-services')).not.toEqual(moved.get('five-services'));
    const after = await placesOf(page);
    expect([after.get(one.id), after.get(other.id)]).toEqual([moved.get(one.id), moved.get(other.id)]);
    await page.keyboard.press('Control+z');
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await placesOf(page)).get(one.id)).toEqual({ x: one.x, y: one.y });
    expect((await placesOf(page)).get(other.id)).toEqual({ x: other.x, y: other.y });
  });
});

describeTask('looking at a part', (explorer) => {
  it('shows a map of the whole, on which a press leads elsewhere', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    const map = page.locator('.minimap');
    expect(await map.count()).toBe(0);
    for (let turn = 0; turn < 4; turn += 1) await button(page, inChinese('zoom.in')).click();
    await map.waitFor();
    const before = new URL(page.url()).hash;
    await map.click({ position: { x: 30, y: 30 } });
    await expect.poll(() => new URL(page.url()).hash).not.toBe(before);
  });

  it('says when captions have no room', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    expect(await page.locator('.captionless').count()).toBe(0);
    for (let turn = 0; turn < 6; turn += 1) await button(page, inChinese('zoom.out')).click();
    await page.locator('.captionless').waitFor();
  });
});
