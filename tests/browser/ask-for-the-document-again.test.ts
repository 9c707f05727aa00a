import { EventEmitter, once } from 'node:events';
import type { Route } from 'playwright-core';
import { expect, it } from 'vitest';
import { describeTask } from './explorer.ts';
import { button, inChinese } from './reader.ts';
import { expectInSight, follow, gist, hasFocus, pane, row, tree } from './reading-pane.ts';

const refuse = (route: Route): Promise<void> => route.abort('connectionrefused');

describeTask('a reader to whom the document did not come', (explorer) => {
  it.each([
    ['mentions', 'reading.unknown'],
    ['passages', 'reading.failed'],
  ] as const)('asks again by keys for what did not come (%s), and goes on from there', async (query, word) => {
    const asked = `**/api/queries/${query}*`;
    const page = await explorer.open({
      hash: 'view=reading',
      expected: /net::ERR_CONNECTION/,
      before: (opened) => opened.route(asked, refuse),
    });
    const problem = pane(page)
      .getByRole('alert')
      .filter({ hasText: inChinese(word, { why: inChinese('error.offline') }) });
    const again = button(problem, inChinese('page.retry'));
    await again.focus();
    const gate = new EventEmitter();
    await page.route(asked, async (route) => {
      await once(gate, 'open');
      await refuse(route);
    });
    await page.keyboard.press('Enter');
    await pane(page).getByText(inChinese('reading.loading')).waitFor();
    // Keys go on from the document meanwhile.
    expect(await hasFocus(pane(page))).toBe(true);
    gate.emit('open');
    await expect.poll(() => hasFocus(again)).toBe(true);
    await page.unrouteAll();
    await page.keyboard.press('Enter');
    await expect.poll(() => hasFocus(tree(page).locator('[tabindex="0"][role="treeitem"]'))).toBe(true);
    await page.keyboard.press('End');
    await expectInSight(tree(page).locator('[role="treeitem"]').last());
  });

  it('is left where they went on while what did not come was asked for again', async () => {
    const asked = '**/api/queries/mentions*';
    const page = await explorer.open({
      hash: 'view=reading',
      expected: /net::ERR_CONNECTION/,
      before: (opened) => opened.route(asked, refuse),
    });
    const again = button(pane(page).getByRole('alert'), inChinese('page.retry'));
    await again.waitFor();
    const gate = new EventEmitter();
    await page.route(asked, async (route) => {
      await once(gate, 'open');
      await route.continue();
    });
    await again.click();
    await pane(page).getByText(inChinese('reading.loading')).waitFor();
    await follow(page).focus();
    gate.emit('open');
    await expectInSight(row(page, 'title'));
    await gist(page, 'title').waitFor();
    expect(await hasFocus(follow(page))).toBe(true);
  });
});
