import { readFile } from 'node:fs/promises';
import * as fc from 'fast-check';
import type { Download, Locator, Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { writeGraphml } from '../../client/state/exporting/write-graphml.ts';
import type { Graph } from '../../server/contract/graph.ts';
import { graphs } from '../client/graph-to-export.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { pictureOf } from './picture.ts';
import { readGraphml } from './read-graphml.ts';
import { button, dialog, expectInAddress, expectInPicture, inChinese, inEnglish, inspectorTitle } from './reader.ts';
import { editor, openWorkbench, workbench, write } from './workbench.ts';

const results = (page: Page): Locator => workbench(page).locator('.results');
const grid = (page: Page): Locator => results(page).getByRole('grid');
const status = (page: Page): Locator => results(page).locator('.results-status');
const columnTexts = (page: Page, column: number): Promise<string[]> =>
  grid(page)
    .getByRole('row')
    .evaluateAll((rows, place) => rows.slice(1).map((row) => row.children[place + 1]?.textContent ?? ''), column);

/** Runs a query as a reader does. */
async function ask(page: Page, cypher: string): Promise<void> {
  if (!(await workbench(page).isVisible())) await openWorkbench(page);
  await write(page, cypher);
  await page.keyboard.press('Control+Enter');
}

async function answered(page: Page, cypher: string): Promise<void> {
  await ask(page, cypher);
  await grid(page).waitFor();
}

async function contentOf(download: Download): Promise<string> {
  return readFile(await download.path(), 'utf8');
}

/** Saves the results in a format; answers the file's text. */
async function exported(page: Page, format: 'csv' | 'json' | 'ndjson' | 'graphml' | 'cypher'): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    button(dialog(page), inChinese(`export.${format}`)).click(),
  ]);
  expect(download.suggestedFilename()).toBe(`results.${format}`);
  return contentOf(download);
}

const services =
  "MATCH (s:Initiative)-[r:PART_OF]->(p) WHERE p.id = 'five-services' RETURN s, r, s.name AS name ORDER BY s.id";
const refused = /status of 4\d\d/;

describeTask('a reader of the results of a query', (explorer) => {
  it('has them drawn in the place of the picture, undoes that, and finds them again by the link', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await answered(page, services);
    await expectInPicture(page, 'lawyers', false);
    await expectInPicture(page, 'service-to-enterprises');
    const drawn = (await pictureOf(page)).length;
    const link = new URL(page.url()).hash;
    await button(page, inChinese('history.undo')).click();
    await expectInPicture(page, 'lawyers');
    const other = await explorer.open({ hash: link.slice(1) });
    await expect.poll(async () => (await pictureOf(other)).length).toBe(drawn);
  });

  it('adds them to the picture instead, for this and the next visit', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await answered(page, 'RETURN 1 AS one');
    await button(results(page), inChinese('results.graph')).click();
    await results(page).getByText(inChinese('results.noGraph')).waitFor();
    await ask(page, "MATCH (n) WHERE n.id = 'five-services' RETURN n");
    await expectInPicture(page, 'lawyers', false);
    await results(page)
      .getByRole('radio', { name: inChinese('draw.add') })
      .check();
    await ask(page, "MATCH (n) WHERE n.id = 'lawyers' RETURN n");
    await expectInPicture(page, 'lawyers');
    await expectInPicture(page, 'five-services');
    await page.waitForFunction(() => location.hash.includes('lawyers'));
    await page.reload();
    // The workbench stands as it stood, with what was written.
    await expect.poll(() => editor(page).innerText()).toContain('lawyers');
    await pictureOf(page);
    await ask(page, "MATCH (n) WHERE n.id = 'law-firms' RETURN n");
    await expectInPicture(page, 'law-firms');
    await expectInPicture(page, 'lawyers');
  });

  it('sorts and walks the table by keys, opens a node from it, and sees all of a long cell', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await answered(
      page,
      "UNWIND range(1, 30) AS i MATCH (n) WHERE n.id = 'lawyers' RETURN i, n, reduce(s = '', x IN range(1, 200) | s + 'long ') AS text",
    );
    await grid(page).focus();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await expect.poll(async () => (await columnTexts(page, 0))[0]).toBe('30');
    const width = await grid(page).getByRole('columnheader').nth(1).boundingBox();
    await page.keyboard.press('Shift+ArrowRight');
    await expect
      .poll(async () => (await grid(page).getByRole('columnheader').nth(1).boundingBox())?.width)
      .toBeGreaterThan(width?.width ?? Infinity);
    for (const key of ['ArrowDown', 'ArrowRight', 'ArrowRight', 'Space']) await page.keyboard.press(key);
    await expect.poll(() => dialog(page).innerText()).toContain('long '.repeat(100));
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('Enter');
    await expect.poll(() => inspectorTitle(page).textContent()).toBe('执业律师');
  });

  it('has thousands of rows at hand without waiting for them to be made', async () => {
    const page = await explorer.open();
    await answered(page, 'UNWIND range(1, 20000) AS i RETURN i');
    await expect.poll(() => status(page).innerText()).toContain(inChinese('results.cutByRows', { n: 1_000 }));
    await button(status(page), inChinese('results.more', { n: 10_000 })).click();
    await expect.poll(() => status(page).innerText()).toContain(inChinese('results.cutAtMost', { n: 10_000 }));
    await grid(page).focus();
    await page.keyboard.press('Control+End');
    await expect.poll(async () => (await columnTexts(page, 0)).at(-1)).toMatch(/^10,?000$/);
    expect(await grid(page).getByRole('row').count()).toBeLessThan(80);
  });

  it('copies a cell by a key', async () => {
    const page = await explorer.open({ permissions: ['clipboard-read', 'clipboard-write'] });
    await answered(page, "RETURN 'to copy' AS x");
    await grid(page).focus();
    await page.keyboard.press('Control+c');
    await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).toBe('to copy');
  });

  it('is told in both languages what is wrong with a query, where, and what it may have been', async () => {
    const page = await explorer.open({ expected: refused });
    await ask(page, 'MATCH (n:Award)\nRETURN n.name AS name,');
    const alert = results(page).getByRole('alert');
    await alert.getByText(inChinese('error.cypher-syntax')).waitFor();
    expect(await alert.innerText()).toContain(inChinese('next.cypher-syntax'));
    expect(await alert.locator('[lang=en]').count()).toBeGreaterThan(0);
    await button(page, inChinese('page.language')).click();
    await page.locator('.results').getByText(inEnglish('error.cypher-syntax')).waitFor();
    await button(page, inEnglish('page.language')).click();
    await ask(page, 'MATCH (n) DELETE n');
    await alert.getByText(inChinese('error.cypher-write')).waitFor();
    await ask(page, 'MATCH (n:Awrd) RETURN n');
    await results(page).getByText(inChinese('results.noRows')).waitFor();
    await results(page)
      .getByText(inChinese('hint.unknown-label', { name: 'Awrd' }))
      .waitFor();
    // In another text something else may stand at the place.
    await write(page, 'RETURN 1 AS one, 2 AS two');
    await button(results(page), 'Award').waitFor({ state: 'detached' });
    await write(page, 'MATCH (n:Awrd) RETURN n');
    await button(results(page), 'Award').click();
    await page.keyboard.press('Control+Enter');
    await grid(page).waitFor();
    expect(await grid(page).getByRole('row').count()).toBeGreaterThan(1);
  });

  it('stops a query that takes long, and can run the next at once', async () => {
    const page = await explorer.open();
    await ask(page, 'UNWIND range(1, 100000000) AS i WITH i WHERE i % 7 = 8 RETURN count(i) AS n');
    await button(results(page), inChinese('results.stop')).click();
    await results(page).getByText(inChinese('results.stopped'), { exact: true }).waitFor();
    await answered(page, 'RETURN 1 AS one');
  });

  it('reads the plan as a tree with the figures that the engine tells, by keys too', async () => {
    const page = await explorer.open();
    await openWorkbench(page);
    await write(page, services);
    await button(workbench(page), inChinese('workbench.explain')).click();
    const tree = results(page).getByRole('treegrid', { name: inChinese('plan.title') });
    await tree.waitFor();
    await results(page).getByText(inChinese('plan.notRun')).waitFor();
    await button(workbench(page), inChinese('workbench.profile')).click();
    await results(page).getByText(inChinese('plan.notRun')).waitFor({ state: 'detached' });
    // While it is measured, neither stands there.
    await tree.waitFor();
    const all = await tree.getByRole('row').count();
    expect(all).toBeGreaterThan(2);
    await tree.getByRole('row').first().focus();
    await page.keyboard.press('ArrowLeft');
    await expect.poll(() => tree.getByRole('row').count()).toBe(1);
    expect(await axeFindings(page, ['.results'])).toEqual([]);
  });

  it('takes along what is shown, in its order, in each of the formats', async () => {
    const page = await explorer.open();
    await answered(page, services);
    const open = button(results(page), inChinese('export.title'));
    await grid(page).getByRole('columnheader').nth(3).getByRole('button').click();
    const names = await columnTexts(page, 2);
    await open.click();
    const [, ...records] = (await exported(page, 'csv')).trimEnd().split('\r\n');
    expect(records.map((record) => record.split(',').at(-1))).toEqual(names.map((name) => `"${name}"`));
    await open.click();
    const rows: { name: string }[] = JSON.parse(await exported(page, 'json'));
    expect(rows.map(({ name }) => name)).toEqual(names);
    await open.click();
    expect((await exported(page, 'ndjson')).trimEnd().split('\n')).toHaveLength(names.length + 2);
    await open.click();
    expect((await exported(page, 'graphml')).match(/<edge /g)).toHaveLength(names.length);
    await open.click();
    expect(await exported(page, 'cypher')).toContain(':`Entity`:`Initiative`');
  });

  it('takes along all of an answer, more than is shown', async () => {
    const page = await explorer.open();
    await answered(page, 'UNWIND range(1, 30000) AS i RETURN i');
    await button(results(page), inChinese('export.title')).click();
    await dialog(page)
      .getByRole('radio', { name: inChinese('export.all') })
      .check();
    expect((await exported(page, 'csv')).trimEnd().split('\r\n')).toHaveLength(30_001);
    expect((await exported(page, 'ndjson')).trimEnd().split('\n')).toHaveLength(30_002);
    expect(await button(dialog(page), inChinese('export.graphml')).isDisabled()).toBe(true);
  });

  it('is told when an answer breaks off, and has no file of it', async () => {
    const page = await explorer.open();
    const files: string[] = [];
    page.on('download', (download) => files.push(download.suggestedFilename()));
    await answered(page, 'UNWIND range(1, 3000) AS i RETURN i');
    await page.route('**/api/cypher/export', (route) =>
      route.fulfill({ body: '{"columns":["i"]}\n{"problem":{"code":"time-limit","detail":"","status":504}}\n' }),
    );
    await button(results(page), inChinese('export.title')).click();
    await dialog(page)
      .getByRole('radio', { name: inChinese('export.all') })
      .check();
    await button(dialog(page), inChinese('export.ndjson')).click();
    const why = inChinese('error.time-limit');
    await page.getByText(inChinese('export.broken', { why })).waitFor();
    await page.unroute('**/api/cypher/export');
    // A file before this one would have come before it.
    await exported(page, 'ndjson');
    expect(files).toEqual(['results.ndjson']);
  });

  it('has GraphML that a browser reads back as the same graph', async () => {
    const page = await explorer.open();
    const samples = fc.sample(graphs, { numRuns: 100, seed: 5 });
    const read = await page.evaluate(
      readGraphml,
      samples.map((graph) => writeGraphml(graph, (id) => id)),
    );
    expect(read.map((text): unknown => JSON.parse(text))).toEqual(samples.map(plain));
  });

  it.each(['light', 'dark'] as const)('has nothing in the way of assistive technology: %s', async (colorScheme) => {
    const page = await explorer.open({ colorScheme, expected: refused });
    await answered(page, services);
    for (const view of ['table', 'graph', 'json'] as const) {
      await button(results(page), inChinese(`results.${view}`)).click();
      expect(await axeFindings(page, ['.results'])).toEqual([]);
    }
    await button(results(page), inChinese('export.title')).click();
    await dialog(page).waitFor();
    expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);
    await page.keyboard.press('Escape');
    await ask(page, 'MATCH (n RETURN n');
    await results(page).getByRole('alert').waitFor();
    expect(await axeFindings(page, ['.results'])).toEqual([]);
  });

  it('sees on the phone what a cell opens, for the workbench makes way', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await answered(page, "MATCH (n) WHERE n.id = 'lawyers' RETURN n");
    await grid(page).getByRole('button', { name: '执业律师' }).tap();
    await workbench(page).waitFor({ state: 'detached' });
    await expectInAddress(page, 'sel', ['lawyers']);
  });
});

/** A graph as plain data, for what the file has of it. */
const plain = ({ nodes, relationships }: Graph): unknown => ({ nodes, relationships });
