import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
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
