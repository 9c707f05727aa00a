import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { cameraOf, pictureOf, placesOf } from './picture.ts';
import { button, inChinese, inEnglish } from './reader.ts';
import { expectLit, gist, hasFocus, litOn, openDocument, step, tree } from './reading-pane.ts';

const litNote = (page: Page): Locator => page.locator('.lit-note');

/** How many nodes stand out on the picture where it is not seen. */
async function litOutOfSight(page: Page): Promise<number> {
  await pictureOf(page);
  return page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    const isOut = ({ x, y }: { x: number; y: number }) =>
      cy === undefined || x < 0 || y < 0 || x > cy.width() || y > cy.height();
    return cy?.nodes('.lit').filter((node) => isOut(node.renderedPosition())).length ?? 0;
  });
}

/** Looks at another place of the picture, from near, as a reader who has moved it there. */
async function lookAway(page: Page): Promise<void> {
  await pictureOf(page);
  await page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    cy?.viewport({ zoom: 1.5, pan: { x: -4_000, y: -3_000 } });
  });
}

describeTask('a reader of what stands out where the picture is not seen', (explorer) => {
  it('is told how much of what they point at is out of sight, and brings it into sight by a key', async () => {
    const page = await explorer.open();
    await openDocument(page);
    await gist(page, 'lead.1').hover();
    await expectLit(page, ['law-firms', 'lawyers']);
    await lookAway(page);
    const before = await litOutOfSight(page);
    expect(before).toBeGreaterThan(0);
    const [places, camera] = [await placesOf(page), await cameraOf(page)];
    await litNote(page)
      .getByText(inChinese('reading.litOutOfSight', { n: before }))
      .waitFor();
    // Being told moves nothing.
    expect([await placesOf(page), await cameraOf(page)]).toEqual([places, camera]);
    await page.keyboard.press('u');
    await expect.poll(() => litOutOfSight(page)).toBe(0);
    await litNote(page).waitFor({ state: 'detached' });
    await expectLit(page, ['law-firms', 'lawyers']);
    expect(await placesOf(page)).toEqual(places);
    // There is nothing to be undone.
    expect(await button(page, inChinese('history.undo')).isDisabled()).toBe(true);
  });

  it('brings what a selected sentence says into sight by a button, and goes on from the picture', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=passage-lead-1&lang=en' });
    await expectLit(page, ['law-firms', 'lawyers']);
    await lookAway(page);
    expect(await litOutOfSight(page)).toBeGreaterThan(0);
    const see = button(litNote(page), inEnglish('reading.see'));
    await see.waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await see.click();
    await expect.poll(() => litOutOfSight(page)).toBe(0);
    await litNote(page).waitFor({ state: 'detached' });
    expect(await hasFocus(page.locator('.canvas'))).toBe(true);
  });

  it('brings it into sight by touch, too, where a step led to it', async () => {
    const page = await explorer.open({ hash: 'view=reading&sel=lawyers', ...phone });
    await tree(page).locator('[data-marks~="now"]').waitFor();
    await step(page, 'reading.nextMention').tap();
    await expect.poll(async () => (await litOn(page)).length).toBeGreaterThan(1);
    await lookAway(page);
    await litNote(page).waitFor();
    const [note, canvas] = [await litNote(page).boundingBox(), await page.locator('.canvas').boundingBox()];
    expect((note?.y ?? 0) + (note?.height ?? 0)).toBeLessThanOrEqual((canvas?.y ?? 0) + (canvas?.height ?? 0));
    await button(litNote(page), inChinese('reading.see')).tap();
    await expect.poll(() => litOutOfSight(page)).toBe(0);
  });
});
