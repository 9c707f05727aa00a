/** Characters that a page's own storage has room for, about as many as a browser's. */
const usualRoom = 5_000_000;

/**
 * A storage as browsers have it, which lasts as long as the page.
 * @param room characters that one item may take
 */
export function storageOfPage(room = usualRoom): Storage {
  const items = new Map<string, string>();
  return {
    get length() {
      return items.size;
    },
    clear: () => items.clear(),
    key: (index) => [...items.keys()][index] ?? null,
    getItem: (key) => items.get(key) ?? null,
    removeItem: (key) => void items.delete(key),
    setItem(key, value) {
      if (value.length > room) throw new DOMException('full', 'QuotaExceededError');
      items.set(key, value);
    },
  };
}
