import type { Node, Relationship } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import type { Batch } from './store.ts';

/** Sees that a batch hangs together while it is gone through: first its nodes, then its relationships. */
export class BatchCheck {
  readonly #nodeIds = new Set<string>();
  readonly #relationshipIds = new Set<string>();

  /** Throws a ProblemError for an id that another node had. */
  node({ id }: Node): void {
    add(this.#nodeIds, id, 'node');
  }

  /** Throws a ProblemError for an id that another relationship had, or for an end that is no node of the batch. */
  relationship({ id, start, end }: Relationship): void {
    add(this.#relationshipIds, id, 'relationship');
    const missing = [start, end].find((nodeId) => !this.#nodeIds.has(nodeId));
    if (missing === undefined) return;
    throw new ProblemError('internal', `the relationship ${id} ends at ${missing}, which is no node of the batch`);
  }
}

/** Sees that all of a batch hangs together. Throws a ProblemError. */
export function checkBatch({ nodes, relationships }: Pick<Batch, 'nodes' | 'relationships'>): void {
  const check = new BatchCheck();
  for (const node of nodes) check.node(node);
  for (const relationship of relationships) check.relationship(relationship);
}

function add(ids: Set<string>, id: string, what: string): void {
  if (ids.has(id)) throw new ProblemError('internal', `the batch has two of the ${what} ${id}`);
  ids.add(id);
}
