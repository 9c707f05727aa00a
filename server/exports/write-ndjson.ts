import type { Node, Problem, Relationship } from '../contract.ts';
import type { StreamPart } from '../store/store.ts';

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
  const isNewNode = newcomers();
  const isNewRelationship = newcomers();
  const told = (nodes: Node[], relationships: Relationship[]) => ({
    nodes: nodes.filter(({ id }) => isNewNode(id)),
    relationships: relationships.filter(({ id }) => isNewRelationship(id)),
  });
  try {
    for await (const part of parts) {
      if (part.kind === 'columns') yield line({ columns: part.columns });
      else if (part.kind === 'end') yield line({ summary: summaryOf(part) });
      else
        yield part.rows.map(({ row, nodes, relationships }) => line({ row, ...told(nodes, relationships) })).join('');
    }
  } catch (error) {
    yield line({ problem: toProblem(error) });
  }
}

function summaryOf({ rows, truncated, ms, notices }: Extract<StreamPart, { kind: 'end' }>): object {
  return { rows, truncated, ms, notices };
}

function line(content: object): string {
  return `${JSON.stringify(content)}\n`;
}

/** Tells whether an id is new; what it remembers does not grow with the answer. */
function newcomers(): (id: string) => boolean {
  const known = new Set<string>();
  return (id) => {
    if (known.has(id)) return false;
    known.add(id);
    const [oldest] = known;
    if (known.size > remembered && oldest !== undefined) known.delete(oldest);
    return true;
  };
}
