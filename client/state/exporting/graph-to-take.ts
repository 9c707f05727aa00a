import type { Graph } from '../../../server/contract/graph.ts';
import { getWholeGraph } from '../../api/graph.ts';
import { shownIds } from '../picture/filters.ts';
import { picture } from '../picture/picture.ts';
import type { ExportProgress } from './export-options.ts';

/**
 * The graph on screen, as the filters let it through, or the whole one, of which it is told where a limit cut it. Rejects
 * as `getWholeGraph` does.
 */
export async function graphToTake(
  what: 'shown' | 'all',
  signal: AbortSignal,
  onProgress: (progress: ExportProgress) => void,
): Promise<Graph> {
  if (what === 'shown') return shownGraph();
  const { nodes, relationships, truncated, total } = await getWholeGraph(signal);
  if (truncated) {
    onProgress({
      cut: {
        nodes: nodes.length,
        allNodes: total.nodes,
        relationships: relationships.length,
        allRelationships: total.relationships,
      },
    });
  }
  return { nodes, relationships };
}

/** What is on screen of the graph: what filters hold back is not, what is in a folded group is. */
export function shownGraph(): Graph {
  const { nodes, relationships } = picture.value;
  return { nodes: [...nodes.values()].filter(isShown), relationships: [...relationships.values()].filter(isShown) };
}

const isShown = ({ id }: { id: string }): boolean => shownIds.value.has(id);
