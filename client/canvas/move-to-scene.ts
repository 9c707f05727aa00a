import { effect } from '@preact/signals-core';
import type { Core } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { isStill } from '../state/scheme.ts';
import { openedScenes } from '../state/story/scene-view.ts';
import { base, positions } from '../state/view/view.ts';
import type { Base } from '../state/view/view.ts';
import { nodesOf } from './nodes-of.ts';
import { syncPositions } from './places.ts';

/** Milliseconds in which one scene becomes the next. */
const duration = 450;
/** Most nodes that move: more would only stutter. */
const mostMoving = 400;

/**
 * Lets one scene become the next: what is in both moves to its new place, what is new fades in, and the camera goes along.
 * For who wants no motion, and in a large picture, the next one is there at once.
 */
export function moveToScenes(cy: Core): () => void {
  let frame = 0;
  /** Where the picture starts to which all moves; null once they have been ended. */
  let goal: Base | null = null;
  const stop = effect(() => {
    if (openedScenes.value === 0) return;
    cancelAnimationFrame(frame);
    endMoves(cy);
    cy.stop();
    const before = lookOf(cy);
    // The next scene is all there by then, and has not been drawn.
    frame = requestAnimationFrame(() => {
      if (cy.destroyed() || isStill() || cy.nodes().length > mostMoving) return;
      goal = base.peek();
      moveFrom(cy, before);
    });
  });
  // What is undone or moved meanwhile has other places than those that the moves lead to.
  const stopEnding = effect(() => {
    const { value: present } = base;
    void positions.value;
    if (goal === null) return;
    endMoves(cy);
    // A picture of its own has a look of its own, too.
    if (present !== goal) cy.stop();
    goal = null;
  });
  return () => {
    cancelAnimationFrame(frame);
    stop();
    stopEnding();
  };
}

/** Where the nodes stand, and where the reader looks. */
interface Look {
  places: ReadonlyMap<string, Point>;
  lines: ReadonlySet<string>;
  zoom: number;
  pan: Point;
}

const lookOf = (cy: Core): Look => ({
  places: new Map(nodesOf(cy.nodes()).map((node) => [node.id(), { ...node.position() }])),
  lines: new Set(cy.edges().map((edge) => edge.id())),
  zoom: cy.zoom(),
  pan: { ...cy.pan() },
});

function endMoves(cy: Core): void {
  cy.elements().stop();
  cy.elements().removeStyle('opacity');
}

function moveFrom(cy: Core, before: Look): void {
  syncPositions(cy);
  const { zoom, pan } = lookOf(cy);
  for (const node of nodesOf(cy.nodes(':childless'))) {
    const from = before.places.get(node.id());
    if (!from) continue;
    const position = { ...node.position() };
    if (position.x === from.x && position.y === from.y) continue;
    node.position(from);
    node.animate({ position }, { duration, easing: 'ease-in-out-cubic' });
  }
  const added = cy.elements().filter((element) => !before.places.has(element.id()) && !before.lines.has(element.id()));
  added.style('opacity', 0);
  added.animate(
    { style: { opacity: 1 } },
    { duration, easing: 'ease-in-cubic', complete: () => added.removeStyle('opacity') },
  );
  if (before.places.size === 0) return;
  cy.animate({ zoom, pan }, { duration, easing: 'ease-in-out-cubic' });
  // Once it moves: by itself it would be where the reader has looked.
  cy.viewport({ zoom: before.zoom, pan: before.pan });
}
