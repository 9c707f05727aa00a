import { EventEmitter, once } from 'node:events';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { dropFile } from './drop-file.ts';
import { axeFindings, describeTask } from './explorer.ts';
import { madeText } from './made-text.ts';
import { button, expectInspected, inChinese, inspector, inspectorTitle } from './reader.ts';
import { pane, row } from './reading-pane.ts';

/** A quote of the third sentence, and what it gave, which is not on the first picture. */
const quote = '“抓基础、强服务、促发展”的总体思路';
const name = '抓基础、强服务、促发展';

const hash = 'view=reading&read=lead.3';
const facts = /\/queries\/facts\b/;

/** Lets facts be asked for, and come once they are let through. */
function heldFacts() {
  const gate = new EventEmitter();
  const asked: string[] = [];
  let isOpen = false;
  return {
    asked,
    letThrough: () => {
      isOpen = true;
      gate.emit('open');
    },
    hold: (page: Page) =>
      page.route(facts, async (route) => {
        asked.push(route.request().url());
        if (!isOpen) await once(gate, 'open');
        await route.continue();
      }),
  };
}

const selectIt = (page: Page): Promise<void> =>
  row(page, 'lead.3').locator('.reading-phrase').filter({ hasText: quote }).click();
const why = (page: Page) => inspector(page).locator('.why');

describeTask('a reader of what is said and is not on the picture', (explorer) => {
  it('sees its name at once, that the rest is on its way, and the rest once it has come, by one request', async () => {
    const { asked, hold, letThrough } = heldFacts();
    const page = await explorer.open({ hash, before: hold });
    await selectIt(page);
    await expectInspected(page, name);
    await inspector(page).getByRole('status').getByText(inChinese('page.busy')).waitFor();
    expect(await pane(page).locator('.mention-name').textContent()).toBe(name);
    letThrough();
    await why(page).getByText(inChinese('why.stated')).waitFor();
    expect(await why(page).locator('q').first().textContent()).toContain('抓基础');
    await expectInspected(page, name);
    // Selected again, it is there.
    await button(inspector(page), inChinese('inspector.close')).click();
    await selectIt(page);
    await why(page).waitFor();
    expect(asked.length).toBe(1);
  });

  it('is told that it did not come, and gets it by trying again', async () => {
    let isAway = true;
    const page = await explorer.open({
      hash,
      expected: /Failed to load resource/,
      before: (opened) => opened.route(facts, (route) => (isAway ? route.abort() : route.continue())),
    });
    await selectIt(page);
    await inspector(page).getByRole('alert').waitFor();
    await expectInspected(page, name);
    expect(await axeFindings(page)).toEqual([]);
    isAway = false;
    await button(inspector(page), inChinese('page.retry')).click();
    await why(page).waitFor();
  });

  it('sees the names of all that a mark in the text gave, then their signs, and selects one without a request', async () => {
    const { asked, hold, letThrough } = heldFacts();
    const page = await explorer.open({ hash: 'view=reading', before: hold });
    await dropFile(page.locator('main'), madeText(), '原文.txt', 'text/plain');
    const mark = row(page, 'lead.1').locator('mark[aria-expanded]').filter({ hasText: '1997年12月' });
    await mark.click();
    const list = row(page, 'lead.1').getByRole('list').getByRole('button');
    const names = await list.allTextContents();
    expect(names.length).toBeGreaterThan(1);
    // Neither an id of a node nor one of a relationship.
    expect(names.filter((text) => /[a-z]-[a-z]|[A-Z]_[A-Z]/.test(text))).toEqual([]);
    letThrough();
    const unsigned = list.locator('.badge:not([data-shape])');
    await expect.poll(() => unsigned.count()).toBe(0);
    expect(await list.locator('.badge[data-shape]').count()).toBeGreaterThan(0);
    expect(await list.allTextContents()).toEqual(names);
    for (const fact of await list.all()) {
      await fact.click();
      await why(page).waitFor();
      expect(await inspectorTitle(page).textContent()).not.toBe('');
    }
    expect(asked.length).toBe(1);
  });
});
