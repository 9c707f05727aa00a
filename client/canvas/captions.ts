import { effect, untracked } from '@preact/signals-core';
import type { Core, NodeSingular } from 'cytoscape';
import { hiddenCaptions } from '../state/captions.ts';
import { drawing } from '../state/drawing.ts';
import { shownIds } from '../state/filters.ts';
import { locale } from '../state/locale.ts';
import { degrees, onPaths } from '../state/picture.ts';
import * as view from '../state/view.ts';
import { captionMargin, fontSizes, roomOf } from './caption-box.ts';
import { nodesOf } from './nodes-of.ts';
import { chooseCaptions } from './choose-captions.ts';
import type { Caption } from './choose-captions.ts';

/** Pixels that a caption's letters have at least, so that the nodes that matter have names from afar too. */
const leastPixels = 9;
/** Milliseconds that the picture rests before captions are chosen anew: never while it moves. */
const patience = 140;

/** Keeps those captions in the picture that have room, as zoom, places and selection change. */
export function watchCaptions(cy: Core): () => void {
  let captioned = new Set<string>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    if (cy.destroyed()) return;
    const enlarged = enlargementAt(cy.zoom());
    const { chosen, hidden } = chooseCaptions(captionsInSight(cy, enlarged), cy.zoom());
    cy.batch(() => {
      for (const id of captioned) if (!chosen.has(id)) cy.getElementById(id).removeClass('captioned');
      for (const id of chosen) {
        const node = cy.getElementById(id);
        if (node.data('enlarged') !== enlarged) node.data('enlarged', enlarged);
        // Cytoscape styles an element anew even where a class that it has is added.
        if (!node.hasClass('captioned')) node.addClass('captioned');
      }
    });
    captioned = chosen;
    hiddenCaptions.value = hidden;
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, patience);
  };
  const stop = effect(() => {
    void [drawing.value, shownIds.value, view.positions.value, view.pins.value, onPaths.value, locale.value];
    void [view.selectedId.value, view.selectedIds.value, view.sizeBy.value, view.colourBy.value];
    // Other effects of the same step bring the elements first; no frame is drawn in between.
    queueMicrotask(update);
  });
  cy.on('viewport resize dragfreeon layoutstop', later);
  return () => {
    clearTimeout(timer);
    stop();
    hiddenCaptions.value = 0;
  };
}

/** How many times larger than usual captions are drawn at a zoom, in few steps, so that they seldom change. */
function enlargementAt(zoom: number): number {
  const step = 1.25;
  const wanted = leastPixels / (fontSizes.node * zoom);
  return wanted <= 1.1 ? 1 : step ** Math.round(Math.log(wanted) / Math.log(step));
}

/** The nodes in sight as the choice sees them, those that matter most first. */
function captionsInSight(cy: Core, enlarged: number): Caption[] {
  return untracked(() => {
    const { x1, y1, x2, y2 } = cy.extent();
    const urgent = new Set([...view.chosenIds(), ...onPaths.value]);
    const urgencyOf = (id: string): number => (urgent.has(id) ? 2 : view.pins.value.has(id) ? 1 : 0);
    const isInSight = (node: NodeSingular): boolean => {
      const { x, y } = node.position();
      return x >= x1 && x <= x2 && y >= y1 && y <= y2 && !node.hasClass('off');
    };
    return nodesOf(cy.nodes())
      .filter((node) => isInSight(node) && node.data('kind') !== 'more' && !node.isParent())
      .map((node) => captionOf(node, enlarged, urgent.has(node.id())))
      .toSorted((a, b) => urgencyOf(b.id) - urgencyOf(a.id) || rankOf(b.id) - rankOf(a.id) || (a.id < b.id ? -1 : 1));
  });
}

/** Of two nodes, the more connected one matters more; a folded group most. */
const rankOf = (id: string): number => degrees.value.get(id) ?? (id.includes('\n') ? Infinity : 0);

function captionOf(node: NodeSingular, enlarged: number, isUrgent: boolean): Caption {
  const { height: size, below, captionWidth: width } = roomOf(node, enlarged);
  return {
    id: node.id(),
    ...node.position(),
    size,
    margin: captionMargin,
    width,
    height: below - captionMargin,
    isUrgent,
  };
}
