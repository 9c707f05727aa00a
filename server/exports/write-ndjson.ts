import type { Node, Relationship } from '../contract/graph.ts';
import type { Problem } from '../contract/problem.ts';
import { RecentSet } from '../store/recent-set.ts';
import type { StreamPart } from '../store/store.ts';
import { summaryOf } from './summary-of.ts';

/** Ids of which is remembered that they were told; older ones are told again. */
const remembered = 50_000;

/**
 * An answer as lines of JSON: first its columns, then each row with the nodes and relationships that no row shortly before
 * it had, at last a summary, or the problem that ended it.
 */
export async function* writeNdjson(
  parts: AsyncIterable<StreamPart>,
  toProblem: (error: unknown) => Problem,
): AsyncGenerator<string> {
  const toldNodes = new RecentSet(remembered);
  const toldRelationships = new RecentSet(remembered);
  const untold = (nodes: Node[], relationships: Relationship[]) => ({
    nodes: nodes.filter(({ id }) => toldNodes.add(id)),
    relationships: relationships.filter(({ id }) => toldRelationships.add(id)),
  });
  try {
    for await (const part of parts) {
      if (part.kind === 'columns') yield line({ columns: part.columns });
      else if (part.kind === 'end') yield line({ summary: summaryOf(part) });
      else
        yield part.rows.map(({ row, nodes, relationships }) => line({ row, ...untold(nodes, relationships) })).join('');
    }
  } catch (error) {
    yield line({ problem: toProblem(error) });
  }
}

function line(content: object): string {
  return `${JSON.stringify(content)}\n`;
}
