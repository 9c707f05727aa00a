import type { Node, Relationship } from '../contract/graph.ts';
import { ProblemError } from '../problem-error.ts';
import { IdHashes } from './id-hashes.ts';
import type { Batch, Records } from './store.ts';

type Content = Pick<Batch, 'nodes' | 'relationships'>;

/**
 * Sees that a batch hangs together while it is gone through: first its nodes, then its relationships, then `finish`. An end
 * that is no node may be let through once in a thousand billion times: what writes it notices.
 */
export class BatchCheck {
  readonly #nodeIds = new IdHashes();
  readonly #relationshipIds = new IdHashes();

  node({ id }: Pick<Node, 'id'>): void {
    this.#nodeIds.add(id);
  }

  /** Throws a ProblemError for an end that is no node of the batch. */
  relationship({ id, start, end }: Pick<Relationship, 'id' | 'start' | 'end'>): void {
    this.#relationshipIds.add(id);
    const missing = [start, end].find((nodeId) => !this.#nodeIds.mayHave(nodeId));
    if (missing === undefined) return;
    throw new ProblemError('internal', `the relationship ${id} ends at ${missing}, which is no node of the batch`);
  }

  /** Throws a ProblemError for an id that two nodes or two relationships have. All of them have been checked. */
  finish({ nodes, relationships }: Content): void {
    refuseRepeats(this.#nodeIds, nodes, 'node');
    refuseRepeats(this.#relationshipIds, relationships, 'relationship');
  }
}

/** Sees that all of a batch hangs together. Throws a ProblemError. */
export function checkBatch(batch: Content): void {
  const check = new BatchCheck();
  for (const node of bareOf(batch.nodes)) check.node(node);
  for (const relationship of bareOf(batch.relationships)) check.relationship(relationship);
  check.finish(batch);
}

/** Nodes or relationships as far as their properties do not matter. */
export function bareOf<Item extends { properties: unknown }>(
  records: Records<Item>,
): Iterable<Omit<Item, 'properties'>> {
  return records.bare?.() ?? records;
}

function refuseRepeats(hashes: IdHashes, items: Iterable<{ id: string }>, what: string): void {
  if (!hashes.mayHaveRepeats) return;
  const ids = new Set<string>();
  for (const { id } of items) {
    if (!hashes.mayRepeat(id)) continue;
    if (ids.has(id)) throw new ProblemError('internal', `the batch has two of the ${what} ${id}`);
    ids.add(id);
  }
}
