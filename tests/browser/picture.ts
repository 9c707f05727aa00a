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
    _cyreg?: { cy?: Core };
  }
}

/** Waits for the first picture: drawn, with its ontology and its counts. */
export async function pictureOf(page: Page): Promise<DrawnNode[]> {
  await page.waitForFunction(() => {
    const cy = document.querySelector('.canvas')?._cyreg?.cy;
    return cy !== undefined && cy.nodes().nonempty() && !cy.animated();
  });
  return page.evaluate(() => {
    const element = document.querySelector('.canvas');
    const cy = element?._cyreg?.cy;
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

/** Clicks a relationship in the middle of its line. */
export async function clickRelationship(page: Page, id: string): Promise<void> {
  const middle = await page.evaluate((wanted) => {
    const element = document.querySelector('.canvas');
    const edges = element?._cyreg?.cy?.edges().map((edge) => ({ id: edge.id(), middle: edge.renderedMidpoint() }));
    const edge = edges?.find(({ id }) => id === wanted);
    if (!element || !edge) return null;
    const { left, top } = element.getBoundingClientRect();
    return { x: left + edge.middle.x, y: top + edge.middle.y };
  }, id);
  if (!middle) throw new Error(`${id} is not in the picture`);
  await page.mouse.click(middle.x, middle.y);
}
