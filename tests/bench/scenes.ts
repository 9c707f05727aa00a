import type { Page } from 'playwright-core';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import { desktop, openBrowser } from './browser.ts';
import { limits } from './limits.ts';
import type { Measure } from './measure.ts';
import { held, quantile, spread } from './measure.ts';

/** How long it takes from asking for the next scene to the first frame in which that is drawn, from end to end of the story. */
export async function measureScenes(url: string, runs: number): Promise<Measure[]> {
  const scenes: Scene[] = await (await fetch(`${url}/api/scenes`)).json();
  const browser = await openBrowser();
  try {
    const times: number[] = [];
    for (let turn = 0; turn < runs; turn += 1) {
      // Each time the browser knows nothing of earlier ones; one scene moves into the next.
      const context = await browser.newContext({ viewport: desktop, reducedMotion: 'no-preference' });
      times.push(...(await walk(await context.newPage(), url, scenes)));
      await context.close();
    }
    const name = `next of ${scenes.length} scenes until it is drawn`;
    return [
      held(`${name}, median`, quantile(times, 0.5), limits.sceneMs, 'ms', spread(times, 'ms')),
      held(`${name}, slowest`, Math.max(...times), limits.sceneMs, 'ms'),
    ];
  } finally {
    await browser.close();
  }
}

/** Milliseconds that each step took, from the first scene to the last. */
async function walk(page: Page, url: string, scenes: readonly Scene[]): Promise<number[]> {
  // The compiler marks functions with a helper of this name, which the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.goto(`${url}/#scene=${scenes[0]?.id ?? ''}`);
  await page.locator('.scene-bar').waitFor();
  await page.locator('.canvas[aria-busy=false]').waitFor();
  const times: number[] = [];
  for (const _ of scenes.slice(1)) {
    await page.waitForFunction(isAtRest);
    times.push(await page.evaluate(timeOfStep));
  }
  return times;
}

/** Runs in the page: whether a picture stands, and moves no more. */
function isAtRest(): boolean {
  const cy = document.querySelector('.canvas')?._cyreg?.cy;
  return cy !== undefined && cy.nodes().nonempty() && !cy.animated() && cy.nodes(':animated').empty();
}

/** Runs in the page: asks for the next scene, and waits for the first frame with its nodes. */
function timeOfStep(): Promise<number> {
  const cy = document.querySelector('.canvas')?._cyreg?.cy;
  const next = document.querySelector<HTMLElement>('.scene-steps button:last-of-type');
  if (!cy || !next) throw new Error('no scene is shown');
  const nodes = (): string =>
    cy
      .nodes()
      .map((node) => node.id())
      .join();
  const before = nodes();
  const started = performance.now();
  next.click();
  return new Promise((resolve) => {
    const look = (): void => {
      if (nodes() === before) requestAnimationFrame(look);
      else cy.one('render', () => requestAnimationFrame(() => resolve(performance.now() - started)));
    };
    look();
  });
}
