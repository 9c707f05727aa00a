import { effect, untracked } from '@preact/signals-core';
import cytoscape from 'cytoscape';
import type { CollectionReturnValue, Core, ElementDefinition } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import type { CanvasControls } from '../state/picture/canvas-controls.ts';
import { arranging } from '../state/picture/arranging.ts';
import { ontology } from '../state/ontology.ts';
import { areLinesPlain, drawing } from '../state/picture/drawing.ts';
import type { DrawnNode } from '../state/picture/drawing.ts';
import { drawnPlace } from '../state/picture/drawn-place.ts';
import { changes, shownIds } from '../state/picture/filters.ts';
import { degrees, onPaths } from '../state/picture/picture.ts';
import { focusIds } from '../state/story/scene-view.ts';
import { isLayoutWanted } from '../state/view/session.ts';
import * as view from '../state/view/view.ts';
import { bringIntoSight, fitPicture, followCamera, keepUncovered, lookAtAll } from './camera.ts';
import { watchCaptions } from './captions.ts';
import { edgeData, nodeData } from './elements.ts';
import type { EdgeData, NodeData } from './elements.ts';
import { listen } from './gestures.ts';
import { hiddenIds } from './hidden-ids.ts';
import { layOutPicture } from './lay-out.ts';
import { keepLit } from './light-up.ts';
import { moveToScenes } from './move-to-scene.ts';
import { placeOnSpiral, syncPositions } from './places.ts';
import { scheme } from '../state/scheme.ts';
import { stylesheet } from './stylesheet.ts';

/** The picture as it is drawn, until it is disposed of. */
export interface Canvas extends CanvasControls {
  dispose: () => void;
}

/** Most relationships of a selected node that get their captions: beyond, captions would cover each other. */
const mostCaptions = 24;

/** Most elements of a picture that grow pale round what is selected. */
const mostFaint = 2_500;

/** Draws the state into an element of the page and keeps it drawn, until disposed of. */
export function mountCanvas(container: HTMLElement): Canvas {
  const cy = cytoscape({
    container,
    style: stylesheet(scheme.peek(), false),
    minZoom: 0.01,
    maxZoom: 4,
    boxSelectionEnabled: true,
    autounselectify: true,
  });
  const stops = [
    keepElements(cy),
    effect(() => syncPositions(cy)),
    keepClasses(cy),
    keepLit(cy),
    followCamera(cy),
    keepUncovered(cy),
    effect(() => {
      const { value: ids } = view.soughtIds;
      if (ids.length > 0) queueMicrotask(() => bringIntoSight(cy, ids));
    }),
    effect(() => {
      const { value: ids } = view.framedIds;
      if (ids.length > 0) queueMicrotask(() => lookAtAll(cy, ids));
    }),
    effect(() => {
      // After the other effects: the picture may have changed in the same step.
      if (isLayoutWanted.value) queueMicrotask(() => void layOutPicture(cy));
    }),
    effect(() => container.setAttribute('aria-busy', String(arranging.value !== null))),
    watchCaptions(cy),
    moveToScenes(cy),
    listen(cy, container),
  ];
  return {
    fit: () => fitPicture(cy),
    shapesOfPicture: async (look) => (await import('./shapes-of-picture.ts')).shapesOfPicture(cy, look),
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    dispose: () => {
      arranging.peek()?.stop();
      for (const stop of stops) stop();
      cy.destroy();
    },
  };
}

/** Nodes beyond which the picture moves as one image, and is drawn anew when it rests. */
const mostMoving = 1_000;
/** Nodes beyond which relationships are left out of that image: drawing them once takes too long. */
const mostWithLines = 5_000;

/** Draws as the colour scheme asks, and as plainly as the size of the picture does. */
function restyle(cy: Core, nodes: number, isLean: boolean): void {
  cy.style(stylesheet(scheme.peek(), isLean));
  Object.assign(cy.renderer(), { textureOnViewport: nodes > mostMoving, hideEdgesOnViewport: nodes > mostWithLines });
}

type ElementData = NodeData | EdgeData;

/** Adds, removes and updates elements until they are those of the drawing, whenever it changes. */
function keepElements(cy: Core): () => void {
  let drawn: ReadonlyMap<string, ElementData> = new Map();
  let style = '';
  return effect(() => {
    if (!ontology.value) return;
    const { nodes, edges } = drawing.value;
    const isLean = areLinesPlain.value;
    const wantedStyle = [scheme.value, isLean, nodes.length > mostMoving, nodes.length > mostWithLines].join();
    // Before the elements come: they would be styled twice.
    if (wantedStyle !== style) restyle(cy, nodes.length, isLean);
    style = wantedStyle;
    const looks = { scheme: scheme.value, degrees: degrees.value, pins: view.pins.value, changes: changes.value };
    const wanted = new Map<string, ElementData>();
    for (const node of nodes) wanted.set(node.id, nodeData(node, looks));
    for (const edge of edges) wanted.set(edge.id, edgeData(edge, looks));
    const places = untracked(() => startingPlaces(nodes));
    cy.batch(() => {
      const ended = cy.collection();
      for (const id of drawn.keys()) if (!wanted.has(id)) ended.merge(cy.getElementById(id));
      // What was in a group that is gone must not go with it.
      ended.children().move({ parent: null });
      ended.remove();
      // With a node, Cytoscape has removed its edges, which may have to go on to another.
      const missing = [...wanted.values()].filter(({ id }) => cy.getElementById(id).empty());
      cy.add(missing.map((data) => definition(data, places)));
      for (const [id, data] of wanted) {
        const before = drawn.get(id);
        if (before && !isSame(before, data)) update(cy.getElementById(id), { ...data });
      }
    });
    drawn = wanted;
  });
}

/** Where nodes stand, those without a place on a spiral, the most connected in the middle. */
function startingPlaces(nodes: readonly DrawnNode[]): Map<string, Point> {
  const places = new Map(nodes.flatMap((node) => pairOf(node.id, drawnPlace(node))));
  const unplaced = nodes.filter(({ id }) => !places.has(id)).toSorted((a, b) => degreeOf(b) - degreeOf(a));
  for (const [index, { id }] of unplaced.entries()) places.set(id, placeOnSpiral(index));
  return places;
}

const pairOf = (id: string, place: Point | undefined): [string, Point][] => (place ? [[id, place]] : []);
const degreeOf = ({ id }: DrawnNode): number => degrees.value.get(id) ?? 0;

/** An element as Cytoscape wants it. All is copied, for it keeps what it gets and changes it. */
function definition(data: ElementData, places: ReadonlyMap<string, Point>): ElementDefinition {
  if ('source' in data) return { group: 'edges', data: { ...data } };
  return { group: 'nodes', data: { ...data }, position: { x: 0, y: 0, ...places.get(data.id) } };
}

/** Whether two data, as plain as they are, say the same. */
function isSame(one: object, other: object): boolean {
  const [own, others] = [Object.entries(one), new Map(Object.entries(other))];
  return own.length === others.size && own.every(([key, value]) => isAlike(value, others.get(key)));
}

const isAlike = (one: unknown, other: unknown): boolean =>
  one === other || (Array.isArray(one) && Array.isArray(other) && one.join() === other.join());

/** Gives an element that is there its newest data; where it hangs is no mere datum. */
function update(drawn: CollectionReturnValue, data: ElementDefinition['data']): void {
  const { parent = null, source, target, ...rest } = data;
  if (drawn.isNode() && (drawn.data('parent') ?? null) !== parent) drawn.move({ parent });
  const isMoved = drawn.isEdge() && (drawn.data('source') !== source || drawn.data('target') !== target);
  if (isMoved && source !== undefined && target !== undefined) drawn.move({ source, target });
  drawn.data(rest);
}

/** Keeps the classes of what is drawn; once all elements of the same step are there, whichever effect ran first. */
function keepClasses(cy: Core): () => void {
  const { selectedId, selectedIds } = view;
  const sources = [selectedId, selectedIds, focusIds, shownIds, drawing, changes, onPaths, ontology, scheme] as const;
  let marked: ReadonlyMap<string, string> = new Map();
  const mark = (): void => {
    if (cy.destroyed()) return;
    const wanted = marksOf(cy);
    cy.batch(() => {
      for (const [id, names] of marked) if (wanted.get(id) !== names) cy.getElementById(id).removeClass(names);
      // Elements may be new: they have no marks yet, whatever stood there before.
      for (const [id, names] of wanted) cy.getElementById(id).addClass(names);
    });
    marked = wanted;
  };
  return effect(() => {
    for (const source of sources) void source.value;
    queueMicrotask(mark);
  });
}

/** What is filtered, selected and on the path: the classes of each element that has any. Nothing moves. */
function marksOf(cy: Core): Map<string, string> {
  const marks = new Map<string, string>();
  const mark = (ids: Iterable<string>, name: string): void => {
    for (const id of ids) marks.set(id, marks.has(id) ? `${marks.get(id)} ${name}` : name);
  };
  const { nodes, edges } = drawing.value;
  mark(hiddenIds.value, 'off');
  for (const [id, change] of changes.value) if (change !== 'unchanged') mark([id], change);
  mark(onPaths.value, 'path');
  const chosenIds = view.chosenIds();
  mark(chosenIds, 'chosen');
  const chosen = collect(cy, chosenIds);
  // A group is selected with what is in it.
  const selected = chosen.union(chosen.descendants());
  const onPath = collect(cy, onPaths.value);
  if (selected.empty() && onPath.empty()) {
    mark(focusIds.value, 'focus');
    // The lines that meet what a scene is about say what they are, but for those to figures: numbers speak for themselves.
    const told = collect(cy, focusIds.value).connectedEdges('[line != "dotted"]');
    if (told.length <= mostCaptions) mark(idsOf(told), 'near');
    return marks;
  }
  const near = selected.connectedEdges();
  if (near.length <= mostCaptions) mark(idsOf(near), 'near');
  // In a large picture, what is near stands out enough, and all the rest would take long.
  if (nodes.length + edges.length > mostFaint) return marks;
  // A node keeps its neighbours in full colour, a relationship its two ends, and both the groups round them.
  const kept = selected.union(selected.neighborhood()).union(selected.connectedNodes()).union(onPath);
  mark(idsOf(cy.elements().difference(kept.union(kept.parents()))), 'faint');
  return marks;
}

function collect(cy: Core, ids: Iterable<string>): CollectionReturnValue {
  const found = cy.collection();
  for (const id of ids) found.merge(cy.getElementById(id));
  return found;
}

const idsOf = (elements: { map: (toId: (each: { id: () => string }) => string) => string[] }): string[] =>
  elements.map((each) => each.id());
