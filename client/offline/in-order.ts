/** What things are put in order by; null comes last, as it does in a query. */
type Key = string | number | null;

/** Compares by one key after the other, texts by their characters' codes: as a query orders its rows. */
export function inOrder<Item>(...keys: readonly ((item: Item) => Key)[]): (left: Item, right: Item) => number {
  return (left, right) => {
    for (const key of keys) {
      const order = compare(key(left), key(right));
      if (order !== 0) return order;
    }
    return 0;
  };
}

function compare(left: Key, right: Key): number {
  if (left === right) return 0;
  if (left === null) return 1;
  if (right === null) return -1;
  return left < right ? -1 : 1;
}
