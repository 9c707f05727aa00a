import { effect } from '@preact/signals-core';
import type { Core } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { runLayout } from '../layout/run-layout.ts';
import type { Box, LayoutRelationship, LayoutTask } from '../layout/task.ts';
import { place } from '../state/actions.ts';
import { arranging } from '../state/picture/arranging.ts';
import { drawing } from '../state/picture/drawing.ts';
import type { DrawnNode } from '../state/picture/drawing.ts';
import { t } from '../state/locale.ts';
import { announce, notify } from '../state/notices.ts';
import { typeStyleOf } from '../state/ontology.ts';
import { picture } from '../state/picture/picture.ts';
import { isStill } from '../state/scheme.ts';
import { placeOf } from '../state/picture/placing.ts';
import { isLayoutWanted } from '../state/view/session.ts';
import * as view from '../state/view/view.ts';
import { fitPicture, openPicture, padding } from './camera.ts';
import { roomOf } from './caption-box.ts';
import { drawInPortions } from './draw-in-portions.ts';
import { membersPlace, syncPositions } from './places.ts';

/** Most nodes whose captions get room of their own: where there are more, most captions are hidden anyway. */
const mostWithCaptions = 3_000;
/** Most nodes that move to their new places: more would only stutter. */
const mostAnimated = 400;

/** Lays the picture out as the view says, in a worker, unless the view moves on meanwhile. */
export async function layOutPicture(cy: Core): Promise<void> {
  isLayoutWanted.value = false;
  arranging.peek()?.stop();
  if (cy.destroyed() || cy.nodes().empty()) return;
  const kind = view.layout.value === 'given' ? 'force' : view.layout.value;
  const isFirst = drawing.value.nodes.some(({ id, kind: what }) => what === 'node' && placeOf(id) === undefined);
  const stopping = new AbortController();
  const leaving = new AbortController();
  const own = { stop: () => stopping.abort() };
  arranging.value = own;
  const stopWatching = whenViewMovesOn(() => leaving.abort());
  try {
    const places = await runLayout(
      { ...taskOf(cy, kind), isUpright: isFirst && cy.height() > cy.width() },
      AbortSignal.any([stopping.signal, leaving.signal]),
    );
    if (cy.destroyed() || leaving.signal.aborted) return;
    if (places) await take(cy, places, { isFirst, leaving: leaving.signal });
    else keepPlaces(cy);
    if (places) announce('announce.layout', { layout: t(`layout.${kind}`) });
  } catch {
    if (!cy.destroyed()) keepPlaces(cy);
    notify({ kind: 'word', word: 'notice.layout' });
  } finally {
    stopWatching();
    if (arranging.peek() === own) arranging.value = null;
  }
}

/** What was undone, dragged or opened meanwhile counts more than where a layout comes to. */
function whenViewMovesOn(act: () => void): () => void {
  let isStarted = false;
  return effect(() => {
    void [view.base.value, view.positions.value, view.groups.value, picture.value];
    if (isStarted) act();
    isStarted = true;
  });
}

function taskOf(cy: Core, kind: LayoutTask['kind']): LayoutTask {
  const { nodes, edges } = drawing.value;
  const open = new Set(view.groups.value.filter(({ isFolded }) => !isFolded).map(({ id }) => id));
  return {
    kind,
    nodes: nodes.filter(({ id }) => !open.has(id)).map((node) => boxOf(cy, node, nodes.length <= mostWithCaptions)),
    relationships: edges.map((edge): LayoutRelationship => {
      const { source: start, target: end } = edge;
      if (edge.kind === 'more') return { start, end, isHierarchy: false, isFromAbove: false };
      const { hierarchy, line } = typeStyleOf(edge.relationship.type);
      return { start, end, isHierarchy: hierarchy, isFromAbove: line === 'dashed' };
    }),
    middle: view.selectedId.value,
  };
}

/** Whether no layout moves what is drawn: a node that is pinned, a folded group with a member that is. */
const isPinned = (drawn: DrawnNode): boolean =>
  (drawn.kind === 'group' ? drawn.group.ids : [drawn.id]).some((id) => view.pins.value.has(id));

/** A node with its caption below. */
function boxOf(cy: Core, drawn: DrawnNode, isCaptioned: boolean): Box {
  const node = cy.getElementById(drawn.id);
  const { width, height, below, captionWidth } = roomOf(node);
  return {
    id: drawn.id,
    ...node.position(),
    width: Math.max(width, isCaptioned ? captionWidth : 0),
    height,
    below: isCaptioned ? below : 0,
    isFixed: isPinned(drawn),
    groupId: drawn.groupId,
  };
}

interface Taking {
  /** Whether the picture had no places before, so that it opens rather than changes. */
  isFirst: boolean;
  leaving: AbortSignal;
}

/** Brings nodes to where a layout puts them, and keeps that in the view. */
async function take(cy: Core, all: ReadonlyMap<string, Point>, { isFirst, leaving }: Taking): Promise<void> {
  const places = new Map(
    drawing.value.nodes.flatMap((drawn) => {
      const point = all.get(drawn.id);
      return point && !isPinned(drawn) ? [[drawn.id, point] as const] : [];
    }),
  );
  if (!isStill() && places.size <= mostAnimated) await animate(cy, places, { isFirst, leaving });
  if (cy.destroyed() || leaving.aborted) return;
  place([...places].flatMap(([id, point]) => membersPlace(id, point)));
  if (!isFirst) fitPicture(cy);
  else if (view.camera.peek() === null) openPicture(cy);
  if (places.size > mostAnimated) drawInPortions(cy);
}

async function animate(cy: Core, places: ReadonlyMap<string, Point>, { isFirst, leaving }: Taking): Promise<void> {
  const nodes = cy.nodes(':childless');
  const layout = nodes.layout({
    name: 'preset',
    positions: (id: string) => places.get(id) ?? cy.getElementById(id).position(),
    animate: true,
    animationDuration: 450,
    fit: !isFirst,
    padding,
  });
  const ended = new Promise<void>((resolve) => void layout.one('layoutstop', () => resolve()));
  layout.run();
  await Promise.race([ended, once(leaving)]);
  if (!leaving.aborted || cy.destroyed()) return;
  nodes.stop(true);
  cy.stop(true);
  syncPositions(cy);
}

const once = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve(), { once: true });
  });

/** Lets nodes stay where they stand, where a layout did not come to its end: all have places then. */
function keepPlaces(cy: Core): void {
  const unplaced = drawing.value.nodes.filter(({ id, kind }) => kind !== 'group' && placeOf(id) === undefined);
  if (unplaced.length > 0) place(unplaced.map(({ id }) => [id, { ...cy.getElementById(id).position() }] as const));
}
