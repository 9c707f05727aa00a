import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { fingersOn, nodeInReach, spotOf } from './fingers.ts';
import { cameraOf } from './picture.ts';
import {
  button,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  menuItem,
  notices,
} from './reader.ts';

async function tapInShareMenu(page: Page, word: 'share.copy' | 'share.save' | 'share.open'): Promise<void> {
  await button(page, inChinese('share.label')).tap();
  await menuItem(page, inChinese(word)).tap();
}

/** Opens a file by the menu, as from the folder of a phone. */
async function openFile(page: Page, content: string): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tapInShareMenu(page, 'share.open')]);
  await chooser.setFiles({ name: 'graph.view.json', mimeType: 'application/json', buffer: Buffer.from(content) });
}

describeTask('a reader who keeps and shares a view by touch', (explorer) => {
  it('copies the link, and it shows the same on another phone', async () => {
    const page = await explorer.open({
      ...phone,
      hash: 's=hide~joint-branches&sel=lawyers',
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await expectInspected(page, '执业律师');
    await tapInShareMenu(page, 'share.copy');
    await page.getByText(inChinese('share.copied')).waitFor();
    const link = await page.evaluate(() => navigator.clipboard.readText());
    const theirs = await explorer.open({ ...phone, hash: new URL(link).hash.slice(1) });
    await expectInspected(theirs, '执业律师');
    await expectInPicture(theirs, 'joint-branches', false);
  });

  it('saves the view as a file, and another phone opens it', async () => {
    const page = await explorer.open({ ...phone, hash: 's=hide~joint-branches' });
    await expectInPicture(page, 'joint-branches', false);
    const [download] = await Promise.all([page.waitForEvent('download'), tapInShareMenu(page, 'share.save')]);
    const content = await readFile(await download.path(), 'utf8');
    const theirs = await explorer.open(phone);
    await expectInPicture(theirs, 'joint-branches');
    await openFile(theirs, content);
    await expectInPicture(theirs, 'joint-branches', false);
    await button(theirs, inChinese('history.undo')).tap();
    await expectInPicture(theirs, 'joint-branches');
  });

  it('opens a file that is no view: is told so, closes that, and keeps the picture', async () => {
    const page = await explorer.open({ ...phone, hash: 's=hide~joint-branches' });
    await expectInPicture(page, 'joint-branches', false);
    await openFile(page, 'my shopping list');
    await expect.poll(() => notices(page).textContent()).toContain(inChinese('file.unreadable'));
    await button(notices(page), inChinese('notice.dismiss')).tap();
    await expect.poll(() => notices(page).count()).toBe(0);
    await expectInPicture(page, 'joint-branches', false);
  });

  it('loads the page again: picture, place, selection and what can be undone are as they were', async () => {
    const page = await explorer.open(phone);
    const node = await nodeInReach(page);
    const fingers = await fingersOn(page);
    const spot = spotOf(node);
    await fingers.down({ x: spot.x - 60, y: spot.y }, { x: spot.x + 60, y: spot.y });
    await fingers.moveTo({ x: spot.x - 110, y: spot.y }, { x: spot.x + 110, y: spot.y });
    await fingers.up();
    await expectInAddress(page, 'cam', [expect.any(String)]);
    const { zoom } = await cameraOf(page);
    const target = await nodeInReach(page);
    await page.touchscreen.tap(target.pageX, target.pageY);
    await button(inspector(page), inChinese('inspector.hide')).tap();
    await expectInPicture(page, target.id, false);
    await page.waitForFunction(() => Object.values(sessionStorage).some((text) => String(text).includes('act.hide')));
    await page.waitForFunction(() => location.hash.includes('hide'));
    await page.reload();
    await expectInPicture(page, target.id, false);
    await expect.poll(async () => (await cameraOf(page)).zoom).toBeCloseTo(zoom, 2);
    await button(page, inChinese('history.undo')).tap();
    await expectInPicture(page, target.id);
  });
});
