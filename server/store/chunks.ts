/** Nodes or relationships that are written at once: measured as the best of 100 to 50,000. */
export const chunkSize = 5_000;

/** Items that are kept back until there are enough of one kind to be written at once. */
const mostKept = 10 * chunkSize;

/** Items of one kind that are written at once. */
export interface Chunk<Item> {
  kind: string;
  items: Item[];
}

/**
 * Items in chunks of the same kind, as far as that can be had without keeping many of them. It goes through them once, and
 * is never farther ahead than what it keeps.
 */
export function* chunksByKind<Item>(items: Iterable<Item>, kindOf: (item: Item) => string): Generator<Chunk<Item>> {
  const kept = new Map<string, Item[]>();
  let count = 0;
  for (const item of items) {
    const kind = kindOf(item);
    const group = kept.get(kind) ?? [];
    group.push(item);
    kept.set(kind, group);
    count += 1;
    if (group.length < chunkSize && count < mostKept) continue;
    // Of many kinds, none may have enough: then half of what is kept goes, the largest groups first.
    const ready = group.length === chunkSize ? [{ kind, items: group }] : largestHalf(kept);
    for (const chunk of ready) {
      kept.delete(chunk.kind);
      count -= chunk.items.length;
      yield chunk;
    }
  }
  for (const [kind, rest] of kept) yield { kind, items: rest };
}

/** Items in chunks, in their order. */
export function* chunks<Item>(items: readonly Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunkSize) yield items.slice(start, start + chunkSize);
}

function largestHalf<Item>(groups: ReadonlyMap<string, Item[]>): Chunk<Item>[] {
  const all = Array.from(groups, ([kind, items]) => ({ kind, items }));
  const bySize = all.toSorted((one, other) => other.items.length - one.items.length);
  let left = mostKept / 2;
  return bySize.filter(({ items }) => {
    const isTaken = left > 0;
    left -= items.length;
    return isTaken;
  });
}
