import { readFile } from 'node:fs/promises';
import type { Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { button, inChinese } from './reader.ts';

const workbench = (page: Page): Locator => page.locator('.workbench');
const history = (page: Page): Locator => workbench(page).getByRole('region', { name: inChinese('queries.title') });
const lines = (page: Page): Locator => history(page).getByRole('listitem');
const editor = (page: Page): Locator => workbench(page).getByRole('textbox', { name: inChinese('editor.label') });

const hasFocus = (part: Locator): Promise<boolean> =>
  part.evaluate((element) => element.contains(document.activeElement));

/** A link that brings a query into the editor. */
const linkTo = (cypher: string, params = '{}', name = ''): string =>
  new URLSearchParams({ cypher: [cypher, params, name].join('~') }).toString();

/** Runs what is in the editor, and waits until it is in the history. */
async function runIt(page: Page, times = 1): Promise<void> {
  await button(workbench(page), inChinese('workbench.run')).click();
  await expect.poll(() => lines(page).count()).toBe(times);
}

async function openHistory(page: Page): Promise<void> {
  await workbench(page)
    .locator('.workbench-bar')
    .getByRole('button', { name: inChinese('queries.title') })
    .click();
  await history(page).waitFor();
}

const showSaved = (page: Page): Promise<void> =>
  history(page)
    .getByRole('button', { name: inChinese('queries.saved') })
    .click();

describeTask('a reader who comes back to a query', (explorer) => {
  it('follows a link to one, which does not run by itself', async () => {
    const asked: string[] = [];
    const page = await explorer.open({
      hash: linkTo('MATCH (n:Campaign) RETURN n.name AS name LIMIT $n', '{"n":3}', '三个'),
      before: async (opened) => void opened.on('request', (request) => asked.push(new URL(request.url()).pathname)),
    });
    await expect.poll(() => editor(page).textContent()).toContain('LIMIT $n');
    await workbench(page).getByRole('tab', { name: '三个' }).waitFor();
    expect(asked.filter((path) => path === '/api/cypher')).toEqual([]);
    // The link is no part of the view.
    await expect.poll(() => new URL(page.url()).hash).toBe('');
    await openHistory(page);
    await runIt(page);
    await expect.poll(() => lines(page).textContent()).toContain(inChinese('table.rows', { n: 3 }));
    expect(asked.filter((path) => path === '/api/cypher')).toHaveLength(1);
  });

  it('finds what was run, also what failed, after a reload', async () => {
    const page = await explorer.open({ hash: linkTo('RETURN 1 AS one'), expected: /400/ });
    await editor(page).waitFor();
    await openHistory(page);
    await runIt(page);
    await editor(page).click();
    await page.keyboard.press('Control+a');
    await page.keyboard.type('RETURN oops');
    await runIt(page, 2);
    await expect.poll(() => lines(page).first().textContent()).toContain(inChinese('queries.failed'));
    await page.reload();
    // The workbench stands as it stood.
    await editor(page).waitFor();
    if ((await history(page).count()) === 0) await openHistory(page);
    await expect.poll(() => lines(page).count()).toBe(2);
    await history(page).getByRole('searchbox').fill('one');
    await expect.poll(() => lines(page).count()).toBe(1);
    await lines(page).getByTitle(inChinese('queries.open')).click();
    await expect.poll(() => editor(page).textContent()).toContain('RETURN 1 AS one');
    await history(page).getByRole('searchbox').press('Escape');
    await expect.poll(() => lines(page).count()).toBe(2);
    // Each is told apart by its query.
    const names = await lines(page)
      .getByRole('button')
      .evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? one.textContent));
    expect(new Set(names).size).toBe(names.length);
    await history(page).getByRole('searchbox').press('Escape');
    await workbench(page).waitFor({ state: 'hidden' });
  });

  it('saves one, names it, and takes back that it was deleted', async () => {
    const page = await explorer.open({ hash: linkTo('RETURN 1 AS one') });
    await editor(page).waitFor();
    await openHistory(page);
    await runIt(page);
    const star = lines(page).getByRole('button', { name: inChinese('queries.save') });
    await star.click();
    await expect.poll(() => star.getAttribute('aria-pressed')).toBe('true');
    await showSaved(page);
    await lines(page)
      .getByRole('button', { name: inChinese('queries.rename') })
      .click();
    await history(page)
      .getByRole('textbox', { name: inChinese('queries.name') })
      .fill('一');
    await page.keyboard.press('Enter');
    await expect.poll(() => lines(page).locator('strong').textContent()).toBe('一');
    await lines(page)
      .getByRole('button', { name: inChinese('queries.delete') })
      .click();
    await history(page)
      .getByText(inChinese('queries.deleted', { name: '一' }))
      .waitFor();
    expect(await lines(page).count()).toBe(0);
    await button(history(page), inChinese('history.undo')).click();
    await expect.poll(() => lines(page).locator('strong').textContent()).toBe('一');
  });

  it('goes on by keys where a control goes with what it did', async () => {
    const page = await explorer.open({ hash: linkTo('UNWIND range(1, 1500) AS n RETURN n') });
    await editor(page).waitFor();
    await openHistory(page);
    await runIt(page);
    const press = async (control: Locator, part: Locator): Promise<void> => {
      const pressed = await control.elementHandle();
      await pressed?.focus();
      await page.keyboard.press('Enter');
      await page.waitForFunction((element) => !element?.isConnected, pressed);
      await expect.poll(() => hasFocus(part)).toBe(true);
    };
    const results = workbench(page).locator('.results');
    await press(button(results, inChinese('results.more', { n: 10_000 })), results.locator('.results-status'));
    await expect.poll(() => lines(page).count()).toBe(2);
    await press(
      lines(page)
        .last()
        .getByRole('button', { name: inChinese('queries.forget') }),
      history(page),
    );
    await showSaved(page);
    await button(history(page), inChinese('queries.saveActive')).click();
    await lines(page)
      .getByRole('button', { name: inChinese('queries.rename') })
      .press('Enter');
    await press(history(page).getByRole('textbox', { name: inChinese('queries.name') }), lines(page));
    await press(lines(page).getByRole('button', { name: inChinese('queries.delete') }), history(page));
    await press(button(history(page), inChinese('history.undo')), history(page));
    const shown = page.getByRole('tab', { selected: true });
    const name = await shown.innerText();
    await shown.press('Delete');
    await press(
      button(workbench(page), inChinese('workbench.reopen', { name })),
      workbench(page).locator('.workbench-tabs'),
    );
  });

  it('takes all along in a file, and is told of one that is none', async () => {
    const page = await explorer.open({ hash: linkTo('RETURN 1 AS one') });
    await editor(page).waitFor();
    await openHistory(page);
    await runIt(page);
    await showSaved(page);
    await button(history(page), inChinese('queries.saveActive')).click();
    const download = page.waitForEvent('download');
    await button(history(page), inChinese('queries.export')).click();
    const file = await (await download).path();
    expect(JSON.parse(await readFile(file, 'utf8'))).toMatchObject({ saved: [{ cypher: 'RETURN 1 AS one' }] });
    const other = await explorer.open({ hash: linkTo('RETURN 2 AS two') });
    await editor(other).waitFor();
    await openHistory(other);
    const input = history(other).locator('input[type=file]');
    await input.setInputFiles({ name: 'x.json', mimeType: 'application/json', buffer: Buffer.from('{}') });
    await history(other).getByText(inChinese('queries.unreadable')).waitFor();
    await input.setInputFiles(file);
    await history(other)
      .getByText(inChinese('queries.imported', { n: 2, doubles: 0 }))
      .waitFor();
    await expect.poll(() => lines(other).count()).toBe(1);
  });

  it('is told where the browser keeps nothing, and goes on for this visit', async () => {
    const page = await explorer.open({
      hash: linkTo('RETURN 1 AS one'),
      before: (opened) =>
        opened.addInitScript(() => {
          Object.defineProperty(globalThis, 'localStorage', {
            get: () => {
              throw new DOMException('it is forbidden', 'SecurityError');
            },
          });
        }),
    });
    await editor(page).waitFor();
    await openHistory(page);
    await history(page).getByText(inChinese('queries.notKept')).waitFor();
    await runIt(page);
  });

  it('opens one under a finger, on a small screen', async () => {
    const page = await explorer.open({ hash: linkTo('RETURN 1 AS one'), ...phone });
    await editor(page).waitFor();
    await button(workbench(page), inChinese('workbench.run')).tap();
    await openHistory(page);
    await lines(page).getByTitle(inChinese('queries.open')).tap();
    await editor(page).waitFor();
    expect(await history(page).count()).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });

  it.each(['light', 'dark'] as const)('meets nothing that axe objects to, in the %s', async (colorScheme) => {
    const page = await explorer.open({ hash: linkTo('RETURN 1 AS one'), colorScheme });
    await editor(page).waitFor();
    await openHistory(page);
    await runIt(page);
    await lines(page)
      .getByRole('button', { name: inChinese('queries.save') })
      .click();
    expect(await axeFindings(page, ['.query-history'])).toEqual([]);
    await showSaved(page);
    await lines(page).first().waitFor();
    expect(await axeFindings(page, ['.query-history'])).toEqual([]);
  });
});
