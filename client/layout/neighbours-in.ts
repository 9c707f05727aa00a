import type { Box, LayoutRelationship } from './task.ts';

/** The neighbours of each node, each once, without itself. */
export function neighboursIn(
  boxes: readonly Box[],
  relationships: readonly LayoutRelationship[],
): Map<string, string[]> {
  const next = new Map(boxes.map(({ id }) => [id, new Set<string>()]));
  for (const { start, end } of relationships) {
    if (start === end) continue;
    next.get(start)?.add(end);
    next.get(end)?.add(start);
  }
  return new Map([...next].map(([id, others]) => [id, [...others]]));
}
