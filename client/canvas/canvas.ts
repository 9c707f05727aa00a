import { effect, untracked } from '@preact/signals-core';
import cytoscape from 'cytoscape';
import type { Core, ElementDefinition, LayoutOptions, NodeSingular } from 'cytoscape';
import type { Point } from '../../server/contract.ts';
import { move, place, select } from '../state/actions.ts';
import { announce } from '../state/notices.ts';
import { t } from '../state/locale.ts';
import { ontology, typeStyleOf } from '../state/ontology.ts';
import { isShown, picture } from '../state/picture.ts';
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

/** Adds, removes and updates elements until they are those of the picture. */
function syncElements(cy: Core): void {
  const { nodes, relationships } = picture.value;
  if (!ontology.value) return;
  const degrees = new Map<string, number>();
  for (const { start, end } of relationships.values()) {
    degrees.set(start, (degrees.get(start) ?? 0) + 1);
    degrees.set(end, (degrees.get(end) ?? 0) + 1);
  }
  const wanted: ElementDefinition[] = [
    ...[...nodes.values()].map((node) => ({
      group: 'nodes' as const,
      data: nodeData(node, degrees.get(node.id) ?? 0, scheme.value),
      // Copied, for Cytoscape keeps the object and changes it.
      position: { ...(untracked(() => placeOf(node.id)) ?? { x: 0, y: 0 }) },
    })),
    ...[...relationships.values()].map((relationship) => ({ group: 'edges' as const, data: edgeData(relationship) })),
  ];
  cy.batch(() => {
    cy.elements()
      .filter((element) => !nodes.has(element.id()) && !relationships.has(element.id()))
      .remove();
    cy.add(wanted.filter(({ data }) => cy.getElementById(data.id ?? '').empty()));
    for (const { data } of wanted) cy.getElementById(data.id ?? '').data(data);
  });
}

function syncPositions(cy: Core): void {
  const moved = view.positions.value;
  const shipped = ontology.value?.positions;
  cy.batch(() => {
    for (const id of picture.value.nodes.keys()) {
      const point = moved.get(id) ?? shipped?.[id];
      const node = cy.getElementById(id);
      if (point && !node.grabbed()) node.position({ ...point });
    }
  });
}

/** Shows what is filtered, selected and on the path, by classes; nothing moves. */
function syncClasses(cy: Core): void {
  const { nodes, path } = picture.value;
  const chosen = view.selectedId.value;
  const shown = new Set([...nodes.values()].filter(isShown).map(({ id }) => id));
  cy.batch(() => {
    cy.elements().removeClass('chosen near faint path off');
    cy.nodes()
      .filter((node) => !shown.has(node.id()))
      .addClass('off');
    const onPath = path.reduce((found, id) => found.union(cy.getElementById(id)), cy.collection());
    onPath.addClass('path');
    const selected = chosen === null ? cy.collection() : cy.collection().union(cy.getElementById(chosen));
    selected.addClass('chosen');
    if (selected.empty() && onPath.empty()) return;
    // A node keeps its neighbours in full colour, a relationship its two ends.
    const kept = selected.union(selected.neighborhood()).union(selected.connectedNodes()).union(onPath);
    cy.elements().difference(kept).addClass('faint');
    const edges = selected.connectedEdges();
    if (edges.length <= mostCaptions) edges.addClass('near');
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
