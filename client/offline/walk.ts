import type { Around, FileGraph } from './file-graph.ts';
import { inOrder } from './in-order.ts';

interface Walk {
  graph: FileGraph;
  /** Types of relationships that may be walked along, in either direction. */
  types: readonly string[];
  maxHops: number;
  isShortestOnly: boolean;
}

/**
 * Paths between two nodes that come to no node twice, each the ids of its nodes and relationships in turn: the shorter
 * first, then by the ids of their nodes, then by those of their relationships. They are looked for one at a time, so that
 * who takes few waits for few.
 */
export function* pathsBetween(from: string, to: string, walk: Walk): Generator<string[]> {
  const left = hopsTo(to, walk);
  const fewest = left.get(from);
  if (fewest === undefined) return;
  const longest = walk.isShortestOnly ? fewest : walk.maxHops;
  for (let hops = fewest; hops <= Math.min(longest, walk.maxHops); hops++) {
    for (const nodes of nodesOfPaths([from], to, hops, left, walk)) yield* alongNodes(nodes, walk);
  }
}

/** How many hops each node is away from one; what is further than may be walked is left out. */
function hopsTo(id: string, walk: Walk): Map<string, number> {
  const hops = new Map([[id, 0]]);
  let reached = [id];
  for (let hop = 1; hop <= walk.maxHops && reached.length > 0; hop++) {
    const next = new Set(reached.flatMap((node) => neighboursOf(node, walk)));
    reached = [...next].filter((node) => !hops.has(node));
    for (const node of reached) hops.set(node, hop);
  }
  return hops;
}

/** The nodes of every path of exactly so many hops more, in the order of their ids. */
function* nodesOfPaths(
  path: readonly string[],
  to: string,
  hops: number,
  left: ReadonlyMap<string, number>,
  walk: Walk,
): Generator<readonly string[]> {
  const last = path.at(-1) ?? '';
  if (hops === 0) {
    yield path;
    return;
  }
  for (const next of neighboursOf(last, walk)) {
    const isInTime = (left.get(next) ?? Infinity) <= hops - 1;
    const isEnd = next === to;
    if (isInTime && isEnd === (hops === 1) && !path.includes(next)) {
      yield* nodesOfPaths([...path, next], to, hops - 1, left, walk);
    }
  }
}

/** Every way along the nodes of a path: two nodes may have several relationships. */
function* alongNodes([first = '', ...rest]: readonly string[], walk: Walk): Generator<string[]> {
  const [second] = rest;
  if (second === undefined) {
    yield [first];
    return;
  }
  const between = walkable(first, walk)
    .filter(({ other }) => other.id === second)
    .toSorted(inOrder(({ relationship }) => relationship.id));
  for (const { relationship } of between) {
    for (const way of alongNodes(rest, walk)) yield [first, relationship.id, ...way];
  }
}

const walkable = (id: string, { graph, types }: Walk): Around[] =>
  graph.around(id).filter(({ relationship }) => types.includes(relationship.type));

const neighboursOf = (id: string, walk: Walk): string[] =>
  [...new Set(walkable(id, walk).map(({ other }) => other.id))].toSorted(inOrder((other) => other));
