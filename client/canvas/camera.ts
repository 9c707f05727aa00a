import { effect } from '@preact/signals-core';
import type { Core, NodeSingular } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { baseAnswer, degrees, onPaths } from '../state/picture/picture.ts';
import { isStill } from '../state/scheme.ts';
import { focusIds, isFocusFramed, shownScenes } from '../state/story/scene-view.ts';
import { coveredBelow, sight } from '../state/picture/sight.ts';
import type { Area } from '../state/picture/sight.ts';
import * as view from '../state/view/view.ts';
import { roomOf } from './caption-box.ts';
import { nodesOf } from './nodes-of.ts';

/** Pixels round the picture when all of it is in sight. */
export const padding = 24;
const largestZoomOfFit = 1.25;
/** In a show, those in the last row read the captions, too. */
const largestZoomOfShow = 2.5;
/** The zoom at which captions of 16 px are about 9 px high. */
const smallestReadableZoom = 0.55;
/** Where not all of a picture can be read, its middle is not looked at from nearer than this: what is round it tells, too. */
const largestZoomOfMiddle = 0.75;
/** Looked at from farther away, a part of the picture would be dots. */
const smallestZoomOfPart = 0.3;

/** Keeps camera and state in step: the state moves the camera, and the reader's zooming and panning the state. */
export function followCamera(cy: Core): () => void {
  let isMovedByState = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const apply = (): void => {
    // Where the reader looked just before is not where the state says.
    clearTimeout(timer);
    const target = view.camera.peek();
    isMovedByState = true;
    if (target) {
      const { x, y, zoom } = target;
      cy.viewport({ zoom, pan: { x: cy.width() / 2 - x * zoom, y: cy.height() / 2 - y * zoom } });
    } else if (cy.nodes().nonempty()) openPicture(cy);
    isMovedByState = false;
  };
  const stopEffect = effect(() => {
    void view.camera.value;
    // A new picture opens at its best; one that grew stays where the reader looks.
    void baseAnswer.value;
    // So does a scene that is of the same picture as the one before.
    void shownScenes.value;
    queueMicrotask(() => {
      if (!cy.destroyed()) apply();
    });
  });
  const remember = (): void => {
    // What is on its way is nowhere that the reader looks.
    if (cy.animated()) return;
    const zoom = cy.zoom();
    const pan = cy.pan();
    view.camera.value = { x: (cy.width() / 2 - pan.x) / zoom, y: (cy.height() / 2 - pan.y) / zoom, zoom };
  };
  cy.on('viewport', () => {
    if (isMovedByState || cy.animated()) return;
    clearTimeout(timer);
    timer = setTimeout(remember, 200);
  });
  // Cytoscape's own `resize` comes with every change of the page; only another size asks for another look.
  const observer = new ResizeObserver(() => {
    cy.resize();
    // Out of sight, beside a twin that has taken its place, it has no size.
    if (cy.width() > 0) apply();
  });
  let frame = 0;
  const look = (): void => {
    cancelAnimationFrame(frame);
    frame = requestAnimationFrame(() => {
      if (!cy.destroyed()) sight.value = { ...cy.extent(), zoom: cy.zoom() };
    });
  };
  cy.on('viewport resize', look);
  look();
  const container = cy.container();
  if (container) observer.observe(container);
  return () => {
    clearTimeout(timer);
    cancelAnimationFrame(frame);
    sight.value = null;
    observer.disconnect();
    stopEffect();
  };
}

export function fitPicture(cy: Core): void {
  fitNodes(cy, nodesOf(cy.nodes()));
}

const largestZoom = (): number => (view.isPresenting.peek() ? largestZoomOfShow : largestZoomOfFit);

/** Shows all of some nodes, as far as they are not filtered out; without any, nothing moves. */
function fitNodes(cy: Core, nodes: readonly NodeSingular[], largest = largestZoom()): void {
  const shown = nodes.filter((node) => !node.hasClass('off'));
  if (shown.length === 0) return;
  const { x1, y1, x2, y2 } = extentOf(shown);
  const [width, height] = [cy.width() - 2 * padding, cy.height() - 2 * padding];
  const zoom = Math.min(width / (x2 - x1), height / (y2 - y1), largest);
  if (zoom <= 0) return;
  const pan = { x: cy.width() / 2 - (zoom * (x1 + x2)) / 2, y: cy.height() / 2 - (zoom * (y1 + y2)) / 2 };
  cy.viewport({ zoom, pan });
}

/** What nodes take up with their captions, whether these are shown at present or not. */
function extentOf(nodes: readonly NodeSingular[]): Area {
  const extent = { x1: Infinity, y1: Infinity, x2: -Infinity, y2: -Infinity };
  for (const node of nodes) {
    const { x, y } = node.position();
    const { width, height, below, above, captionWidth } = roomOf(node);
    const half = Math.max(width, captionWidth) / 2;
    extent.x1 = Math.min(extent.x1, x - half);
    extent.x2 = Math.max(extent.x2, x + half);
    extent.y1 = Math.min(extent.y1, y - height / 2 - above);
    extent.y2 = Math.max(extent.y2, y + height / 2 + below);
  }
  return extent;
}

/**
 * The first look: all of the picture where its captions can be read then, else its middle at a readable size. The middle of
 * a scene is what it is about.
 */
export function openPicture(cy: Core): void {
  const inFocus = nodesOf(cy.nodes()).filter((node) => focusIds.peek().includes(node.id()));
  if (!isFocusFramed.peek()) {
    fitPicture(cy);
    if (cy.zoom() >= smallestReadableZoom) return;
  }
  fitNodes(cy, inFocus, isFocusFramed.peek() ? largestZoom() : largestZoomOfMiddle);
  if (inFocus.length === 0 || cy.zoom() < smallestReadableZoom) {
    const middle = inFocus[0] ?? mostConnected(cy);
    if (!middle) return;
    cy.zoom(smallestReadableZoom);
    cy.center(middle);
  }
  fillSight(cy);
}

/** Moves the picture so far that it leaves no more room empty than it must: what its middle is may be at its rim. */
function fillSight(cy: Core): void {
  const shown = nodesOf(cy.nodes()).filter((node) => !node.hasClass('off'));
  const { x1, y1, x2, y2 } = extentOf(shown);
  const [zoom, { x, y }] = [cy.zoom(), cy.pan()];
  const within = (at: number, from: number, to: number, size: number): number => {
    const half = (size / 2 - padding) / zoom;
    return to - from <= 2 * half ? (from + to) / 2 : Math.min(Math.max(at, from + half), to - half);
  };
  const across = within((cy.width() / 2 - x) / zoom, x1, x2, cy.width());
  const down = within((cy.height() / 2 - y) / zoom, y1, y2, cy.height());
  cy.pan({ x: cy.width() / 2 - across * zoom, y: cy.height() / 2 - down * zoom });
}

const degreeOf = (node: NodeSingular): number => degrees.value.get(node.id()) ?? 0;

/** Of several, the first. Cytoscape would count all relationships of all nodes anew. */
function mostConnected(cy: Core): NodeSingular | undefined {
  return nodesOf(cy.nodes()).reduce<NodeSingular | undefined>(
    (most, node) => (most && degreeOf(most) >= degreeOf(node) ? most : node),
    undefined,
  );
}

/**
 * Moves the picture so that all of what is asked for is in sight, over a sheet where there is one, and looks from farther
 * away where that is needed. Where it is in sight already, nothing moves.
 */
export function bringIntoSight(cy: Core, ids: readonly string[]): void {
  view.soughtIds.value = [];
  if (cy.destroyed()) return;
  const elements = cy.collection();
  for (const id of ids) elements.merge(cy.getElementById(id));
  if (elements.empty()) return;
  // Captions change with the zoom, and may be elsewhere then.
  const { x1, y1, x2, y2, w, h } = elements.renderedBoundingBox({ includeLabels: false });
  const [width, height] = [cy.width(), cy.height() - coveredBelow.peek()];
  if (x1 >= 0 && y1 >= 0 && x2 <= width && y2 <= height) return;
  const fitting = Math.min((width - 2 * padding) / w, (height - 2 * padding) / h);
  const share = Math.min(1, Math.max(fitting, smallestZoomOfPart / cy.zoom()));
  const { x, y } = cy.pan();
  const middle = { x: (x1 + x2) / 2, y: (y1 + y2) / 2 };
  lookThrough(cy, {
    zoom: cy.zoom() * share,
    pan: { x: width / 2 - share * (middle.x - x), y: height / 2 - share * (middle.y - y) },
  });
}

/** Shows all of some nodes with their captions, from as far away as that takes, and from no nearer than now. */
export function lookAtAll(cy: Core, ids: readonly string[]): void {
  view.framedIds.value = [];
  if (cy.destroyed()) return;
  const wanted = new Set(ids);
  const nodes = nodesOf(cy.nodes()).filter((node) => wanted.has(node.id()));
  if (nodes.length === 0) return;
  const { x1, y1, x2, y2 } = extentOf(nodes);
  const [width, height] = [cy.width(), cy.height() - coveredBelow.peek()];
  const fitting = Math.min((width - 2 * padding) / (x2 - x1), (height - 2 * padding) / (y2 - y1));
  const zoom = Math.min(cy.zoom(), Math.max(fitting, cy.minZoom()));
  lookThrough(cy, {
    zoom,
    pan: { x: width / 2 - (zoom * (x1 + x2)) / 2, y: height / 2 - (zoom * (y1 + y2)) / 2 },
  });
}

function lookThrough(cy: Core, viewport: { zoom: number; pan: Point }): void {
  // Who asks for something else before it is there does not want to see this first.
  cy.stop(true);
  if (isStill()) cy.viewport(viewport);
  // What the reader looks at is remembered once the picture rests.
  else cy.animate(viewport, { duration: 300, complete: () => void cy.emit('viewport') });
}

/** Keeps what is selected, or the path, in sight when the sheet that tells of it covers a part of the picture. */
export function keepUncovered(cy: Core): () => void {
  return effect(() => {
    const chosen = view.chosenIds();
    const ids = chosen.length > 0 ? chosen : [...onPaths.value];
    if (ids.length > 0 && coveredBelow.value > 0) queueMicrotask(() => bringIntoSight(cy, ids));
  });
}
