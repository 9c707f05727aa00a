import { effect, untracked } from '@preact/signals-core';
import cytoscape from 'cytoscape';
import type { CollectionReturnValue, Core, ElementDefinition, LayoutOptions, NodeSingular } from 'cytoscape';
import type { Point } from '../../server/contract.ts';
import { move, place, select } from '../state/actions.ts';
import { announce } from '../state/notices.ts';
import { t } from '../state/locale.ts';
import { ontology, typeStyleOf } from '../state/ontology.ts';
import { drawing } from '../state/drawing.ts';
import type { DrawnEdge, DrawnNode } from '../state/drawing.ts';
import { changes, shownIds } from '../state/filters.ts';
import { degrees, onPaths, picture } from '../state/picture.ts';
import { isLayoutWanted, placeOf } from '../state/session.ts';
import * as view from '../state/view.ts';
import { bringIntoSight, fitPicture, followCamera, mostConnected, padding } from './camera.ts';
import { edgeData, nodeData } from './elements.ts';
import { layoutOptions } from './layout-options.ts';
import { isStill, scheme } from '../state/scheme.ts';
import { stylesheet } from './stylesheet.ts';
import { treeLayout } from './tree-layout.ts';

/** What the buttons round the picture can ask of it. */
export interface Canvas {
  zoomBy: (factor: number) => void;
  fit: () => void;
  dispose: () => void;
}

/** Most relationships of a selected node that get their captions: beyond, captions would cover each other. */
const mostCaptions = 24;

const outermostRing = 3;

/** Draws the state into an element of the page and keeps it drawn, until disposed of. */
export function mountCanvas(container: HTMLElement): Canvas {
  const cy = cytoscape({
    container,
    style: stylesheet(scheme.peek()),
    minZoom: 0.08,
    maxZoom: 4,
    boxSelectionEnabled: false,
    autounselectify: true,
  });
  const stops = [
    effect(() => void cy.style(stylesheet(scheme.value))),
    effect(() => syncElements(cy)),
    effect(() => syncPositions(cy)),
    effect(() => syncClasses(cy)),
    followCamera(cy),
    effect(() => {
      const { value: id } = view.soughtId;
      if (id !== null) queueMicrotask(() => bringIntoSight(cy, id));
    }),
    effect(() => {
      // After the other effects: the picture may have changed in the same step.
      if (isLayoutWanted.value) queueMicrotask(() => void runLayout(cy));
    }),
  ];
  listen(cy, container);
  return {
    fit: () => fitPicture(cy),
    zoomBy: (factor) =>
      cy.zoom({ level: cy.zoom() * factor, renderedPosition: { x: cy.width() / 2, y: cy.height() / 2 } }),
    dispose: () => {
      for (const stop of stops) stop();
      cy.destroy();
    },
  };
}

/** Adds, removes and updates elements until they are those of the drawing. */
function syncElements(cy: Core): void {
  if (!ontology.value) return;
  const { nodes, edges } = drawing.value;
  const looks = { scheme: scheme.value, degrees: degrees.value, pins: view.pins.value, changes: changes.value };
  const wanted: ElementDefinition[] = [
    ...nodes.map((node) => ({
      group: 'nodes' as const,
      data: nodeData(node, looks),
      // Copied, for Cytoscape keeps the object and changes it.
      position: { ...(untracked(() => placeOf(node.id)) ?? { x: 0, y: 0 }) },
    })),
    ...edges.map((edge) => ({ group: 'edges' as const, data: edgeData(edge, looks) })),
  ];
  const ids = new Set(wanted.map(({ data }) => data.id));
  cy.batch(() => {
    const ended = cy.elements().filter((element) => !ids.has(element.id()));
    // What was in a group that is gone must not go with it.
    ended.children().move({ parent: null });
    ended.remove();
    cy.add(wanted.filter(({ data }) => cy.getElementById(data.id ?? '').empty()));
    for (const { data } of wanted) update(cy.getElementById(data.id ?? ''), data);
  });
}

/** Gives an element that is there its newest data; where it hangs is no mere datum. */
function update(element: CollectionReturnValue, data: ElementDefinition['data']): void {
  const { parent = null, source, target, ...rest } = data;
  if (element.isNode() && (element.data('parent') ?? null) !== parent) element.move({ parent });
  const isMoved = element.isEdge() && (element.data('source') !== source || element.data('target') !== target);
  if (isMoved && source !== undefined && target !== undefined) element.move({ source, target });
  element.data(rest);
}

function syncPositions(cy: Core): void {
  const moved = view.positions.value;
  const shipped = ontology.value?.positions;
  cy.batch(() => {
    for (const { id, kind } of drawing.value.nodes) {
      if (kind === 'group') continue;
      const point = moved.get(id) ?? shipped?.[id];
      const node = cy.getElementById(id);
      if (point && !node.grabbed()) node.position({ ...point });
    }
  });
}

/** Shows what is filtered, selected and on the path, by classes; nothing moves. */
function syncClasses(cy: Core): void {
  const chosenIds = [view.selectedId.value ?? [], ...view.selectedIds.value].flat();
  const shown = shownIds.value;
  const isOff = (drawn: DrawnNode | DrawnEdge): boolean => {
    if (drawn.kind === 'node' || drawn.kind === 'relationship') return !shown.has(drawn.id);
    return drawn.kind === 'group' && !drawn.group.ids.some((id) => shown.has(id));
  };
  const collect = (ids: Iterable<string>): CollectionReturnValue => {
    const found = cy.collection();
    for (const id of ids) found.merge(cy.getElementById(id));
    return found;
  };
  const { nodes, edges } = drawing.value;
  cy.batch(() => {
    cy.elements().removeClass('chosen near faint path off added ended');
    collect([...nodes, ...edges].filter(isOff).map(({ id }) => id)).addClass('off');
    for (const [id, change] of changes.value) if (change !== 'unchanged') cy.getElementById(id).addClass(change);
    const onPath = collect(onPaths.value);
    onPath.addClass('path');
    const selected = collect(chosenIds);
    selected.addClass('chosen');
    if (selected.empty() && onPath.empty()) return;
    // A node keeps its neighbours in full colour, a relationship its two ends, and both the groups round them.
    const kept = selected.union(selected.neighborhood()).union(selected.connectedNodes()).union(onPath);
    cy.elements().difference(kept.union(kept.parents())).addClass('faint');
    const near = selected.connectedEdges();
    if (near.length <= mostCaptions) near.addClass('near');
  });
}

async function runLayout(cy: Core): Promise<void> {
  isLayoutWanted.value = false;
  const kind = view.layout.value === 'given' ? 'force' : view.layout.value;
  if (kind === 'force') await registerForce();
  if (cy.destroyed() || cy.nodes().empty()) return;
  seedPositions(cy);
  const { positions, base } = { positions: view.positions.value, base: view.base.value };
  const layout = cy.layout(optionsOf(cy, kind));
  await new Promise<void>((resolve) => {
    layout.one('layoutstop', () => resolve());
    layout.run();
  });
  // What was undone, dragged or opened meanwhile counts more than where the layout came to.
  if (cy.destroyed() || view.positions.value !== positions || view.base.value !== base) return;
  place(cy.nodes().map((node: NodeSingular) => [node.id(), { ...node.position() }] as const));
  fitPicture(cy);
  announce('announce.layout', { layout: t(`layout.${kind}`) });
}

function optionsOf(cy: Core, kind: Exclude<view.Layout, 'given'>): LayoutOptions {
  const motion = { animate: !isStill(), animationDuration: 450, fit: true, padding };
  const options = {
    force: { ...layoutOptions.force, ...motion },
    tree: { name: 'preset', positions: Object.fromEntries(treePlaces()), ...motion },
    concentric: { ...layoutOptions.concentric, ...motion, concentric: ringOf(cy) },
  };
  return options[kind];
}

/** Rings by steps from the selected node, or from the one that most meets; what is not connected goes outside. */
function ringOf(cy: Core): (node: NodeSingular) => number {
  const selected = cy.nodes('.chosen');
  const middle = selected.empty() ? mostConnected(cy) : selected;
  const depths = new Map<string, number>();
  cy.elements().bfs({
    roots: middle,
    visit: (node, _edge, _previous, _index, depth) => void depths.set(node.id(), depth),
  });
  // Far rings would hold few nodes each and make all the others small.
  return (node) => outermostRing - Math.min(depths.get(node.id()) ?? outermostRing, outermostRing);
}

function treePlaces(): Map<string, Point> {
  const { nodes, relationships } = picture.value;
  const edges = [...relationships.values()].map(({ start, end, type }) => {
    const { hierarchy, line } = typeStyleOf(type);
    return { start, end, isHierarchy: hierarchy, isFromAbove: line === 'dashed' };
  });
  return treeLayout([...nodes.keys()], edges);
}

/** Nodes without a place start on a circle, in the order of their ids, so that a layout is the same each time. */
function seedPositions(cy: Core): void {
  const unplaced = cy.nodes().filter((node) => placeOf(node.id()) === undefined);
  const radius = 10 * Math.max(1, unplaced.length);
  const ids = unplaced.map((node) => node.id()).toSorted();
  for (const [index, id] of ids.entries()) {
    const angle = (2 * Math.PI * index) / ids.length;
    cy.getElementById(id).position({ x: radius * Math.cos(angle), y: radius * Math.sin(angle) });
  }
}

let isForceRegistered: Promise<void> | undefined;

/** The force layout is fetched when first asked for: the first picture comes with its places. */
function registerForce(): Promise<void> {
  isForceRegistered ??= loadForce().catch((error: unknown) => {
    isForceRegistered = undefined;
    throw error;
  });
  return isForceRegistered;
}

async function loadForce(): Promise<void> {
  const { default: fcose } = await import('cytoscape-fcose');
  cytoscape.use(fcose);
}

function listen(cy: Core, container: HTMLElement): void {
  cy.on('tap', ({ target }) => select(target === cy ? null : target.id()));
  cy.on('mouseover', 'node, edge', ({ target }) => {
    target.addClass('pointed');
    container.style.cursor = 'pointer';
  });
  cy.on('mouseout', 'node, edge', ({ target }) => {
    target.removeClass('pointed');
    container.style.cursor = '';
  });
  cy.on('dragfree', 'node', ({ target }) => move(target.id(), { ...target.position() }));
}
