import type { Point } from '../../server/contract/point.ts';
import { concentricLayout } from './concentric-layout.ts';
import { makeRoom } from './make-room.ts';
import { separate } from './separate.ts';
import { setUpright } from './set-upright.ts';
import type { Box, LayoutRelationship, LayoutTask, Places } from './task.ts';
import { treeLayout } from './tree-layout.ts';

/** The most nodes that fcose lays out in the time of a breath. */
const mostForFcose = 400;
/** Units between the members of a group and its border. */
const groupPadding = 30;

/**
 * Gives every node its place. Deterministic: the same nodes, relationships and fixed places give the same picture. A
 * group is laid out by itself, then takes part in the whole as one large box.
 */
export async function arrange(task: LayoutTask): Promise<Places> {
  const { nodes, relationships } = task;
  const groupIds = [...new Set(nodes.flatMap(({ groupId }) => groupId ?? []))].toSorted();
  if (groupIds.length === 0) return arrangeBoxes(task);
  const inner = await Promise.all(groupIds.map((id) => arrangeGroup(id, task)));
  const groupOf = new Map(nodes.map(({ id, groupId }) => [id, groupId ?? id]));
  const outer = await arrangeBoxes({
    ...task,
    nodes: [...nodes.filter(({ groupId }) => groupId === null), ...inner.map(({ box }) => box)],
    relationships: relationships.map(({ start, end, isHierarchy, isFromAbove }) => ({
      start: groupOf.get(start) ?? start,
      end: groupOf.get(end) ?? end,
      isHierarchy,
      isFromAbove,
    })),
    middle: groupOf.get(task.middle ?? '') ?? null,
  });
  const all = new Map(outer);
  for (const { box, places } of inner) {
    all.delete(box.id);
    for (const [id, place] of moved(places, between(box, outer.get(box.id)))) all.set(id, place);
  }
  return all;
}

/** A group's members round each other, and the box that they need together. */
async function arrangeGroup(id: string, task: LayoutTask): Promise<{ box: Box; places: Places }> {
  const members = task.nodes.filter(({ groupId }) => groupId === id);
  const ids = new Set(members.map((member) => member.id));
  const relationships = task.relationships.filter(({ start, end }) => ids.has(start) && ids.has(end));
  const places = await arrangeBoxes({ ...task, nodes: members, relationships, middle: null });
  const [left, top, right, bottom] = boundsOf(members, places);
  const box = {
    id,
    x: (left + right) / 2,
    y: (top + bottom) / 2,
    width: right - left + 2 * groupPadding,
    height: bottom - top + 2 * groupPadding,
    below: 0,
    // Where one member must stay, the others stay round it.
    isFixed: members.some(({ isFixed }) => isFixed),
    groupId: null,
  };
  return { box, places };
}

async function arrangeBoxes({ kind, nodes, relationships, middle, isUpright = false }: LayoutTask): Promise<Places> {
  const ids = new Set(nodes.map(({ id }) => id));
  const inside = relationships.filter(({ start, end }) => ids.has(start) && ids.has(end) && start !== end);
  const places = await placesBy(kind, nodes, inside, { middle, isUpright });
  return withFixed(nodes, places);
}

async function placesBy(
  kind: LayoutTask['kind'],
  boxes: readonly Box[],
  relationships: readonly LayoutRelationship[],
  { middle, isUpright }: { middle: string | null; isUpright: boolean },
): Promise<Places> {
  if (boxes.length < 2) return new Map(boxes.map(({ id }) => [id, { x: 0, y: 0 }]));
  if (kind === 'tree') {
    const ids = boxes.map(({ id }) => id);
    return separate(boxes, anchored(boxes, treeLayout(ids, relationships)));
  }
  if (kind === 'concentric') return separate(boxes, anchored(boxes, concentricLayout(boxes, relationships, middle)));
  const isSmall = boxes.length <= mostForFcose;
  const places = isSmall
    ? (await import('./fcose-layout.ts')).fcoseLayout(boxes, relationships)
    : (await import('./atlas-layout.ts')).atlasLayout(boxes, relationships);
  const isTurned = isUpright && boxes.every(({ isFixed }) => !isFixed);
  const turned = isTurned ? setUpright(boxes, places) : places;
  return separate(boxes, withFixed(boxes, makeRoom(boxes, turned, !isSmall)));
}

/** Moves a whole layout to where it agrees best with the fixed nodes, and these to their own places. */
function anchored(boxes: readonly Box[], places: Places): Places {
  const fixed = boxes.filter(({ isFixed }) => isFixed);
  const shifts = fixed.map(({ id, x, y }) => between(places.get(id) ?? { x, y }, { x, y }));
  return withFixed(boxes, moved(places, { x: mean(shifts.map(({ x }) => x)), y: mean(shifts.map(({ y }) => y)) }));
}

function withFixed(boxes: readonly Box[], places: Places): Places {
  const fixed = boxes.filter(({ isFixed }) => isFixed).map(({ id, x, y }) => [id, { x, y }] as const);
  return new Map([...places, ...fixed]);
}

const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);

const between = (from: Point, to: Point = from): Point => ({ x: to.x - from.x, y: to.y - from.y });

const moved = (places: Places, by: Point): Places =>
  new Map([...places].map(([id, { x, y }]) => [id, { x: x + by.x, y: y + by.y }]));

function boundsOf(boxes: readonly Box[], places: Places): [number, number, number, number] {
  const bounds: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { id, width, height, below } of boxes) {
    const { x, y } = places.get(id) ?? { x: 0, y: 0 };
    bounds[0] = Math.min(bounds[0], x - width / 2);
    bounds[1] = Math.min(bounds[1], y - height / 2);
    bounds[2] = Math.max(bounds[2], x + width / 2);
    bounds[3] = Math.max(bounds[3], y + height / 2 + below);
  }
  return bounds;
}
