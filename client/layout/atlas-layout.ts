import { UndirectedGraph } from 'graphology';
import forceAtlas2 from 'graphology-layout-forceatlas2';
import { seededChance } from './seeded-chance.ts';
import type { Box, LayoutRelationship, Places } from './task.ts';

/** Rounds by size: a large graph takes its shape in fewer than one can wait for. */
const roundsOf = (count: number): number => Math.round(Math.min(240, Math.max(40, 240_000 / count)));
/** Units between neighbours, roughly: room for a caption. */
const spacing = 120;

/** The force layout for what fcose would take minutes for: ForceAtlas2, from a seeded start. */
export function atlasLayout(boxes: readonly Box[], relationships: readonly LayoutRelationship[]): Places {
  const chance = seededChance();
  const reach = spacing * Math.sqrt(boxes.length);
  const graph = new UndirectedGraph();
  for (const { id, x, y, isFixed } of boxes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    const start = { x: (chance() - 0.5) * reach, y: (chance() - 0.5) * reach };
    graph.addNode(id, isFixed ? { x, y, fixed: true } : start);
  }
  for (const { start, end } of relationships) if (start !== end) graph.mergeEdge(start, end);
  const settings = {
    barnesHutOptimize: true,
    barnesHutTheta: 0.8,
    gravity: 0.4,
    scalingRatio: spacing,
    slowDown: 1 + Math.log(boxes.length),
  };
  return new Map(Object.entries(forceAtlas2(graph, { iterations: roundsOf(boxes.length), settings })));
}
