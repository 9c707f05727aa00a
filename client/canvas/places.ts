import type { Core } from 'cytoscape';
import type { Point } from '../../server/contract/point.ts';
import { drawing } from '../state/picture/drawing.ts';
import { drawnPlace, middleOf } from '../state/picture/drawn-place.ts';
import { placeOf } from '../state/picture/placing.ts';
import { groups } from '../state/view/view.ts';

/** Brings what is drawn to its places, but for what the reader holds. */
export function syncPositions(cy: Core): void {
  cy.batch(() => {
    for (const drawn of drawing.value.nodes) {
      // Where a group stands follows from its members, unless it stands for them.
      if (drawn.kind === 'group' && !drawn.group.isFolded) continue;
      const point = drawnPlace(drawn);
      const node = cy.getElementById(drawn.id);
      if (point && node.nonempty() && !node.grabbed() && isElsewhere(node.position(), point))
        node.position({ ...point });
    }
  });
}

const isElsewhere = (one: Point, other: Point): boolean => one.x !== other.x || one.y !== other.y;

/** What follows when something drawn comes to a place: a folded group takes its members along. */
export function membersPlace(id: string, point: Point): (readonly [string, Point])[] {
  const group = groups.value.find((other) => other.id === id);
  if (!group) return [[id, point]];
  const places = group.ids.map((member) => placeOf(member));
  const middle = middleOf(places.filter((place) => place !== undefined));
  return group.ids.map((member, index) => {
    const { x, y } = places[index] ?? middle;
    return [member, { x: x + point.x - middle.x, y: y + point.y - middle.y }];
  });
}

const goldenAngle = Math.PI * (3 - Math.sqrt(5));
/** Units between nodes that have no place yet. */
const spacing = 70;

/** A place for a node that has none yet, on a spiral from the middle: for the moment until it is laid out. */
export function placeOnSpiral(index: number): Point {
  const radius = spacing * Math.sqrt(index);
  return { x: radius * Math.cos(index * goldenAngle), y: radius * Math.sin(index * goldenAngle) };
}
