import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { button, inChinese, inEnglish, menuItem, notices } from './reader.ts';
import { editor, marks, openWorkbench, tabNames, workbench, write } from './workbench.ts';

const focused = (page: Page): Promise<string> =>
  page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.className ?? '');

const answer = (page: Page) => workbench(page).locator('.results');

/** The part of the page's height that the workbench takes, in percent. */
const share = async (page: Page): Promise<number> => {
  const box = await workbench(page).boundingBox();
  return Math.round((100 * (box?.height ?? 0)) / (page.viewportSize()?.height ?? 1));
};

const badRequest = /status of 400/;

describeTask('a reader who writes a query', (explorer) => {
  it('opens the workbench below the picture, writes, and runs by a key', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    // Keys are listened to a moment after the picture is there.
    await expect
      .poll(async () => {
        await page.keyboard.press('w');
        return page.locator('.workbench-button').getAttribute('aria-expanded');
      })
      .toBe('true');
    await editor(page).waitFor();
    await expect.poll(() => focused(page)).toBe(inChinese('editor.label'));
    expect(await page.locator('.canvas').isVisible()).toBe(true);
    await page.keyboard.insertText("MATCH (n {id: 'law-firms'}) RETURN n.name AS name");
    await page.keyboard.press('Control+Enter');
    await answer(page).getByText('律师事务所', { exact: true }).waitFor();
    expect(await editor(page).innerText()).not.toContain('\n');
  });

  it('sees what is wrong, where, and what it should be, and goes there', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'MATCH (n:Awrd)\nRETRN n');
    await expect.poll(() => marks(page)).toEqual(['warning: Awrd', 'error: RETRN']);
    const sentence = inChinese('finding.unknownLabel', { name: 'Awrd' });
    const line = workbench(page).getByRole('status').filter({ hasText: sentence });
    await line.getByRole('button').first().click();
    expect(await page.evaluate(() => String(getSelection()))).toBe('Awrd');
    await button(workbench(page), 'Award').click();
    await expect.poll(() => editor(page).innerText()).toBe('MATCH (n:Award)\nRETRN n');
    await expect.poll(() => marks(page)).toEqual(['error: RETRN']);
    await write(page, 'MATCH (n:Award) RETURN n');
    await expect.poll(() => marks(page)).toEqual([]);
  });

  it('reads more of a problem by pointing at it, and goes on to another query', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'MATCH (n:Award)\nRETRN n');
    await page.locator('.cm-lintRange').first().hover();
    const tooltip = page.locator('.cm-diagnostic');
    await tooltip.getByText(inChinese('finding.unexpected', { found: 'RETRN' })).waitFor();
    expect(await tooltip.locator('[lang=en]').textContent()).toContain('RETURN');
    // The tooltip may lie over it.
    await button(page, inChinese('workbench.newTab')).press('Enter');
    await tooltip.waitFor({ state: 'detached' });
    await write(page, 'RETURN 1');
    expect(await marks(page)).toEqual([]);
  });

  it('sees what the database had against the query marked at its place', async () => {
    const page = await explorer.open({ expected: badRequest });
    await openWorkbench(page);
    await write(page, 'MATCH (n:Award)\nRETURN n.name AS name,');
    await page.keyboard.press('Control+Enter');
    await answer(page).getByRole('alert').waitFor();
    await expect.poll(() => marks(page).then((all) => all.length)).toBeGreaterThan(0);
  });

  it('has labels, properties and parameters completed', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await editor(page).focus();
    await page.keyboard.type('MATCH (n:Awa');
    await page.locator('.cm-tooltip-autocomplete li').filter({ hasText: 'Award' }).waitFor();
    // In its first 75 ms the list takes no key, which was meant for the text.
    await page.waitForTimeout(150);
    await page.keyboard.press('Enter');
    await page.keyboard.press('End');
    await page.keyboard.type(' RETURN n.summ');
    await page.locator('.cm-tooltip-autocomplete li').filter({ hasText: 'summary' }).first().waitFor();
    // Escape closes the list, not the workbench.
    await page.keyboard.press('Escape');
    await page.locator('.cm-tooltip-autocomplete').waitFor({ state: 'detached' });
    expect(await editor(page).innerText()).toBe('MATCH (n:Award) RETURN n.summ');
    // What is written already is not completed: Enter begins a line.
    await page.keyboard.type('ary');
    await page
      .locator('.cm-tooltip-autocomplete li[aria-selected]')
      .filter({ hasText: /^summary/ })
      .waitFor();
    await page.keyboard.press('Enter');
    const lines = editor(page).locator('.cm-line');
    await expect.poll(() => lines.allInnerTexts()).toEqual(['MATCH (n:Award) RETURN n.summary', '\n']);
  });

  it('has no list of completions over the answer of what was just written', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'MATCH (n:Award) RETURN n.name AS name ORDER BY name');
    await page.keyboard.press('Control+Enter');
    await answer(page).getByRole('row').nth(1).waitFor();
    // The list comes a moment after the last key.
    await page.waitForTimeout(500);
    expect(await page.locator('.cm-tooltip-autocomplete').count()).toBe(0);
  });

  it('sees the arguments of a function while writing the call', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await editor(page).focus();
    await page.keyboard.type('RETURN toUpper(');
    await page
      .locator('.signature')
      .filter({ hasText: /toUpper\(/i })
      .waitFor();
    await page.keyboard.press('Escape');
    await page.locator('.signature').waitFor({ state: 'detached' });
  });

  it('has the text laid out, and takes that back', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'match (n:Award) return n limit 3');
    await page.keyboard.press('Control+Shift+F');
    await expect.poll(() => editor(page).innerText()).toBe('MATCH (n:Award)\nRETURN n\nLIMIT 3');
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor(page).innerText()).toBe('match (n:Award) return n limit 3');
  });

  it('fills in the parameters, by a form and as JSON', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'UNWIND $`a b` AS x RETURN x, $n AS n LIMIT $most');
    await page.keyboard.press('Control+Enter');
    const fields = workbench(page).locator('.parameters');
    // What is missing has the focus, and says so.
    await expect.poll(() => fields.locator('[aria-invalid=true]').count()).toBe(3);
    await expect.poll(() => page.evaluate(() => document.activeElement?.getAttribute('aria-invalid'))).toBe('true');
    const kind = fields.getByRole('combobox', { name: inChinese('parameters.kindOf', { name: 'a b' }) });
    // A letter goes to what the list has, and closes no workbench.
    await kind.press('w');
    expect(await workbench(page).isVisible()).toBe(true);
    await kind.selectOption('list');
    await fields.getByLabel('$a b', { exact: true }).fill('律\n师');
    await fields.getByLabel('$most', { exact: true }).fill('x');
    await fields.getByText(inChinese('parameters.notInteger')).waitFor();
    await fields.getByLabel('$most', { exact: true }).fill('7');
    await button(page, inChinese('parameters.jsonView')).first().click();
    const json = fields.getByLabel(inChinese('parameters.asJson'));
    expect(JSON.parse(await json.inputValue())).toEqual({ 'a b': ['律', '师'], most: 7 });
    await json.fill('{"a b": ["律"], "n": tru');
    await fields.getByText(inChinese('parameters.notJson')).waitFor();
    await json.fill('{"a b": ["律"], "n": true, "most": 7}');
    await page.keyboard.press('Control+Enter');
    await answer(page).getByRole('row').filter({ hasText: '律' }).waitFor();
  });

  it('picks a node for a parameter by its name', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'MATCH (n {id: $which}) RETURN n.id AS id');
    const fields = workbench(page).locator('.parameters');
    await fields
      .getByRole('combobox', { name: inChinese('parameters.kindOf', { name: 'which' }) })
      .selectOption('node');
    const field = fields.getByRole('combobox', { name: '$which', exact: true });
    expect(await field.inputValue()).toBe('');
    await page.keyboard.press('Control+Enter');
    // What is missing has the focus, and is told with the field.
    await expect.poll(() => field.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.getAttribute('aria-describedby');
    expect(await fields.locator(`[id="${described}"]`).innerText()).toBe(inChinese('parameters.noNode'));
    await button(page, inChinese('workbench.newTab')).focus();
    await fields.locator('label').click();
    expect(await field.evaluate((input) => input === document.activeElement)).toBe(true);
    await field.fill('律师事务所');
    await page.getByRole('option', { name: '律师事务所', exact: true }).click();
    await page.keyboard.press('Control+Enter');
    await answer(page).getByRole('row').filter({ hasText: 'law-firms' }).waitFor();
    await page.reload();
    await expect.poll(() => field.inputValue()).toBe('律师事务所');
  });

  it('keeps several queries, over a reload too, and takes a closing back', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'RETURN 1');
    await button(page, inChinese('workbench.newTab')).click();
    await write(page, 'RETURN 2');
    await page.getByRole('tab', { selected: true }).dblclick();
    await page.getByLabel(inChinese('workbench.name')).fill('二');
    await page.keyboard.press('Enter');
    await expect.poll(() => tabNames(page)).toEqual(['查询 1', '二']);
    await page.reload();
    await editor(page).waitFor();
    expect(await tabNames(page)).toEqual(['查询 1', '二']);
    expect(await editor(page).innerText()).toBe('RETURN 2');
    await page.getByRole('tab', { name: '二' }).focus();
    await page.keyboard.press('Delete');
    await expect.poll(() => editor(page).innerText()).toBe('RETURN 1');
    await button(page, inChinese('workbench.reopen', { name: '二' })).click();
    await expect.poll(() => editor(page).innerText()).toBe('RETURN 2');
    await page.getByRole('tab', { name: '二' }).press('ArrowLeft');
    await expect.poll(() => editor(page).innerText()).toBe('RETURN 1');
  });

  it('undoes in each query what was done in it', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'RETURN 1');
    await button(page, inChinese('workbench.newTab')).click();
    await write(page, 'RETURN 2');
    await page.getByRole('tab').first().click();
    await editor(page).focus();
    await page.keyboard.press('Control+z');
    await expect.poll(() => editor(page).locator('.cm-placeholder').count()).toBe(1);
    await page.getByRole('tab').last().click();
    await expect.poll(() => editor(page).innerText()).toBe('RETURN 2');
  });

  it('stops a query that takes long', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'UNWIND range(1, 100000000) AS x RETURN count(x)');
    await page.keyboard.press('Control+Enter');
    const stop = workbench(page)
      .getByRole('toolbar')
      .getByRole('button', { name: inChinese('workbench.stop') });
    await stop.click();
    await answer(page).getByText(inChinese('results.stopped')).first().waitFor();
    // It has become the button that runs, and kept the focus.
    await expect.poll(() => page.evaluate(() => document.activeElement?.textContent)).toBe(inChinese('workbench.run'));
  });

  it('can leave the editor and close the workbench by keys, and is back where it was opened', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await expect.poll(() => focused(page)).toBe(inChinese('editor.label'));
    await page.keyboard.press('Tab');
    expect(await focused(page)).toBe(inChinese('editor.label'));
    expect(await editor(page).getAttribute('aria-describedby')).not.toBeNull();
    await page.keyboard.press('Escape');
    await page.keyboard.press('Shift+Tab');
    await expect.poll(() => focused(page)).not.toBe(inChinese('editor.label'));
    await page.keyboard.press('Escape');
    await workbench(page).waitFor({ state: 'detached' });
    expect(await focused(page)).toBe(inChinese('workbench.open'));
  });

  it('makes the workbench higher and lower by keys and by dragging, and lets it fill the page', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    const edge = page.getByRole('separator', { name: inChinese('workbench.resize') });
    const before = await share(page);
    await edge.press('ArrowUp');
    await expect.poll(() => share(page)).toBe(before + 5);
    expect(await edge.getAttribute('aria-valuenow')).toBe(String(before + 5));
    const box = await edge.boundingBox();
    if (!box) throw new Error('the edge is not on the page');
    await page.mouse.move(box.x + 300, box.y + 5);
    await page.mouse.down();
    await page.mouse.move(box.x + 300, box.y + 185, { steps: 4 });
    await page.mouse.up();
    await expect.poll(() => share(page)).toBeLessThan(before);
    await button(page, inChinese('workbench.tall')).click();
    await expect.poll(() => share(page)).toBeGreaterThan(80);
    expect(await page.locator('.body').getAttribute('inert')).not.toBeNull();
    await button(page, inChinese('workbench.lower')).click();
    expect(await page.locator('.body').getAttribute('inert')).toBeNull();
  });

  it('goes on without completion where the language worker cannot be had, and can try again', async () => {
    const page = await explorer.open({
      expected: /editor-worker/,
      before: (opened) => opened.route(/editor-worker/, (route) => route.abort()),
    });
    await openWorkbench(page);
    await workbench(page).getByText(inChinese('editor.lost')).waitFor();
    await write(page, 'RETURN 1 AS one');
    await page.keyboard.press('Control+Enter');
    await answer(page).getByRole('row').filter({ hasText: '1' }).first().waitFor();
    await page.unroute(/editor-worker/);
    await workbench(page)
      .getByRole('status')
      .getByRole('button', { name: inChinese('page.retry') })
      .click();
    await write(page, 'RETRN 1');
    await expect.poll(() => marks(page)).toContain('error: RETRN');
  });

  it('is told once where the browser keeps nothing', async () => {
    const page = await explorer.open({
      before: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(globalThis, 'localStorage', {
            get() {
              throw new DOMException('denied', 'SecurityError');
            },
          });
        }),
    });
    await openWorkbench(page);
    await write(page, 'RETURN 1');
    await expect
      .poll(() => notices(page).allInnerTexts())
      .toContainEqual(expect.stringContaining(inChinese('workbench.notKept')));
    await button(page, inChinese('notice.dismiss')).click();
    await write(page, 'RETURN 2');
    await button(page, inChinese('workbench.newTab')).click();
    // What rests until it is kept is kept at once when the page is left.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')));
    expect(await notices(page).count()).toBe(0);
  });

  it('finds and replaces in the text, in the language of the page', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, 'RETURN a, a');
    await page.keyboard.press('Control+f');
    const find = page.getByRole('textbox', { name: inChinese('find.find') });
    await find.fill('a');
    await page.getByRole('textbox', { name: inChinese('find.with') }).fill('b');
    await button(page, inChinese('find.replaceAll')).click();
    await expect.poll(() => editor(page).innerText()).toBe('RETURN b, b');
    await page.keyboard.press('Escape');
    await find.waitFor({ state: 'detached' });
    expect(await workbench(page).isVisible()).toBe(true);
  });

  it.each([
    ['light', '', inChinese],
    ['dark', 'lang=en', inEnglish],
  ] as const)('meets nothing that axe objects to, %s', async (colorScheme, hash, words) => {
    const page = await explorer.open({ colorScheme, hash });
    await button(page, words('workbench.open')).click();
    await editor(page).waitFor();
    await write(page, "MATCH (n:Awrd {id: $id, year: 1})-[:RECEIVED]->(m) // comment\nRETURN n, count(m), 'text'");
    await expect.poll(() => marks(page)).toContain('warning: Awrd');
    await page.keyboard.press('Control+Enter');
    expect(await axeFindings(page, ['.workbench'])).toEqual([]);
    await button(page, words('workbench.tabMenu')).click();
    await menuItem(page, words('workbench.rename')).waitFor();
    expect(await axeFindings(page, ['.popover'])).toEqual([]);
  });
});

describeTask('a reader who writes a query on a phone', (explorer) => {
  it('has the whole screen for it, runs by a tap, and comes back to the picture', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('workbench.open')).tap();
    await editor(page).waitFor();
    expect(await workbench(page).boundingBox()).toEqual({ x: 0, y: 0, width: 390, height: 844 });
    await editor(page).tap();
    await page.keyboard.insertText("MATCH (n {id: 'law-firms'}) RETURN n");
    await button(page, inChinese('workbench.run')).tap();
    await answer(page).getByText('律师事务所').first().waitFor();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
    expect(await axeFindings(page, ['.workbench'])).toEqual([]);
    await button(workbench(page), inChinese('workbench.close')).tap();
    await workbench(page).waitFor({ state: 'detached' });
    expect(await page.locator('.header').getAttribute('inert')).toBeNull();
  });

  it('reads it at twice the size', async () => {
    const page = await explorer.open({ viewport: { width: 720, height: 450 }, deviceScaleFactor: 2 });
    await button(page, inChinese('workbench.open')).click();
    await editor(page).waitFor();
    expect(await workbench(page).boundingBox()).toEqual({ x: 0, y: 0, width: 720, height: 450 });
    const size = await editor(page).evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
    expect(size).toBeGreaterThanOrEqual(14);
    expect((await page.locator('.editor').boundingBox())?.height).toBeGreaterThan(60);
  });
});

describeTask(
  'a reader of a server that runs no queries of others',
  (explorer) => {
    it('is told why and what to do, and can still read and write them', async () => {
      const page = await explorer.open();
      await openWorkbench(page);
      await workbench(page).getByText(inChinese('workbench.off')).waitFor();
      await write(page, 'match (n) return n');
      await expect.poll(() => button(page, inChinese('workbench.run')).isDisabled()).toBe(true);
      await page.keyboard.press('Control+Enter');
      await button(page, inChinese('workbench.format')).click();
      await expect.poll(() => editor(page).innerText()).toBe('MATCH (n)\nRETURN n');
      expect(await answer(page).getByText(inChinese('results.nothingRun')).isVisible()).toBe(true);
      expect(await axeFindings(page, ['.workbench'])).toEqual([]);
    });
  },
  { CYPHER_CONSOLE: 'off' },
);
