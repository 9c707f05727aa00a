import type { Node, Relationship } from '../contract/graph.ts';
import { nodeFingerprint, relationshipFingerprint, type Fingerprint } from './fingerprint.ts';
import type { Batch, Comparison, CompareOptions, Differences, Tally } from './store.ts';
import { cancelled } from './store-problems.ts';

/** What a store holds of a data set, in portions, read anew each time. Nothing is hidden of it. */
export interface Held {
  nodes(): AsyncIterable<Node[]>;
  relationships(): AsyncIterable<Relationship[]>;
}

export type Fate = 'added' | 'changed' | 'unchanged';

/** Tells of the items of a batch whether they are new, and counts; those that are left in the end are gone. */
export class Differing<Item extends { id: string }> {
  readonly tally: Tally = { added: 0, changed: 0, removed: 0, unchanged: 0 };
  readonly #before = new Map<string, Fingerprint>();
  readonly #fingerprintOf: (item: Item) => Fingerprint;

  constructor(fingerprintOf: (item: Item) => Fingerprint) {
    this.#fingerprintOf = fingerprintOf;
  }

  /** Remembers an item that the store holds. One that it holds twice is like none that there may be. */
  hold(item: Item): void {
    const isKnown = this.#before.has(item.id);
    this.#before.set(item.id, isKnown ? '' : this.#fingerprintOf(item));
    if (!isKnown) this.tally.removed += 1;
  }

  /** Compares an item of the batch, once. */
  compare(item: Item): Fate {
    const fate = this.#fateOf(item);
    this.tally[fate] += 1;
    if (fate !== 'added') this.tally.removed -= 1;
    this.#before.delete(item.id);
    return fate;
  }

  /** Whether an item that the store holds has not been compared with one of the batch. */
  isLeft(id: string): boolean {
    return this.#before.has(id);
  }

  /** The ids of what is not in the batch, once all of the batch has been compared. */
  get left(): Iterable<string> {
    return this.#before.keys();
  }

  #fateOf(item: Item): Fate {
    const before = this.#before.get(item.id);
    if (before === undefined) return 'added';
    return before === this.#fingerprintOf(item) ? 'unchanged' : 'changed';
  }
}

/** Tells of nodes of a batch whether they differ from those that are held. */
export function differingNodes({ key }: Pick<Batch, 'key'>): Differing<Node> {
  return new Differing((node) => nodeFingerprint(node, key));
}

/** The same of relationships. */
export function differingRelationships({ key }: Pick<Batch, 'key'>): Differing<Relationship> {
  return new Differing((relationship) => relationshipFingerprint(relationship, key));
}

/** What a write of the batch would do. */
export async function compareWith(held: Held, batch: Batch, options: CompareOptions): Promise<Comparison> {
  return {
    nodes: await differences(differingNodes(batch), () => held.nodes(), batch.nodes, options),
    relationships: await differences(
      differingRelationships(batch),
      () => held.relationships(),
      batch.relationships,
      options,
    ),
  };
}

async function differences<Item extends { id: string }>(
  differing: Differing<Item>,
  held: () => AsyncIterable<Item[]>,
  items: Iterable<Item>,
  { most, signal }: CompareOptions,
): Promise<Differences<Item>> {
  for await (const portion of held()) {
    if (signal?.aborted) throw cancelled();
    for (const item of portion) differing.hold(item);
  }
  const added: Item[] = [];
  const changed = new Map<string, Item>();
  for (const item of items) {
    const fate = differing.compare(item);
    if (fate === 'added' && added.length < most) added.push(item);
    if (fate === 'changed' && changed.size < most) changed.set(item.id, item);
  }
  const found: Pick<Differences<Item>, 'changed' | 'removed'> = { changed: [], removed: [] };
  const { tally } = differing;
  // What was held is read once more rather than kept: of most of it a fingerprint is enough.
  if (most > 0 && tally.changed + tally.removed > 0) {
    for await (const portion of held()) {
      if (signal?.aborted) throw cancelled();
      for (const before of portion) {
        const after = changed.get(before.id);
        if (after) found.changed.push({ before, after });
        if (differing.isLeft(before.id) && found.removed.length < most) found.removed.push(before);
      }
    }
  }
  return { tally, added, ...found };
}
