import type { Point } from '../../server/contract.ts';
import { ontology } from './ontology.ts';
import type { Picture } from './picture.ts';
import { placeAround } from './place-around.ts';
import * as view from './view.ts';

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
  const bySource = new Map<string | undefined, string[]>();
  for (const id of unplaced) {
    const source = sourceOf(id, next);
    const group = bySource.get(source);
    if (group) group.push(id);
    else bySource.set(source, [id]);
  }
  const placed = new Map(view.positions.value);
  for (const [source, ids] of bySource) {
    const taken = [...next.nodes.keys()].flatMap((id) => placed.get(id) ?? placeOf(id) ?? []);
    const from = (source && (placed.get(source) ?? placeOf(source))) || (taken[0] ?? { x: 0, y: 0 });
    for (const [id, place] of placeAround(from, taken, ids)) placed.set(id, place);
  }
  view.positions.value = placed;
  return false;
}

/** The node on screen beside which a newcomer belongs: the one that brought it, else a neighbour with a place. */
function sourceOf(id: string, next: Picture): string | undefined {
  const bringer = next.more.get(id)?.source ?? next.broughtBy.get(id);
  if (bringer !== undefined && placeOf(bringer)) return bringer;
  for (const { start: from, end } of next.relationships.values()) {
    if (from === id && placeOf(end)) return end;
    if (end === id && placeOf(from)) return from;
  }
  return undefined;
}
