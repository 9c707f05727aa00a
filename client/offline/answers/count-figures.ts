import type { FileGraph } from '../file-graph.ts';

/** How many figures cite a passage. */
export function countFigures(graph: FileGraph, passageId: string): number {
  const citing = graph
    .around(passageId)
    .filter(({ isOut, relationship, other }) => !isOut && relationship.type === 'CITES' && isFigure(other));
  return new Set(citing.map(({ other }) => other.id)).size;
}

const isFigure = ({ labels }: { labels: readonly string[] }): boolean => labels.includes('Figure');
