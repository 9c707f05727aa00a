import type { Node, Relationship } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';

/** Sees that a batch hangs together while it is gone through: first its nodes, then its relationships. */
export class BatchCheck {
  readonly #nodeIds = new Set<string>();

  /** Throws a ProblemError for an id that another node had. */
  node({ id }: Node): void {
    if (this.#nodeIds.has(id)) throw new ProblemError('internal', `the batch has two of the node ${id}`);
    this.#nodeIds.add(id);
  }

  /** Throws a ProblemError that names a relationship which ends nowhere. */
  relationship({ id, start, end }: Relationship): void {
    const missing = [start, end].find((nodeId) => !this.#nodeIds.has(nodeId));
    if (missing === undefined) return;
    throw new ProblemError('internal', `the relationship ${id} ends at ${missing}, which is no node of the batch`);
  }
}
