import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { pictureOf, placesOf } from './picture.ts';
import {
  button,
  dialog,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  menuItem,
} from './reader.ts';
import { fingersOn, nodesInReach, spotOf } from './fingers.ts';

const committee = 'association-party-committee';
const name = '金华市律师协会党委';
/** The id of what its plain expansion leaves out. */
const leftOut = `more\n${committee}\n`;
const expanded = `expand~${committee}~25`;

describeTask('a reader who expands by touch', (explorer) => {
  it('ticks a type in the menu of counts, and gets just those', async () => {
    const page = await explorer.open({ ...phone, hash: `sel=${committee}` });
    await expectInspected(page, name);
    const { size } = await placesOf(page);
    await button(inspector(page), inChinese('kinds.open')).tap();
    const line = dialog(page).getByRole('listitem').filter({ hasText: '始于' });
    expect(await line.locator('.count').textContent()).toBe('1');
    await line.getByRole('checkbox').tap();
    await button(dialog(page), inChinese('kinds.expand', { n: 1 })).tap();
    await expectInAddress(page, 's', [`${expanded}~out:BEGAN_WITH`]);
    await expect.poll(async () => (await placesOf(page)).size).toBe(size + 1);
  });

  it('reaches every type of the menu: its end, and its button, are on the screen', async () => {
    const page = await explorer.open({ ...phone, hash: `sel=${committee}` });
    await expectInspected(page, name);
    await button(inspector(page), inChinese('kinds.open')).tap();
    await dialog(page).getByRole('listitem').last().scrollIntoViewIfNeeded();
    await dialog(page).getByRole('listitem').last().getByRole('checkbox').tap();
    const submit = dialog(page).locator('button[type=submit]');
    const { y = 0, height = 0 } = (await submit.boundingBox()) ?? {};
    expect(y + height).toBeLessThanOrEqual(phone.viewport.height);
    await submit.tap();
    await expectInAddress(page, 's', [expect.stringContaining(`${expanded}~`)]);
  });

  it('taps “9 more” in the picture, brings one by its name, then the rest', async () => {
    const page = await explorer.open({ ...phone, hash: new URLSearchParams({ s: expanded }).toString() });
    await pictureOf(page);
    const more = (await nodesInReach(page)).find(({ id }) => id === leftOut);
    if (!more) throw new Error('what was left out is not in reach');
    await page.touchscreen.tap(more.pageX, more.pageY);
    await expectInspected(page, inChinese('more.title', { n: 9 }));
    const absent = inspector(page)
      .locator('.entries > li')
      .filter({ hasNotText: inChinese('more.onScreen') });
    await expect.poll(() => absent.count()).toBeGreaterThan(0);
    const { size } = await placesOf(page);
    await absent.first().getByRole('button').tap();
    await expect.poll(async () => (await placesOf(page)).size).toBe(size + 1);
    await button(inspector(page), inChinese('more.further', { n: 9 })).tap();
    await expectInPicture(page, leftOut, false);
  });

  it('presses a node long and expands it: nothing that was there moves', async () => {
    const page = await explorer.open(phone);
    const before = await placesOf(page);
    const [node] = await nodesInReach(page);
    if (!node) throw new Error('no node is in reach');
    const fingers = await fingersOn(page);
    await fingers.down(spotOf(node));
    await page.getByRole('menu').waitFor();
    await fingers.up();
    await menuItem(page, inChinese('inspector.expand')).tap();
    await expectInAddress(page, 's', [`expand~${node.id}~25`]);
    await expect.poll(async () => (await placesOf(page)).size).toBeGreaterThan(before.size);
    const after = await placesOf(page);
    expect([...before.keys()].map((id) => after.get(id))).toEqual([...before.values()]);
  });
});
