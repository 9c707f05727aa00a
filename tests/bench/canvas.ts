import type { Browser, Page } from 'playwright-core';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import { desktop, openBrowser } from './browser.ts';
import { elementsOf, frameRates, measureBare } from './frame-rates.ts';
import { largeAnswer } from './large-graph.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, shown, spread } from './measure.ts';
import { measurePageMemory } from './page-memory.ts';

/** Measures the picture with many nodes on it, and what exploring for long leaves in memory. */
export async function measureCanvas(url: string, runs: number): Promise<Measure[]> {
  const ontology: Ontology = await (await fetch(`${url}/api/ontology`)).json();
  const browser = await openBrowser();
  try {
    const usual: LargePicture[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      usual.push(await measureLarge(browser, url, ontology, { nodes: 2_000, relationships: 4_000 }));
    }
    const larger = [];
    for (const nodes of [10_000, 20_000]) {
      larger.push(await measureLarger(browser, url, ontology, { nodes, relationships: 2 * nodes }));
    }
    return [...measuresOf(usual), ...larger.flat(), await measurePageMemory(browser, url)];
  } finally {
    await browser.close();
  }
}

/** Milliseconds for the largest picture on a busy machine. */
const patience = 120_000;

/** One run over a picture of 2,000 nodes. */
interface LargePicture {
  /** Milliseconds from the answer's last byte to the frame in which all of it is drawn. */
  drawn: number;
  /** The same until it is laid out. */
  laidOut: number;
  /** Frames a second of ours and of bare Cytoscape. */
  pan: Rates;
  zoom: Rates;
  selected: number;
  /** The longest time for which nothing else could run while a layout was worked out and taken. */
  blocked: number;
  layout: number;
}

interface Rates {
  ours: number;
  bare: number;
}

function measuresOf(pictures: readonly LargePicture[]): Measure[] {
  return [
    most(
      '2,000 nodes drawn, after the answer',
      pictures.map(({ drawn }) => drawn),
      limits.largePictureMs,
    ),
    told(
      '2,000 nodes laid out, after the answer',
      pictures.map(({ laidOut }) => laidOut),
    ),
    rate(
      '2,000 nodes, panning, to bare Cytoscape',
      pictures.map(({ pan }) => pan),
    ),
    rate(
      '2,000 nodes, zooming, to bare Cytoscape',
      pictures.map(({ zoom }) => zoom),
    ),
    most(
      '2,000 nodes, a selection shown',
      pictures.map(({ selected }) => selected),
      limits.selectionMs,
    ),
    most(
      `2,000 nodes, longest block by a layout of ${shown(
        quantile(
          pictures.map(({ layout }) => layout),
          0.5,
        ),
      )} ms`,
      pictures.map(({ blocked }) => blocked),
      limits.blockMs,
    ),
  ];
}

const most = (name: string, values: number[], limit: number): Measure =>
  held(name, quantile(values, 0.5), limit, 'ms', spread(values, 'ms'));
const told = (name: string, values: number[]): Measure => ({
  name,
  figure: `${shown(quantile(values, 0.5))} ms${spread(values, 'ms')}`,
});
function rate(name: string, rates: Rates[]): Measure {
  const [ours, bare] = [rates.map((each) => each.ours), rates.map((each) => each.bare)].map((all) =>
    quantile(all, 0.5),
  );
  const ratio = quantile(
    rates.map((each) => each.ours / each.bare),
    0.5,
  );
  const figure = `${ratio.toFixed(2)} (${shown(ours ?? 0)} and ${shown(bare ?? 0)} frames a second)`;
  return { name, figure, limit: `≥ ${limits.frameRatio}`, isKept: ratio >= limits.frameRatio };
}

type Size = Parameters<typeof largeAnswer>[1];

async function openLarge(browser: Browser, url: string, ontology: Ontology, size: Size): Promise<Page> {
  const page = await browser.newPage({ viewport: desktop, reducedMotion: 'reduce' });
  page.setDefaultTimeout(patience);
  const body = JSON.stringify(largeAnswer(ontology, size));
  await page.route('**/api/queries/overview', (route) => route.fulfill({ body, contentType: 'application/json' }));
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(watchPicture);
  await page.goto(url, { waitUntil: 'commit' });
  return page;
}

interface Watched {
  answered: number;
  drawn: number;
  laidOut: number;
}

declare global {
  interface Window {
    /** When the picture's answer was there, when it was drawn, and when it was laid out. */
    watched?: Partial<Watched>;
    /** Milliseconds from a click to the frame that showed what it selected. */
    selectedAfter?: number;
  }
}

/** Runs in the page before its own scripts. */
function watchPicture(): void {
  const watched: Partial<Watched> = (window.watched = {});
  const look = (): void => {
    const container = document.querySelector('.canvas');
    const cy = container?._cyreg?.cy;
    const [answer] = performance.getEntriesByName(`${location.origin}/api/queries/overview`);
    if (answer instanceof PerformanceResourceTiming && answer.responseEnd > 0) watched.answered = answer.responseEnd;
    if (cy && cy.nodes().nonempty()) watched.drawn ??= performance.now();
    if (watched.drawn !== undefined && container?.getAttribute('aria-busy') === 'false') {
      // The frame in which nodes are at their places comes after.
      watched.laidOut ??= performance.now();
      if (watched.answered !== undefined) return;
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function watchedIn(page: Page): Promise<Watched> {
  const handle = await page.waitForFunction(
    () => {
      const { answered, drawn, laidOut } = window.watched ?? {};
      return answered !== undefined && drawn !== undefined && laidOut !== undefined && { answered, drawn, laidOut };
    },
    undefined,
    { timeout: patience },
  );
  const watched = await handle.jsonValue();
  if (!watched) throw new Error('there is no picture');
  return watched;
}

async function measureLarge(browser: Browser, url: string, ontology: Ontology, size: Size): Promise<LargePicture> {
  const page = await openLarge(browser, url, ontology, size);
  const { answered, drawn, laidOut } = await watchedIn(page);
  await page.waitForTimeout(500);
  const blocked = await page.evaluate(blockOfLayout);
  await page.waitForTimeout(500);
  const selected = await measureSelection(page);
  await page.keyboard.press('Escape');
  await page.waitForTimeout(500);
  const elements = await page.evaluate(elementsOf);
  const ours = await page.evaluate(frameRates);
  await page.close();
  const bare = await measureBare(browser, elements);
  return {
    drawn: drawn - answered,
    laidOut: laidOut - answered,
    pan: { ours: ours.pan, bare: bare.pan },
    zoom: { ours: ours.zoom, bare: bare.zoom },
    selected,
    blocked: blocked.longest,
    layout: blocked.ms,
  };
}

/** Runs in the page: asks for a layout and watches for how long at most nothing else has its turn until it is there. */
async function blockOfLayout(): Promise<{ longest: number; ms: number }> {
  const container = document.querySelector('.canvas');
  const button = document.querySelector<HTMLButtonElement>('.picture-tools [aria-pressed]');
  const channel = new MessageChannel();
  const turn = (): Promise<void> =>
    new Promise((resolve) => {
      channel.port1.addEventListener('message', () => resolve(), { once: true });
      channel.port2.postMessage(null);
    });
  channel.port1.start();
  let longest = 0;
  const started = performance.now();
  let last = started;
  let isOver = false;
  button?.click();
  // Some frames more, in which the new places are drawn.
  for (let rest = started + 60_000; performance.now() < rest;) {
    await turn();
    const now = performance.now();
    longest = Math.max(longest, now - last);
    last = now;
    if (!isOver && now - started > 50 && container?.getAttribute('aria-busy') === 'false') {
      isOver = true;
      rest = now + 500;
    }
  }
  return { longest, ms: last - started - 500 };
}

/** From the click on a node until the frame that shows it as selected. */
async function measureSelection(page: Page): Promise<number> {
  const { x, y } = await page.evaluate(() => {
    const container = document.querySelector('.canvas');
    const cy = container?._cyreg?.cy;
    const { left = 0, top = 0 } = container?.getBoundingClientRect() ?? {};
    // Neither a hub, about which the inspector has hundreds of lines to write, nor one alone.
    const node = cy
      ?.nodes()
      .toArray()
      .find((each) => each.connectedEdges().length === 4);
    if (node) cy?.zoom(0.6).center(node);
    const place = node?.renderedPosition() ?? { x: 0, y: 0 };
    return { x: left + place.x, y: top + place.y };
  });
  await page.mouse.move(x, y);
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    const cy = document.querySelector('.canvas')?._cyreg?.cy;
    let clicked = 0;
    addEventListener('mouseup', () => (clicked = performance.now()), { capture: true, once: true });
    cy?.on('render', () => {
      if (clicked > 0 && cy.nodes('.chosen').nonempty()) window.selectedAfter ??= performance.now() - clicked;
    });
  });
  await page.mouse.down();
  await page.mouse.up();
  const handle = await page.waitForFunction(() => window.selectedAfter);
  return (await handle.jsonValue()) ?? Number.NaN;
}

/** Pictures beyond what is held to a limit: that they open, can be moved, and tell how many captions they hide. */
async function measureLarger(browser: Browser, url: string, ontology: Ontology, size: Size): Promise<Measure[]> {
  const name = `${size.nodes.toLocaleString('en')} nodes`;
  const page = await openLarge(browser, url, ontology, size);
  const { answered, drawn, laidOut } = await watchedIn(page);
  const { pan } = await page.evaluate(frameRates);
  const remark = page.locator('.captionless');
  await remark.waitFor();
  const hidden = Number((await remark.textContent())?.replaceAll(/\D/g, ''));
  await page.close();
  return [
    {
      name: `${name} open and pan`,
      figure: `drawn after ${shown(drawn - answered)} ms, laid out after ${shown(laidOut - answered)} ms, ${shown(pan)} frames a second`,
    },
    { name: `${name}, captions told to be hidden`, figure: String(hidden), limit: '> 0', isKept: hidden > 0 },
  ];
}
