import type { Page } from 'playwright-core';
import { expect, it } from 'vitest';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import { largeAnswer } from '../bench/large-graph.ts';
import { describeTask } from './explorer.ts';
import { placesOf } from './picture.ts';
import { button, inChinese } from './reader.ts';

const size = { nodes: 1_500, relationships: 2_000 };

/** Answers the first picture's query with a large graph. */
async function answerWithMany(page: Page): Promise<void> {
  await page.route('**/api/queries/overview', async (route) => {
    const ontology: Ontology = await (
      await page.request.get(new URL('/api/ontology', route.request().url()).href)
    ).json();
    await route.fulfill({ json: largeAnswer(ontology, size) });
  });
}

/** The share of the nodes in sight in whose middle something is drawn. */
const drawnShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    const layer = document.querySelector<HTMLCanvasElement>('canvas[data-id="layer2-node"]');
    const context = layer?.getContext('2d');
    if (!cy || !layer || !context) return Number.NaN;
    const density = layer.width / cy.width();
    const places = cy
      .nodes()
      .map((node) => node.renderedPosition())
      .filter(({ x, y }) => x > 0 && y > 0 && x < cy.width() && y < cy.height());
    const drawn = places.filter(
      ({ x, y }) => (context.getImageData(Math.floor(x * density), Math.floor(y * density), 1, 1).data[3] ?? 0) > 0,
    );
    return drawn.length / Math.max(1, places.length);
  });

/** Asks for another layout and waits until nodes have their new places; they need not be drawn yet. */
async function layOutAnew(page: Page): Promise<void> {
  const before = [...(await placesOf(page)).values()];
  await button(page, inChinese('layout.concentric')).click();
  await expect.poll(async () => [...(await placesOf(page)).values()], { timeout: 20_000 }).not.toEqual(before);
}

describeTask('laying out a picture of many nodes', (explorer) => {
  it('shows them all at their new places, with nothing of the old ones left', async () => {
    const page = await explorer.open({ before: answerWithMany });
    await layOutAnew(page);
    await expect.poll(() => drawnShare(page), { timeout: 20_000 }).toBe(1);
  });

  it('shows at once what a reader moves meanwhile', async () => {
    const page = await explorer.open({ before: answerWithMany });
    await layOutAnew(page);
    const frames = await page.evaluate(async () => {
      const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
      let drawn = 0;
      cy?.on('render', () => (drawn += 1));
      cy?.panBy({ x: 40, y: 0 });
      for (let frame = 0; frame < 4; frame += 1) await new Promise(requestAnimationFrame);
      return drawn;
    });
    expect(frames).toBeGreaterThan(0);
  });
});
