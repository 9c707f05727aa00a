import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { fingersOn, nodeInReach, spotOf } from './fingers.ts';
import { placesOf } from './picture.ts';
import { button, expectInAddress, expectInPicture, expectInspected, inChinese, inspector, menuItem } from './reader.ts';

/** Takes a node off the picture by its menu, which a long press opens. Answers its id. */
async function takeOffSomeNode(page: Page): Promise<string> {
  const node = await nodeInReach(page);
  const fingers = await fingersOn(page);
  await fingers.down(spotOf(node));
  await page.getByRole('menu').waitFor();
  await fingers.up();
  await menuItem(page, inChinese('inspector.hide')).tap();
  await expectInPicture(page, node.id, false);
  return node.id;
}

const undo = (page: Page) => button(page, inChinese('history.undo'));
const redo = (page: Page) => button(page, inChinese('history.redo'));

describeTask('a reader who takes back by touch what was done', (explorer) => {
  it('taps to undo, and taps to do it again', async () => {
    const page = await explorer.open(phone);
    const before = await placesOf(page);
    const id = await takeOffSomeNode(page);
    await undo(page).tap();
    await expectInPicture(page, id);
    expect(await placesOf(page)).toEqual(before);
    expect(await undo(page).isDisabled()).toBe(true);
    await redo(page).tap();
    await expectInPicture(page, id, false);
    expect(await redo(page).isDisabled()).toBe(true);
  });

  it('taps a step of the list to go there, back to the start and on to the last', async () => {
    const page = await explorer.open(phone);
    const first = await takeOffSomeNode(page);
    const second = await takeOffSomeNode(page);
    await button(page, inChinese('history.steps')).tap();
    const steps = page.getByRole('listbox', { name: inChinese('history.steps') }).getByRole('option');
    await expect.poll(() => steps.count()).toBe(3);
    await steps.first().tap();
    await expectInPicture(page, first);
    await expectInPicture(page, second);
    await steps.nth(1).tap();
    await expectInPicture(page, first, false);
    await expectInPicture(page, second);
    await steps.last().tap();
    await expectInPicture(page, second, false);
    await expectInAddress(page, 's', [`hide~${first}`, `hide~${second}`]);
  });

  it('drags a node with a finger, and takes that back', async () => {
    const page = await explorer.open(phone);
    const node = await nodeInReach(page);
    const spot = spotOf(node);
    const fingers = await fingersOn(page);
    await fingers.down(spot);
    await fingers.moveTo({ x: spot.x + 24, y: spot.y + 36 });
    await fingers.up();
    await expectInAddress(page, 'pin', [node.id]);
    expect((await placesOf(page)).get(node.id)).not.toEqual({ x: node.x, y: node.y });
    await undo(page).tap();
    await expectInAddress(page, 'pin', []);
    expect((await placesOf(page)).get(node.id)).toEqual({ x: node.x, y: node.y });
  });

  it('undoes while the sheet of a node lies over the picture', async () => {
    const page = await explorer.open({ ...phone, hash: 'sel=joint-branches' });
    await expectInspected(page, '联合党支部');
    await button(inspector(page), inChinese('inspector.hide')).tap();
    await expectInPicture(page, 'joint-branches', false);
    await undo(page).tap();
    await expectInPicture(page, 'joint-branches');
  });
});
