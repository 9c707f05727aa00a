import { ProblemError } from '../problem-error.ts';
import type { Batch } from './store.ts';

/** Refuses a batch in which an id comes twice or a relationship ends nowhere. Throws a ProblemError that names it. */
export function checkBatch({ nodes, relationships }: Batch): void {
  const nodeIds = unique('node', nodes);
  unique('relationship', relationships);
  for (const { id, start, end } of relationships) {
    const missing = [start, end].find((nodeId) => !nodeIds.has(nodeId));
    if (missing !== undefined) {
      throw new ProblemError('internal', `the relationship ${id} ends at ${missing}, which is no node of the batch`);
    }
  }
}

function unique(kind: string, items: { id: string }[]): Set<string> {
  const ids = new Set<string>();
  for (const { id } of items) {
    if (ids.has(id)) throw new ProblemError('internal', `the batch has two of the ${kind} ${id}`);
    ids.add(id);
  }
  return ids;
}
