import * as fc from 'fast-check';
import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import { writeSvg } from '../../client/state/exporting/write-svg.ts';
import { Graph, WholeGraph } from '../../server/contract/graph.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import { largeAnswer } from '../bench/large-graph.ts';
import { choose, exported, openExport } from './export-dialog.ts';
import { unlikeness } from './compare-pictures.ts';
import { axeFindings, describeTask, phone } from './explorer.ts';
import { clickNode, pictureOf } from './picture.ts';
import { readGraphml } from './read-graphml.ts';
import { button, dialog, expectInspected, inChinese, inEnglish, menuItem, openByKey } from './reader.ts';

const format = (name: 'png' | 'svg' | 'graphml' | 'csv') => inChinese(`exporting.format.${name}`);

/** Exports an SVG; answers its text. */
async function svgOf(page: Page, ...choices: string[]): Promise<string> {
  await openExport(page);
  await choose(page, format('svg'));
  for (const choice of choices) await choose(page, choice);
  const { content } = await exported(page);
  await page.keyboard.press('Escape');
  return content.toString('utf8');
}

/** What a parser finds in an SVG. Runs in the browser. */
function readSvg(svg: string) {
  const xml = new DOMParser().parseFromString(svg, 'image/svg+xml');
  const error = xml.querySelector('parsererror');
  if (error) throw new Error(error.textContent ?? 'no SVG');
  const root = xml.documentElement;
  return {
    title: root.querySelector('title')?.textContent ?? '',
    description: root.querySelector('desc')?.textContent ?? '',
    fonts: root.getAttribute('font-family')?.split(/,\s*/) ?? [],
    texts: [...root.querySelectorAll('text')].map(({ textContent }) => textContent ?? ''),
    groups: root.querySelectorAll('g').length,
    things: [...root.querySelectorAll('g > title')].map(({ textContent }) => textContent ?? ''),
    elements: [...new Set([...root.querySelectorAll('*')].map(({ tagName }) => tagName))].toSorted(),
    ground: root.querySelector('rect')?.getAttribute('fill') ?? null,
    addresses: svg.match(/(?:href=|src=|url\()["']?(?!#)[^"')\s]+/g) ?? [],
  };
}

/** What a browser finds in a PNG. Runs in the browser. */
async function readPng(base64: string) {
  const image = new Image();
  image.src = `data:image/png;base64,${base64}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  Object.assign(canvas, { width: image.width, height: image.height });
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  const { data = new Uint8ClampedArray() } = context?.getImageData(0, 0, image.width, image.height) ?? {};
  const colours = new Set<string>();
  for (let at = 0; at < data.length; at += 4 * 97) colours.add(data.slice(at, at + 3).join());
  return { width: image.width, height: image.height, colours: colours.size, corner: Array.from(data.slice(0, 4)) };
}

/** A box of an SVG in its units. */
const sizeOf = (svg: string): number[] => (/viewBox="([^"]+)"/.exec(svg)?.[1] ?? '').split(' ').slice(2).map(Number);

async function answerWithMany(page: Page): Promise<void> {
  await page.route('**/api/queries/overview', async (route) => {
    const ontology: Ontology = await (
      await page.request.get(new URL('/api/ontology', route.request().url()).href)
    ).json();
    await route.fulfill({ json: largeAnswer(ontology, { nodes: 2_000, relationships: 3_000 }) });
  });
}

describeTask('a reader who exports the picture', (explorer) => {
  it('gets an SVG with the names as text, each thing titled, and nothing that is fetched', async () => {
    const page = await explorer.open();
    const drawn = await pictureOf(page);
    const found = await page.evaluate(readSvg, await svgOf(page));
    const { nodes, relationships } = await page.evaluate(() => {
      const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
      return { nodes: cy?.nodes().length ?? 0, relationships: cy?.edges().length ?? 0 };
    });
    expect(found.title).toBe(
      inChinese('exporting.pictureTitle', { name: '金华市律师协会党委先进事迹', nodes, relationships }),
    );
    // All that is drawn has its caption, in the lines in which it stands on the canvas.
    expect(found.texts.toSorted()).toEqual(drawn.flatMap(({ caption }) => caption.split('\n')).toSorted());
    expect(found.texts).toEqual(expect.arrayContaining(['金华市律师', '协会党委', '百名律师联百村']));
    expect(found.groups).toBe(nodes + relationships);
    expect(found.things).toEqual(expect.arrayContaining(['金华市律师协会党委', '金华市律师协会有律师事务所']));
    expect(found.description).toContain('律师事务所党支部');
    // No font has to be there: the last is what any viewer has.
    expect(found.fonts.at(-1)).toBe('sans-serif');
    expect(found.elements).toEqual(['desc', 'g', 'path', 'rect', 'text', 'title', 'use']);
    expect(found.addresses).toEqual([]);
  });

  it('gets in it any text as it is, but for what XML cannot hold', async () => {
    const page = await explorer.open();
    const texts = fc.sample(fc.string({ unit: 'binary', maxLength: 12 }), { numRuns: 200, seed: 7 });
    const line = {
      kind: 'text',
      x: 0,
      y: 0,
      size: 16,
      weight: 400,
      colour: '#000000',
      anchor: 'start',
      halo: null,
    } as const;
    const box = { x: 0, y: 0, width: 10, height: 10 };
    const shapes = texts.map((text) => ({ ...line, text }));
    const found = await page.evaluate(readSvg, writeSvg({ title: texts.join(''), box, background: null, shapes }));
    const unfit = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;
    expect(found.texts).toEqual(texts.map((text) => text.replaceAll(unfit, '\u{fffd}')));
  });

  it.each(['light', 'dark'] as const)('gets in it what the canvas shows: %s', async (colorScheme) => {
    const page = await explorer.open({ colorScheme });
    const svg = await svgOf(page, inChinese('exporting.area.sight'));
    const { ofBoth, ofNothing } = await page.evaluate(unlikeness, svg);
    expect(ofNothing).toBeGreaterThan(3);
    expect(ofBoth).toBeLessThan(ofNothing / 8);
  });

  it('gets in it what is selected, pale, pinned, captioned and grouped as on the canvas', async () => {
    const page = await explorer.open();
    await clickNode(page, 'jinhua-lawyers-association');
    await expectInspected(page, '金华市律师协会');
    await page.keyboard.press('p');
    const selected = await svgOf(page, inChinese('exporting.area.sight'));
    const first = await page.evaluate(unlikeness, selected);
    expect(first.ofBoth).toBeLessThan(first.ofNothing / 8);
    expect(selected).toContain('opacity="0.28"');
    expect(selected).toContain('rotate(');
    await page.locator('.canvas').focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.press('b');
    await expect.poll(async () => (await pictureOf(page)).some(({ id }) => id.includes('\n'))).toBe(true);
    const second = await page.evaluate(unlikeness, await svgOf(page, inChinese('exporting.area.sight')));
    expect(second.ofBoth).toBeLessThan(second.ofNothing / 8);
  });

  it('gets the other colours, or none below, as asked for', async () => {
    const page = await explorer.open();
    const dark = await page.evaluate(readSvg, await svgOf(page, inChinese('exporting.background.dark')));
    expect(dark.ground).toBe('#15171c');
    const text = await svgOf(page, inChinese('exporting.background.none'));
    const none = await page.evaluate(readSvg, text);
    expect([none.ground, text.includes('#faf9f6')]).toEqual([null, true]);
    const reader = await explorer.open({ colorScheme: 'dark' });
    const light = await svgOf(reader, inChinese('exporting.background.light'));
    const { ofBoth, ofNothing } = await page.evaluate(unlikeness, await svgOf(page, inChinese('exporting.area.sight')));
    expect(ofBoth).toBeLessThan(ofNothing / 8);
    expect((await page.evaluate(readSvg, light)).ground).toBe('#faf9f6');
    // What is taken in the other scheme is what a reader of that scheme gets.
    expect(light).toBe(await svgOf(page, inChinese('exporting.background.light')));
  });

  it('gets the organisation chart where that stands in the place of the picture, all of it', async () => {
    const page = await explorer.open({ hash: 'surface=chart' });
    await page.locator('.chart-card').first().waitFor();
    await openByKey(page, 'x');
    await choose(page, format('svg'));
    expect(
      await dialog(page)
        .getByRole('group', { name: inChinese('exporting.area') })
        .count(),
    ).toBe(0);
    const { name, content } = await exported(page);
    expect(name).toBe('jinhua-2011-chart.svg');
    const { texts } = await page.evaluate(readSvg, content.toString('utf8'));
    expect(texts).toEqual(expect.arrayContaining(['金华市律师协会党委', '律师事务所党支部']));
  });

  it('gets PNG of the size that was asked for, which is not empty', async () => {
    const page = await explorer.open();
    const [width = 0, height = 0] = sizeOf(await svgOf(page));
    await openExport(page);
    await choose(page, format('png'));
    for (const n of [1, 3]) {
      await choose(page, inChinese('exporting.scaleTimes', { n }));
      const { name, content } = await exported(page);
      expect(name).toBe('jinhua-2011.png');
      const found = await page.evaluate(readPng, content.toString('base64'));
      expect([found.width, found.height]).toEqual([width * n, height * n]);
      expect(found.colours).toBeGreaterThan(20);
      expect(found.corner).toEqual([250, 249, 246, 255]);
    }
    await choose(page, inChinese('exporting.background.none'));
    const { corner } = await page.evaluate(readPng, (await exported(page)).content.toString('base64'));
    expect(corner).toEqual([0, 0, 0, 0]);
    await dialog(page).getByText('jinhua-2011.png').waitFor();
  });

  it('is told that so many pixels are too many, and what to do', async () => {
    const page = await explorer.open();
    await pictureOf(page);
    await page.evaluate(() => {
      const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
      cy?.nodes().forEach((node) => {
        const { x, y } = node.position();
        node.position({ x: 6 * x, y: 6 * y });
      });
    });
    await openExport(page);
    await dialog(page).getByText('million').or(dialog(page).getByText('百万')).waitFor();
    const sizes = dialog(page).getByRole('group', { name: inChinese('exporting.scale') });
    expect(await sizes.getByRole('radio', { name: inChinese('exporting.scaleTimes', { n: 4 }) }).isDisabled()).toBe(
      true,
    );
    await button(dialog(page), inChinese('exporting.start')).click();
    await dialog(page).getByRole('alert').waitFor();
    expect(await dialog(page).getByRole('alert').textContent()).toContain('SVG');
  });

  it('gets GraphML of the whole data set that reads back as the same graph, and draws as it is seen', async () => {
    const page = await explorer.open();
    await openExport(page);
    await choose(page, format('graphml'));
    const shown = (await exported(page)).content.toString('utf8');
    await choose(page, inChinese('exporting.what.all'));
    const { name, content } = await exported(page);
    expect(name).toBe('jinhua-2011-all.graphml');
    const [text = '{}', part = '{}'] = await page.evaluate(readGraphml, [content.toString('utf8'), shown]);
    const answer: unknown = await (await page.request.get(`${explorer.server.url}/api/graph`)).json();
    const { nodes, relationships } = WholeGraph.parse(answer);
    expect(Graph.parse(JSON.parse(text))).toEqual({ nodes, relationships });
    expect(Graph.parse(JSON.parse(part)).nodes).toHaveLength((await pictureOf(page)).length);
    const looks = await page.evaluate((file) => {
      const xml = new DOMParser().parseFromString(file, 'application/xml');
      const of = (key: string) => [...xml.querySelectorAll(`node > data[key=${key}]`)].map((data) => data.textContent);
      const geometry = xml.getElementsByTagNameNS('http://www.yworks.com/xml/graphml', 'Geometry');
      return { x: of('x'), y: of('y'), r: of('r'), left: [...geometry].map((one) => one.getAttribute('x')) };
    }, shown);
    const drawn = new Map((await pictureOf(page)).map(({ id, x, y }) => [id, { x, y }]));
    const places = Graph.parse(JSON.parse(part)).nodes.map(({ id }) => drawn.get(id));
    expect(looks.x.map(Number)).toEqual(places.map((place) => place?.x));
    expect(looks.y.map(Number)).toEqual(places.map((place) => 0 - (place?.y ?? 0)));
    expect(looks.r.every((value) => /^\d{1,3}$/.test(value ?? ''))).toBe(true);
    expect(looks.left).toHaveLength(places.length);
  });

  it('exports a picture of two thousand nodes', async () => {
    const page = await explorer.open({ before: answerWithMany });
    const { groups, texts } = await page.evaluate(readSvg, await svgOf(page));
    expect(groups).toBe(5_000);
    expect(texts.length).toBeGreaterThan(100);
  });

  it('needs no mouse: the palette, arrows and Enter', async () => {
    const page = await explorer.open();
    await openByKey(page, 'Control+k');
    await page.keyboard.type(inChinese('command.export').slice(0, 4));
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await dialog(page)
      .getByRole('radio', { name: format('png') })
      .waitFor();
    await dialog(page)
      .getByRole('radio', { name: format('png') })
      .focus();
    await page.keyboard.press('ArrowDown');
    expect(
      await dialog(page)
        .getByRole('radio', { name: format('svg') })
        .isChecked(),
    ).toBe(true);
    const [download] = await Promise.all([page.waitForEvent('download'), page.keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toBe('jinhua-2011.svg');
    await dialog(page).getByRole('status').getByText('jinhua-2011.svg').waitFor();
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'detached' });
  });

  it('needs no keys: the share menu, by touch', async () => {
    const page = await explorer.open(phone);
    await pictureOf(page);
    await button(page, inChinese('share.label')).tap();
    await menuItem(page, inChinese('command.export')).tap();
    await dialog(page).getByText(format('csv')).tap();
    await dialog(page).getByText(inChinese('exporting.rows.relationships'), { exact: true }).tap();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      button(dialog(page), inChinese('exporting.start')).tap(),
    ]);
    expect(download.suggestedFilename()).toBe('jinhua-2011-shown-relationships.csv');
    const box = await dialog(page).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.width ?? 999) <= phone.viewport.width).toBe(true);
  });

  it.each([
    { colorScheme: 'light', hash: '' },
    { colorScheme: 'dark', hash: 'lang=en' },
  ] as const)('has nothing in the way of assistive technology: $colorScheme', async ({ colorScheme, hash }) => {
    const page = await explorer.open({ colorScheme, hash });
    await openExport(page);
    for (const name of ['png', 'csv', 'cypher'] as const) {
      const word = hash === '' ? inChinese : inEnglish;
      await choose(page, word(`exporting.format.${name}`));
      expect(await axeFindings(page, ['[role=dialog]'])).toEqual([]);
    }
  });
});
