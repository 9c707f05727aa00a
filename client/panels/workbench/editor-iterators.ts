/**
 * The language support makes arrays of iterators by a method that browsers have since 2024 or 2025 only: gives it to
 * iterators that lack it.
 */
export function letIteratorsMakeArrays(): void {
  const iterators: object = Object.getPrototypeOf(Object.getPrototypeOf([].values()));
  if ('toArray' in iterators) return;
  Object.defineProperty(iterators, 'toArray', { configurable: true, writable: true, value: toArray });
}

function toArray(this: Iterable<unknown>): unknown[] {
  return [...this];
}
