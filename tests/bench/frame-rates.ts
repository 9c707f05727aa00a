import { createRequire } from 'node:module';
import type { Browser } from 'playwright-core';
import { desktop } from './browser.ts';

/** Ours and bare Cytoscape's frames a second on the same elements. */

interface BareElement {
  data: { id: string; caption: string; source?: string; target?: string };
  position?: { x: number; y: number };
}

/** Runs in the page: what is drawn, as plain elements. */
export function elementsOf(): BareElement[] {
  const cy = document.querySelector('.canvas')?._cyreg?.cy;
  if (!cy) return [];
  const nodes = cy.nodes().map((node) => ({
    data: { id: node.id(), caption: String(node.data('caption')) },
    position: { ...node.position() },
  }));
  const edges = cy.edges().map((edge) => ({
    data: { id: edge.id(), caption: '', source: edge.source().id(), target: edge.target().id() },
  }));
  return [...nodes, ...edges];
}

/** Cytoscape as it comes, with captions, on the same elements in a page of its own. */
export async function measureBare(browser: Browser, elements: BareElement[]): Promise<{ pan: number; zoom: number }> {
  const page = await browser.newPage({ viewport: desktop });
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto('about:blank');
  await page.setContent(
    '<div class="canvas" style="position:absolute;left:220px;top:120px;width:856px;height:740px"></div>',
  );
  await page.addScriptTag({ path: createRequire(import.meta.url).resolve('cytoscape/dist/cytoscape.min.js') });
  await page.evaluate('globalThis.__name = (value) => value');
  // It is there as a script brings it, under its global name.
  await page.evaluate(
    `cytoscape({
      container: document.querySelector('.canvas'),
      elements: ${JSON.stringify(elements)},
      style: [{ selector: 'node', style: { label: 'data(caption)' } }],
      layout: { name: 'preset', fit: true },
    })`,
  );
  await page.waitForTimeout(1_000);
  const rates = await page.evaluate(frameRates);
  await page.close();
  return rates;
}

/** Runs in the page: all in sight, then a drag and a turn of the wheel, a movement each frame. Frames a second. */
export async function frameRates(): Promise<{ pan: number; zoom: number }> {
  const container = document.querySelector('.canvas');
  const cy = container?._cyreg?.cy;
  if (!container || !cy) return { pan: 0, zoom: 0 };
  const frames = 60;
  const rest = 600;
  const { left, top, width, height } = container.getBoundingClientRect();
  const at = (x: number, y: number, buttons: number) => ({
    bubbles: true,
    cancelable: true,
    view: window,
    clientX: left + x,
    clientY: top + y,
    buttons,
    button: 0,
  });
  cy.fit(undefined, 24);
  await new Promise((resolve) => setTimeout(resolve, rest));
  // In a corner no node is caught.
  const [x, y] = [4, height - 4];
  container.dispatchEvent(new MouseEvent('mousedown', at(x, y, 1)));
  const panStarted = performance.now();
  for (let turn = 0; turn < frames; turn += 1) {
    window.dispatchEvent(new MouseEvent('mousemove', at(x + 3 * (turn % 40), y - 2 * (turn % 40), 1)));
    await new Promise(requestAnimationFrame);
  }
  const pan = (1_000 * frames) / (performance.now() - panStarted);
  window.dispatchEvent(new MouseEvent('mouseup', at(x, y, 0)));
  await new Promise((resolve) => setTimeout(resolve, rest));
  cy.fit(undefined, 24);
  await new Promise((resolve) => setTimeout(resolve, rest));
  const zoomStarted = performance.now();
  for (let turn = 0; turn < frames; turn += 1) {
    const deltaY = turn % 30 < 15 ? -60 : 60;
    container.dispatchEvent(new WheelEvent('wheel', { ...at(width / 2, height / 2, 0), deltaY }));
    await new Promise(requestAnimationFrame);
  }
  return { pan, zoom: (1_000 * frames) / (performance.now() - zoomStarted) };
}
