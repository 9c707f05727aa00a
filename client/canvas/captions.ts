import { effect, untracked } from '@preact/signals-core';
import type { Core, EdgeSingular, NodeSingular } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { hiddenCaptions } from '../state/picture/captions.ts';
import { areLinesPlain, drawing } from '../state/picture/drawing.ts';
import { shownIds } from '../state/picture/filters.ts';
import { spoken } from '../state/locale.ts';
import { degrees, onPaths } from '../state/picture/picture.ts';
import { focusIds } from '../state/story/scene-view.ts';
import * as view from '../state/view/view.ts';
import { captionMargin, captionSize, fontSizes, roomOf } from './caption-box.ts';
import { nodesOf } from './nodes-of.ts';
import { chooseCaptions } from './choose-captions.ts';
import type { Caption, Rectangle, Side } from './choose-captions.ts';

/** Pixels that a caption's letters have at least, so that the nodes that matter have names from afar too. */
const leastPixels = 9;
/** Milliseconds that the picture rests before captions are chosen anew: never while it moves. */
const patience = 140;

/** Keeps those captions in the picture that have room, as zoom, places and selection change. */
export function watchCaptions(cy: Core): () => void {
  let captioned: ReadonlyMap<string, Side> = new Map();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const update = (): void => {
    if (cy.destroyed()) return;
    const enlarged = enlargementAt(cy.zoom());
    const { chosen, hidden } = chooseCaptions(captionsInSight(cy, enlarged), cy.zoom(), groupNames(cy));
    cy.batch(() => {
      for (const [id, side] of captioned) {
        if (chosen.get(id) !== side) cy.getElementById(id).removeClass(`captioned ${side}`);
      }
      for (const [id, side] of chosen) {
        const node = cy.getElementById(id);
        if (node.data('enlarged') !== enlarged) node.data('enlarged', enlarged);
        // Cytoscape styles an element anew even where a class that it has is added.
        if (!node.hasClass('captioned')) node.addClass(`captioned ${side}`);
      }
      markLines(cy);
    });
    captioned = chosen;
    hiddenCaptions.value = hidden;
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(update, patience);
  };
  const stop = effect(() => {
    void [drawing.value, shownIds.value, view.positions.value, view.pins.value, onPaths.value, spoken.value];
    void [view.selectedId.value, view.selectedIds.value, view.sizeBy.value, view.colourBy.value, focusIds.value];
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

/** Most lines that say what they are without being asked: more would be a thicket of words. */
const mostNamedLines = 20;

/**
 * Marks the lines whose captions are shown, and those between two nodes that are shorter than their captions: half a word
 * says nothing.
 */
function markLines(cy: Core): void {
  if (areLinesPlain.peek()) return;
  const edges = cy.edges();
  const areNamed = edges.length <= mostNamedLines;
  edges.forEach((edge) => {
    const free = freeLength(edge);
    const { width } = captionSize(edge.data('caption'), fontSizes.edge);
    // On a loop, or under the caption of a node, half of it would be covered.
    mark(edge, 'named', areNamed && free !== null && free.clear >= width);
    mark(edge, 'short', free !== null && free.between < width);
  });
}

function mark(edge: EdgeSingular, name: string, isSo: boolean): void {
  if (isSo !== edge.hasClass(name)) edge.toggleClass(name, isSo);
}

/** Of a line, what is between its nodes, and what is clear of the upper one's caption as well; null for a loop. */
function freeLength(edge: EdgeSingular): { between: number; clear: number } | null {
  const [from, to] = [edge.source(), edge.target()];
  if (from.id() === to.id()) return null;
  const [start, end] = [from.position(), to.position()];
  const length = Math.hypot(end.x - start.x, end.y - start.y);
  const between = length - (roomOf(from).height + roomOf(to).height) / 2;
  const { below } = roomOf(start.y < end.y ? from : to);
  // The caption of the line stands in its middle: what is covered at one end is missing at both.
  return { between, clear: between - (2 * below * Math.abs(end.y - start.y)) / Math.max(1, length) };
}

/** How many times larger than usual captions are drawn at a zoom, in few steps, so that they seldom change. */
function enlargementAt(zoom: number): number {
  const step = 1.25;
  const wanted = leastPixels / (fontSizes.node * zoom);
  return wanted <= 1.1 ? 1 : step ** Math.round(Math.log(wanted) / Math.log(step));
}

/** Where the names of groups stand, over what is in them. */
const groupNames = (cy: Core): Rectangle[] =>
  nodesOf(cy.nodes(':parent')).map((node) => {
    const { x, y } = node.position();
    const { height, above, captionWidth } = roomOf(node);
    const foot = y - height / 2;
    return { x1: x - captionWidth / 2, y1: foot - above, x2: x + captionWidth / 2, y2: foot };
  });

/** The captions that there is room for in the whole picture, looked at from where all of them can be read. */
export const captionsFromNearby = (cy: Core): ReadonlyMap<string, Side> =>
  chooseCaptions(
    captionsWhere(cy, 1, () => true),
    1,
    groupNames(cy),
  ).chosen;

/** The nodes in sight as the choice sees them, those that matter most first. */
function captionsInSight(cy: Core, enlarged: number): Caption[] {
  const { x1, y1, x2, y2 } = cy.extent();
  return captionsWhere(cy, enlarged, ({ x, y }) => x >= x1 && x <= x2 && y >= y1 && y <= y2);
}

/** The nodes of some part of the picture as the choice sees them, those that matter most first. */
function captionsWhere(cy: Core, enlarged: number, isWithin: (place: Point) => boolean): Caption[] {
  return untracked(() => {
    const urgent = new Set([...view.selectedIds.value, ...onPaths.value, ...focusIds.value]);
    const claimOf = (id: string): Caption['claim'] =>
      id === view.selectedId.value ? 'certain' : urgent.has(id) ? 'urgent' : 'usual';
    return nodesOf(cy.nodes())
      .filter((node) => !node.hasClass('off') && isWithin(node.position()))
      .filter((node) => node.data('kind') !== 'more' && !node.isParent())
      .map((node) => captionOf(node, enlarged, claimOf(node.id())))
      .toSorted((a, b) => urgencyOf(b) - urgencyOf(a) || rankOf(b.id) - rankOf(a.id) || (a.id < b.id ? -1 : 1));
  });
}

/** What is selected comes first, then what is selected with others or on a path, then what is pinned. */
const urgencies: Record<Caption['claim'], number> = { certain: 4, urgent: 2, usual: 0 };
const urgencyOf = ({ id, claim }: Caption): number => urgencies[claim] + (view.pins.value.has(id) ? 1 : 0);

/** Of two nodes, the more connected one matters more; a folded group most. */
const rankOf = (id: string): number => degrees.value.get(id) ?? (id.includes('\n') ? Infinity : 0);

/** How much wider bold letters are. */
const boldness = 1.2;

function captionOf(node: NodeSingular, enlarged: number, claim: Caption['claim']): Caption {
  const { height: size, below, captionWidth: width } = roomOf(node, enlarged);
  return {
    id: node.id(),
    ...node.position(),
    size,
    margin: captionMargin,
    // What is chosen is set in bold.
    width: claim === 'usual' ? width : width * boldness,
    height: below - captionMargin,
    claim,
  };
}
