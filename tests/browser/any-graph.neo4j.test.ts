import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { readOntology } from '../../server/ontology.ts';
import { openNeo4jGraph } from '../../server/open-graph.ts';
import { readSettings } from '../../server/settings.ts';
import { loadLargeGraph } from '../neo4j/large-graph.ts';
import type { RunningApp } from '../server/running-app.ts';
import { startAppOver } from '../server/running-app.ts';
import { axeFindings, browserArguments, phone } from './explorer.ts';
import { clickNode, pictureOf } from './picture.ts';
import { button, expectInAddress, expectInspected, inEnglish, inspector, searchFor } from './reader.ts';

const database = inject('neo4j');
const given = inject('browser');
const missing = [database, given].flatMap((what) => ('unavailable' in what ? [what.unavailable] : []));
const atRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

const captionsOf = async (page: Page) => (await pictureOf(page)).map(({ caption }) => caption.replaceAll('\n', ' '));

describe.skipIf(missing.length > 0)(`a reader of a large graph that is no document's ${missing.join(', ')}`, () => {
  const errors: string[] = [];
  let app: Pick<RunningApp, 'url' | 'stop'>;
  let browser: Browser;

  beforeAll(async () => {
    if ('unavailable' in database || 'unavailable' in given) return;
    await loadLargeGraph(database);
    const { queryLimits } = readSettings({});
    const builtIn = await readOntology(atRoot('graph-seed/jinhua-2011'));
    const graph = await openNeo4jGraph({ ...database, database: undefined }, builtIn, queryLimits);
    app = await startAppOver(
      { store: graph.store, ontology: graph.ontology, close: () => graph.store.close() },
      { pageFolder: atRoot('client/dist') },
    );
    browser = await chromium.launch({ executablePath: given.executablePath, args: browserArguments });
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await app?.stop();
  });

  /** Opens the page in English; whatever the console has against it is gathered. */
  async function open(hash = ''): Promise<Page> {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, reducedMotion: 'reduce' });
    page.setDefaultTimeout(30_000);
    page.on('pageerror', ({ message }) => errors.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') errors.push(message.text());
    });
    await page.goto(`${app.url}/#lang=en${hash}`);
    await pictureOf(page);
    return page;
  }

  it('sees its labels with their counts first, and how many nodes there are in all', async () => {
    const page = await open();
    await expect.poll(() => captionsOf(page)).toContain('Person (150,000)');
    expect(await captionsOf(page)).toContain('组织 机构 (10)');
    await page.getByText('200,581 nodes').waitFor();
    const legend = page.getByRole('region', { name: inEnglish('legend.title') });
    await legend.getByText('150K', { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('is offered no questions on a small screen, for there are none, but what the graph is', async () => {
    const page = await open();
    await page.setViewportSize(phone.viewport);
    await button(page, inEnglish('tabs.about')).click();
    await inspector(page).getByText('200,581').waitFor();
    expect(await button(page, inEnglish('tabs.questions')).count()).toBe(0);
    expect(errors).toEqual([]);
  });

  it('expands a label into its nodes, is told how many are left, and goes on from one of them', async () => {
    const page = await open('&sel=label%3ACompany');
    await button(inspector(page), inEnglish('inspector.expand')).click();
    await expect
      .poll(async () => (await captionsOf(page)).filter((caption) => caption.startsWith('公司')).length)
      .toBe(25);
    await expect.poll(() => captionsOf(page)).toContain(inEnglish('more.caption', { n: 19_975 }));
    const company = (await pictureOf(page)).find(({ caption }) => caption.startsWith('公司'));
    await clickNode(page, company?.id ?? '');
    await expectInspected(page, company?.caption ?? '');
    await button(inspector(page), inEnglish('inspector.expand')).click();
    await expect.poll(async () => (await captionsOf(page)).some((caption) => caption.startsWith('Place '))).toBe(true);
    await page.keyboard.press('Control+z');
    await expect.poll(async () => (await captionsOf(page)).some((caption) => /^Place \d/.test(caption))).toBe(false);
    expect(errors).toEqual([]);
  });

  it('expands a node with 50,000 neighbours, and has 25 of them', async () => {
    const page = await open('&s=expand~label%3AHub~25');
    const hub = (await pictureOf(page)).find(({ caption }) => caption === 'the hub');
    await clickNode(page, hub?.id ?? '');
    await expectInspected(page, 'the hub');
    const before = (await pictureOf(page)).length;
    await button(inspector(page), inEnglish('inspector.expand')).click();
    await expect.poll(() => captionsOf(page)).toContain(inEnglish('more.caption', { n: 49_975 }));
    expect((await pictureOf(page)).length).toBe(before + 26);
    expect(errors).toEqual([]);
  });

  it('is told that nobody gives a source, beside the properties that there are, and has nothing to cite', async () => {
    const page = await open('&s=expand~label%3AHub~25');
    const hub = (await pictureOf(page)).find(({ caption }) => caption === 'the hub');
    await clickNode(page, hub?.id ?? '');
    await expectInspected(page, 'the hub');
    const why = inspector(page).getByRole('region', { name: inEnglish('why.title') });
    await why.getByText(inEnglish('why.noSource')).waitFor();
    await why.getByText(inEnglish('why.properties')).waitFor();
    expect(await inspector(page).locator('.facts dt').count()).toBeGreaterThan(0);
    expect(await why.getByRole('button').count()).toBe(0);
    expect(await axeFindings(page)).toEqual([]);
    expect(errors).toEqual([]);
  });

  it('finds a node by its name, in whatever script, and names with markup are shown as they are', async () => {
    const page = await open();
    await (await searchFor(page, '第一人民医院')).first().click();
    await expectInspected(page, '第一人民医院');
    await (await searchFor(page, '<img src=x')).first().click();
    await expectInspected(page, '<img src=x onerror="alert(1)">');
    expect(await page.locator('img[src=x]').count()).toBe(0);
    await expectInAddress(page, 'sel', [expect.stringMatching(/^4:/)]);
    expect(errors).toEqual([]);
  });
});
