import type { CDPSession, Page } from 'playwright-core';
import type { DrawnNode } from './picture.ts';
import { pictureOf } from './picture.ts';

/** A place on the page, in its pixels. */
export interface Spot {
  x: number;
  y: number;
}

/** Fingers on the screen: what a browser makes of real touches, for what is more than a tap. */
export interface Fingers {
  /** Puts fingers down, all at once. */
  down(...spots: readonly Spot[]): Promise<void>;
  /** Moves the fingers that are down, the same number of them, in small steps. */
  moveTo(...spots: readonly Spot[]): Promise<void>;
  /** Lifts all of them. */
  up(): Promise<void>;
}

/** Movements that a finger's way is told in, as a screen would. */
const stepsOfMove = 6;

/** The fingers of a reader whose screen can be touched. */
export async function fingersOn(page: Page): Promise<Fingers> {
  const screen = await page.context().newCDPSession(page);
  let held: readonly Spot[] = [];
  return {
    async down(...spots) {
      held = spots;
      await touch(screen, 'touchStart', spots);
    },
    async moveTo(...spots) {
      for (let step = 1; step <= stepsOfMove; step += 1) {
        const way = spots.map((spot, index) => between(held[index] ?? spot, spot, step / stepsOfMove));
        // One after the other: a screen tells of movements in their order.
        await touch(screen, 'touchMove', way);
      }
      held = spots;
    },
    async up() {
      held = [];
      await touch(screen, 'touchEnd', []);
    },
  };
}

const touch = (
  screen: CDPSession,
  type: 'touchStart' | 'touchMove' | 'touchEnd',
  spots: readonly Spot[],
): Promise<unknown> =>
  screen.send('Input.dispatchTouchEvent', { type, touchPoints: spots.map(({ x, y }, id) => ({ x, y, id })) });

const between = (from: Spot, to: Spot, share: number): Spot => ({
  x: from.x + share * (to.x - from.x),
  y: from.y + share * (to.y - from.y),
});

/** A node that a finger can reach on a phone: in sight, and under no sheet, bar or map. */
export async function nodeInReach(page: Page): Promise<DrawnNode> {
  const found = (await nodesInReach(page))[0];
  if (!found) throw new Error('no node is in the middle of the screen');
  return found;
}

/** All nodes that a finger can reach. */
export async function nodesInReach(page: Page): Promise<DrawnNode[]> {
  const nodes = (await pictureOf(page)).filter(({ isShown }) => isShown);
  const onTop = await page.evaluate(
    (spots) => spots.map(({ x, y }) => document.elementFromPoint(x, y)?.closest('.canvas') !== null),
    nodes.map(({ pageX, pageY }) => ({ x: pageX, y: pageY })),
  );
  return nodes.filter(({ pageX, pageY }, index) => {
    const isAtRim = pageX < 30 || pageX > 360 || pageY < 200 || pageY > 700;
    return onTop[index] === true && !isAtRim;
  });
}

/** Where a node is on the page. */
export const spotOf = ({ pageX, pageY }: DrawnNode): Spot => ({ x: pageX, y: pageY });
