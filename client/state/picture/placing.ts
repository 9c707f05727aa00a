import type { Point } from '../../../server/contract/point.ts';
import { ontology } from '../ontology.ts';
import type { Picture } from './picture.ts';
import { placeAround } from './place-around.ts';
import * as view from '../view/view.ts';

/** Where a node stands: where the reader or a layout put it, else where the data set ships it. */
export function placeOf(id: string): Point | undefined {
  return view.positions.value.get(id) ?? ontology.value?.positions[id];
}

/**
 * Gives each node without a place one near the node that brought it. Answers true where most of a picture has no
 * place at all, so that it must be laid out.
 */
export function placeNewcomers(next: Picture): boolean {
  const isLayoutAsked = view.layout.value !== 'given' && view.positions.value.size === 0;
  const unplaced = [...next.nodes.keys(), ...next.more.keys()].filter((id) => placeOf(id) === undefined);
  if (isLayoutAsked) return true;
  if (unplaced.length === 0) return false;
  if (unplaced.length >= next.nodes.size) return true;
  const placed = new Map(view.positions.value);
  const placeNow = (id: string): Point | undefined => placed.get(id) ?? placeOf(id);
  const neighbours = neighboursOf(unplaced, next);
  const beside = besideAll([...next.nodes.keys()].flatMap((id) => placeNow(id) ?? []));
  let waiting = unplaced;
  while (waiting.length > 0) {
    const isPlaced = (id: string): boolean => placeNow(id) !== undefined;
    for (const [source, ids] of nextGroups(waiting, next, neighbours, isPlaced)) {
      const taken = [...next.nodes.keys()].flatMap((id) => placeNow(id) ?? []);
      const from = (source === null ? undefined : placeNow(source)) ?? beside;
      for (const [id, place] of placeAround(from, taken, ids)) placed.set(id, place);
    }
    waiting = waiting.filter((id) => !isPlaced(id));
  }
  view.positions.value = placed;
  return false;
}

/** Units of the picture between it and what nothing on it leads to. */
const gap = 260;

/** Where there is room beside all that is there. */
function besideAll(places: readonly Point[]): Point {
  const right = places.reduce((most, { x }) => Math.max(most, x), -Infinity);
  const middle = places.reduce((sum, { y }) => sum + y / places.length, 0);
  return places.length === 0 ? { x: 0, y: 0 } : { x: right + gap, y: middle };
}

/**
 * Newcomers that can be placed now, by the node beside which they belong: the one that brought them, else a neighbour with a
 * place. Where there is none, by null: all that are related to no other newcomer, or else the first one, which the others follow.
 */
function nextGroups(
  waiting: readonly string[],
  next: Picture,
  neighbours: ReadonlyMap<string, readonly string[]>,
  isPlaced: (id: string) => boolean,
): Map<string | null, string[]> {
  const groups = new Map<string | null, string[]>();
  for (const id of waiting) {
    const bringer = next.more.get(id)?.source ?? next.broughtBy.get(id);
    const candidates = [...(bringer === undefined ? [] : [bringer]), ...(neighbours.get(id) ?? [])];
    const source = candidates.find(isPlaced);
    if (source === undefined) continue;
    const group = groups.get(source);
    if (group) group.push(id);
    else groups.set(source, [id]);
  }
  if (groups.size > 0) return groups;
  const alone = waiting.filter((id) => (neighbours.get(id) ?? []).length === 0);
  return new Map([[null, alone.length > 0 ? alone : waiting.slice(0, 1)]]);
}

/** The neighbours on the picture of each of some nodes. */
function neighboursOf(ids: readonly string[], { relationships }: Picture): Map<string, string[]> {
  const neighbours = new Map<string, string[]>(ids.map((id) => [id, []]));
  for (const { start, end } of relationships.values()) {
    if (start === end) continue;
    neighbours.get(start)?.push(end);
    neighbours.get(end)?.push(start);
  }
  return neighbours;
}
