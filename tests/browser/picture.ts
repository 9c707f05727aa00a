import type { Page } from 'playwright-core';
import type { Core } from 'cytoscape';

/** A node as it is drawn: where in the picture's own units, and where on the page. */
export interface DrawnNode {
  id: string;
  caption: string;
  isShown: boolean;
  x: number;
  y: number;
  pageX: number;
  pageY: number;
}

declare global {
  interface Element {
    /** Cytoscape keeps itself on the element that it draws in. */
    ['_cyreg']?: { cy?: Core };
  }
}

/** Waits for the picture: drawn, with its ontology and its counts, and at rest. */
export async function pictureOf(page: Page): Promise<DrawnNode[]> {
  await page.waitForFunction(() => {
    const canvas = document.querySelector('.canvas');
    const cy = canvas?.['_cyreg']?.cy;
    const isArranged = canvas?.getAttribute('aria-busy') !== 'true';
    return cy !== undefined && cy.nodes().nonempty() && !cy.animated() && isArranged;
  });
  return page.evaluate(() => {
    const element = document.querySelector('.canvas');
    const cy = element?.['_cyreg']?.cy;
    if (!element || !cy) return [];
    const { left, top } = element.getBoundingClientRect();
    return cy.nodes().map((node) => {
      const { x, y } = node.position();
      const rendered = node.renderedPosition();
      return {
        id: node.id(),
        caption: String(node.data('caption')),
        isShown: node.visible(),
        x,
        y,
        pageX: left + rendered.x,
        pageY: top + rendered.y,
      };
    });
  });
}

/** Where each node stands, by id, in the picture's own units. */
export async function placesOf(page: Page): Promise<Map<string, { x: number; y: number }>> {
  return new Map((await pictureOf(page)).map(({ id, x, y }) => [id, { x, y }]));
}

/** Clicks a node where it is drawn. */
export async function clickNode(page: Page, id: string): Promise<void> {
  const node = (await pictureOf(page)).find((drawn) => drawn.id === id);
  if (!node) throw new Error(`${id} is not in the picture`);
  await page.mouse.click(node.pageX, node.pageY);
}

interface Line {
  id: string;
  from: { x: number; y: number };
  to: { x: number; y: number };
}

/** Clicks a relationship on its line, where the other lines are farthest away. */
export async function clickRelationship(
  page: Page,
  id: string,
  options?: Parameters<Page['mouse']['click']>[2],
): Promise<void> {
  await pictureOf(page);
  const lines = await page.evaluate((): Line[] => {
    const element = document.querySelector('.canvas');
    const { left = 0, top = 0 } = element?.getBoundingClientRect() ?? {};
    const onPage = ({ x, y }: { x: number; y: number }) => ({ x: left + x, y: top + y });
    const edges = element?.['_cyreg']?.cy?.edges().map((edge) => ({
      id: edge.id(),
      from: onPage(edge.renderedSourceEndpoint()),
      to: onPage(edge.renderedTargetEndpoint()),
    }));
    return edges ?? [];
  });
  const own = lines.find((line) => line.id === id);
  if (!own) throw new Error(`${id} is not in the picture`);
  const others = lines.filter((line) => line.id !== id);
  const room = (place: Line['from']): number => Math.min(...others.map((line) => distance(place, line)));
  const places = [0.3, 0.4, 0.5, 0.6, 0.7].map((share) => alongLine(own, share));
  const { x, y } = places.reduce((best, place) => (room(place) > room(best) ? place : best));
  await page.mouse.click(x, y, options);
}

const alongLine = ({ from, to }: Line, share: number): Line['from'] => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

function distance(place: Line['from'], line: Line): number {
  const [width, height] = [line.to.x - line.from.x, line.to.y - line.from.y];
  const along = ((place.x - line.from.x) * width + (place.y - line.from.y) * height) / (width ** 2 + height ** 2 || 1);
  const nearest = alongLine(line, Math.min(1, Math.max(0, along)));
  return Math.hypot(nearest.x - place.x, nearest.y - place.y);
}

/** How far the reader looks in, and at which place. */
export async function cameraOf(page: Page): Promise<{ zoom: number; x: number; y: number }> {
  await pictureOf(page);
  return page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    return { zoom: cy?.zoom() ?? 0, ...(cy?.pan() ?? { x: 0, y: 0 }) };
  });
}

/** Whether all that is shown lies within the canvas. */
export async function isAllInSight(page: Page): Promise<boolean> {
  await pictureOf(page);
  return page.evaluate(() => {
    const cy = document.querySelector('.canvas')?.['_cyreg']?.cy;
    if (!cy) return false;
    const { x1, y1, x2, y2 } = cy.elements(':visible').renderedBoundingBox();
    return x1 >= 0 && y1 >= 0 && x2 <= cy.width() && y2 <= cy.height();
  });
}
