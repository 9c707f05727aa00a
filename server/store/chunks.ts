/** Nodes or relationships that are written at once: measured as the best of 100 to 50,000. */
const chunkSize = 5_000;

/** Items with the same key together, in the order in which the keys are first seen. */
export function groups<Item>(items: Item[], keyOf: (item: Item) => string): Item[][] {
  const byKey = new Map<string, Item[]>();
  for (const item of items) {
    const group = byKey.get(keyOf(item));
    if (group) group.push(item);
    else byKey.set(keyOf(item), [item]);
  }
  return [...byKey.values()];
}

export function* chunks<Item>(items: Item[]): Generator<Item[]> {
  for (let start = 0; start < items.length; start += chunkSize) yield items.slice(start, start + chunkSize);
}
