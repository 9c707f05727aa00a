import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask, phone } from './explorer.ts';
import { clickNode, placesOf } from './picture.ts';
import {
  button,
  expectInAddress,
  expectInPicture,
  expectInspected,
  inChinese,
  inspector,
  inspectorTitle,
  notices,
  searchFor,
} from './reader.ts';

const from = '执业律师';

/** Selects the lawyers and asks for a path from there. */
async function startFromLawyers(page: Page): Promise<void> {
  await clickNode(page, 'lawyers');
  await expectInspected(page, from);
  await button(inspector(page), inChinese('inspector.pathFrom')).click();
  await page.getByText(inChinese('path.pick', { from })).waitFor();
}

/** Waits until the inspector tells the path; answers its steps as sentences. */
async function expectPath(page: Page, to: string): Promise<string[]> {
  const steps = inspector(page).locator('.steps > li');
  await steps.first().waitFor();
  const n = await steps.count();
  expect(await inspectorTitle(page).textContent()).toBe(inChinese('path.found', { from, to, n }));
  expect(await steps.locator('q').count()).toBeGreaterThanOrEqual(n);
  return steps.allTextContents();
}

/** Whether all that the path leads over is in sight. */
const isPathInSight = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    const path = cy?.nodes('.path');
    if (!cy || !path || path.empty()) return false;
    const { x1, y1, x2, y2 } = path.renderedBoundingBox({ includeLabels: false });
    const sheet = document.querySelector('.inspector');
    const isSheet = sheet !== null && getComputedStyle(sheet).position === 'absolute';
    const below = isSheet ? sheet.getBoundingClientRect().height : 0;
    return x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height() - below;
  });

describeTask('a reader who asks how two bodies are connected', (explorer) => {
  it('picks both in the picture, and reads the path step by step with its quotes', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await startFromLawyers(page);
    await clickNode(page, 'thousand-villages');
    const steps = await expectPath(page, '千村千顾问');
    expect(steps[0]).toContain(from);
    expect(steps.at(-1)).toContain('千村千顾问');
    await expectInAddress(page, 's', ['path~lawyers~thousand-villages']);
    const after = await placesOf(page);
    expect([...before].filter(([id, place]) => after.get(id)?.x !== place.x)).toEqual([]);
  });

  it('picks the other end by search, though it is not in the picture', async () => {
    const page = await explorer.open();
    await startFromLawyers(page);
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectPath(page, '法律援助中心');
    await expectInPicture(page, 'legal-aid-centre');
  });

  it('picks the other end from the list', async () => {
    const page = await explorer.open();
    await startFromLawyers(page);
    await button(page, inChinese('view.list')).click();
    await page
      .getByRole('region', { name: inChinese('list.title') })
      .getByRole('button', { name: /^省委/ })
      .click();
    await expectPath(page, '省委');
  });

  it('sees all of the path, however close they looked before, and nothing that was there has moved', async () => {
    const page = await explorer.open({ hash: 'sel=lawyers&cam=0~0~2.5' });
    const before = await placesOf(page);
    await expectInspected(page, from);
    await button(inspector(page), inChinese('inspector.pathFrom')).click();
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectPath(page, '法律援助中心');
    await expect.poll(() => isPathInSight(page)).toBe(true);
    const after = await placesOf(page);
    expect([...before.keys()].map((id) => after.get(id))).toEqual([...before.values()]);
  });

  it('sees all of the path of a link on a phone, above the sheet that tells of it', async () => {
    const page = await explorer.open({ ...phone, hash: 's=path~five-services~law-firms' });
    await inspectorTitle(page).waitFor();
    await expect.poll(() => isPathInSight(page)).toBe(true);
  });

  it('reads long names with their quotation marks beside them, never alone on a line', async () => {
    const page = await explorer.open({ ...phone, hash: 'lang=en&s=path~legal-aid-centre~five-services' });
    const name = inspector(page).locator('.sentence').getByRole('button', { name: 'Legal-aid duty roster' }).nth(1);
    await name.waitFor();
    const box = await name.boundingBox();
    const whole = await name.locator('..').boundingBox();
    expect(await name.locator('..').textContent()).toMatch(/^“.*”$/);
    expect(box?.x).toBeGreaterThan((whole?.x ?? 0) + 2);
    expect(box?.height).toBe(whole?.height);
  });

  it('puts the path away, with what it brought', async () => {
    const page = await explorer.open();
    const before = await placesOf(page);
    await startFromLawyers(page);
    await searchFor(page, '法律援助中心');
    await page.getByRole('option', { name: /^法律援助中心/ }).click();
    await expectPath(page, '法律援助中心');
    await button(inspector(page), inChinese('path.close')).click();
    await expectInPicture(page, 'legal-aid-centre', false);
    expect([...(await placesOf(page)).keys()].toSorted()).toEqual([...before.keys()].toSorted());
  });

  it('thinks better of it', async () => {
    const page = await explorer.open();
    await startFromLawyers(page);
    await button(page, inChinese('path.cancel')).click();
    await clickNode(page, 'law-firms');
    await expectInspected(page, '律师事务所');
    expect(await notices(page).count()).toBe(0);
  });
});
