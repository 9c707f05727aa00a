import { gzipSync } from 'node:zlib';
import type { Page, Response } from 'playwright-core';
import { desktop, openBrowser } from './browser.ts';

/** How the page came up, once. */
export interface FirstPicture {
  /** Milliseconds from navigation to the frame after the one in which every caption had its pixels. */
  ms: number;
  /** Bytes of JavaScript that had been asked for until then, each file through gzip. */
  scriptBytes: number;
  nodes: number;
}

declare global {
  interface Window {
    /** Set by the watcher, once the picture stands. */
    firstPicture?: { ms: number; nodes: number };
  }
}

/** Opens the page several times in one browser, each time as a reader whose browser knows nothing of it. */
export async function openSeveralTimes(url: string, times: number): Promise<FirstPicture[]> {
  const browser = await openBrowser();
  try {
    const pictures: FirstPicture[] = [];
    for (let turn = 0; turn < times; turn += 1) {
      const context = await browser.newContext({ viewport: desktop });
      pictures.push(await openOnce(await context.newPage(), url));
      await context.close();
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

async function openOnce(page: Page, url: string): Promise<FirstPicture> {
  const scripts: Response[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() === 'script') scripts.push(response);
  });
  const picture = await openFirstPicture(page, url);
  const seen = [...scripts];
  const bodies = await Promise.all(seen.map((response) => response.body()));
  const scriptBytes = bodies.reduce((sum, body) => sum + gzipSync(body).length, 0);
  return { ...picture, scriptBytes };
}

/** Opens the explorer in a new page and waits for its first picture, captions and all. */
export async function openFirstPicture(page: Page, url: string): Promise<{ ms: number; nodes: number }> {
  // The compiler marks functions with a helper of this name, which the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(watchForCaptions);
  await page.goto(url, { waitUntil: 'commit' });
  const handle = await page.waitForFunction(() => window.firstPicture);
  const picture = await handle.jsonValue();
  if (!picture) throw new Error('there is no first picture');
  return picture;
}

/**
 * Runs in the page before its own scripts. After each frame that Cytoscape has drawn, looks at the pixels where the
 * captions belong, in the canvas that nodes are drawn on: a caption is there when its box has pixels of several colours.
 */
function watchForCaptions(): void {
  const look = (): void => {
    const container = document.querySelector('.canvas');
    const cy = container?._cyreg?.cy;
    const canvas = container?.querySelector<HTMLCanvasElement>('canvas[data-id^="layer2"]');
    const context = canvas?.getContext('2d');
    if (!cy || !canvas || !context || cy.nodes().empty()) {
      requestAnimationFrame(look);
      return;
    }
    const ratio = canvas.width / cy.width();
    const hasCaption = ({ x1, y1, w, h }: { x1: number; y1: number; w: number; h: number }): boolean => {
      if (w < 1 || h < 1) return false;
      const { data } = context.getImageData(x1 * ratio, y1 * ratio, Math.ceil(w * ratio), Math.ceil(h * ratio));
      return new Set(new Uint32Array(data.buffer)).size > 4;
    };
    cy.one('render', () => {
      const labelled = cy.nodes(':visible').filter((node) => String(node.data('caption')) !== '');
      const only = { includeNodes: false, includeEdges: false, includeOverlays: false, includeLabels: true };
      const isInSight = ({ x1, y1, x2, y2 }: { x1: number; y1: number; x2: number; y2: number }): boolean =>
        x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height();
      const boxes = labelled.map((node) => node.renderedBoundingBox(only)).filter(isInSight);
      if (boxes.length === 0 || !boxes.every(hasCaption)) {
        requestAnimationFrame(look);
        return;
      }
      requestAnimationFrame(() => {
        window.firstPicture = { ms: performance.now(), nodes: boxes.length };
      });
    });
  };
  requestAnimationFrame(look);
}
