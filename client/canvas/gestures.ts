import { effect } from '@preact/signals-core';
import type { Core, EventObject, NodeSingular } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { moveMany } from '../state/actions.ts';
import { select, selectMany, toggleSelected } from '../state/picture/select-actions.ts';
import { isLassoOn } from '../state/picture/lasso.ts';
import { menu } from '../state/picture/menu.ts';
import { knownRelationship } from '../state/picture/picture.ts';
import { placeOf } from '../state/picture/placing.ts';
import { pointedIds } from '../state/picture/pointed.ts';
import { stopFollowing } from '../state/reading/reading.ts';
import * as view from '../state/view/view.ts';
import { nodesOf } from './nodes-of.ts';

/** Lets pointer and finger do what a reader can do: select one or several, move, ask what can be done. */
export function listen(cy: Core, container: HTMLElement): () => void {
  listenToTaps(cy, container);
  listenToDrags(cy);
  cy.on('mouseover', 'node, edge', ({ target }) => {
    pointedIds.value = [target.id()];
    container.style.cursor = 'pointer';
  });
  cy.on('mouseout', 'node, edge', () => {
    pointedIds.value = [];
    container.style.cursor = '';
  });
  // Who moves the picture by hand wants to look elsewhere.
  cy.on('dragpan', stopFollowing);
  const stops = [listenForLasso(cy, container), keepPointed(cy)];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Marks what is pointed at, here or on the timeline. */
function keepPointed(cy: Core): () => void {
  let marked = cy.collection();
  return effect(() => {
    marked.removeClass('pointed');
    marked = cy.collection();
    for (const id of pointedIds.value) marked.merge(cy.getElementById(id));
    marked.addClass('pointed');
  });
}

/** Whether a click is meant to add to what is selected. */
const isAdding = ({ originalEvent: event }: EventObject): boolean =>
  event instanceof MouseEvent && (event.shiftKey || event.ctrlKey || event.metaKey);

/** Whether something can be done with what is pressed: a line between groups stands for several, none of them alone. */
const hasMenu = ({ target }: EventObject): boolean => target.isNode() || knownRelationship(target.id()) !== undefined;

function listenToTaps(cy: Core, container: HTMLElement): void {
  let isHeld = false;
  cy.on('tapstart', () => (isHeld = false));
  cy.on('tap', (event) => {
    const { target } = event;
    // A finger that was held has opened the menu; lifting it is no click.
    if (isHeld) return;
    if (!isAdding(event)) select(target === cy ? null : target.id());
    else if (target !== cy && target.data('kind') === 'node') toggleSelected(target.id());
  });
  const openMenu = ({ target, renderedPosition }: EventObject): void => {
    const { left, top } = container.getBoundingClientRect();
    const { value: together } = view.selectedIds;
    const ids = together.has(target.id()) ? [...together] : [target.id()];
    menu.value = { ids, x: left + renderedPosition.x, y: top + renderedPosition.y };
  };
  cy.on('cxttap', 'node, edge', (event) => {
    if (hasMenu(event)) openMenu(event);
  });
  cy.on('taphold', 'node, edge', (event) => {
    if (event.originalEvent instanceof MouseEvent || !hasMenu(event)) return;
    isHeld = true;
    openMenu(event);
  });
  const boxed = new Set<string>();
  cy.on('box', 'node', ({ target }) => {
    if (boxed.size === 0) queueMicrotask(() => takeBoxed());
    for (const id of membersOf(target)) boxed.add(id);
  });
  const takeBoxed = (): void => {
    addToSelected(boxed);
    boxed.clear();
  };
}

function addToSelected(ids: Iterable<string>): void {
  selectMany([...view.chosenIds(), ...ids]);
}

/** The nodes that an element of the canvas stands for: itself, or a group's members. */
function membersOf(node: NodeSingular): readonly string[] {
  return view.groups.value.find(({ id }) => id === node.id())?.ids ?? [node.id()];
}

/** What is dragged: a node with those that are selected with it, from where each of them stood. */
interface Drag {
  id: string;
  from: Point;
  companions: readonly NodeSingular[];
  places: ReadonlyMap<string, Point>;
}

function listenToDrags(cy: Core): void {
  let drag: Drag | undefined;
  cy.on('grabon', 'node', ({ target }) => {
    drag = startDrag(cy, target);
  });
  cy.on('drag', 'node', ({ target }) => {
    if (!drag || target.id() !== drag.id) return;
    const { from, companions, places } = drag;
    const { x, y } = target.position();
    cy.batch(() => {
      for (const companion of companions) {
        const start = places.get(companion.id());
        if (start) companion.position({ x: start.x + x - from.x, y: start.y + y - from.y });
      }
    });
  });
  cy.on('dragfreeon', 'node', ({ target }) => {
    if (drag) moveMany(placesAfter(target, drag));
    drag = undefined;
  });
}

function startDrag(cy: Core, target: NodeSingular): Drag {
  const together = view.selectedIds.value.has(target.id()) ? [...view.selectedIds.value] : [];
  const companions = together.filter((id) => id !== target.id()).flatMap((id) => nodesOf(cy.getElementById(id)));
  const places = new Map(companions.map((node) => [node.id(), { ...node.position() }]));
  return { id: target.id(), from: { ...target.position() }, companions, places };
}

/** Where a dragged node, its companions and, for a group, its members stand now. */
function placesAfter(target: NodeSingular, { from, companions }: Drag): [string, Point][] {
  const { x, y } = target.position();
  const moved = companions.map((node): [string, Point] => [node.id(), { ...node.position() }]);
  if (target.data('kind') !== 'group') return [[target.id(), { x, y }], ...moved];
  const members = membersOf(target).flatMap((id): [string, Point][] => {
    const child = target.children().getElementById(id);
    if (child.nonempty()) return [[id, { ...child.position() }]];
    // Folded: members that are not drawn go along.
    const place = placeOf(id);
    return place ? [[id, { x: place.x + x - from.x, y: place.y + y - from.y }]] : [];
  });
  return [...members, ...moved];
}

/** A drag with Alt, or any drag once the lasso is on, draws a line round nodes. */
function listenForLasso(cy: Core, container: HTMLElement): () => void {
  const take = (polygon: readonly Point[], isAdded: boolean): void => {
    const caught = nodesOf(cy.nodes(':visible')).filter((node) => isInside(node.renderedPosition(), polygon));
    const ids = caught.flatMap((node) => (node.isParent() ? [] : membersOf(node)));
    if (isAdded) addToSelected(ids);
    else selectMany(ids);
  };
  const throwLasso = async (stopped: AbortSignal, event?: PointerEvent): Promise<void> => {
    const { drawLasso } = await import('./lasso.ts');
    const line = stopped.aborted ? null : await drawLasso(container, stopped, event);
    isLassoOn.value = false;
    if (line) take(line.polygon, line.isAdded);
  };
  const stop = effect(() => {
    if (!isLassoOn.value) return undefined;
    const stopping = new AbortController();
    void throwLasso(stopping.signal);
    return () => stopping.abort();
  });
  const onPointerDown = (event: PointerEvent): void => {
    if (!event.altKey || event.button !== 0 || isLassoOn.peek()) return;
    // Without this the picture would be dragged as well.
    event.preventDefault();
    event.stopPropagation();
    void throwLasso(new AbortController().signal, event);
  };
  container.addEventListener('pointerdown', onPointerDown, { capture: true });
  return () => {
    stop();
    container.removeEventListener('pointerdown', onPointerDown, { capture: true });
  };
}

/** Whether a point lies inside a closed line, by how often a ray from it crosses the line. */
function isInside({ x, y }: Point, polygon: readonly Point[]): boolean {
  let inside = false;
  for (const [index, one] of polygon.entries()) {
    const other = polygon.at(index - 1) ?? one;
    const isCrossed = one.y > y !== other.y > y && x < ((other.x - one.x) * (y - one.y)) / (other.y - one.y) + one.x;
    if (isCrossed) inside = !inside;
  }
  return inside;
}
