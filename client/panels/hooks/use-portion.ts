import { useState } from 'react';

/** As much of a long list as is on the page, how much is left, and what brings the next part. */
export interface Portion<Item> {
  shown: readonly Item[];
  left: number;
  next: number;
  showMore: () => void;
}

/** Shows a list in portions of `size`, so that a list of any length costs the page no more than the reader asks for. */
export function usePortion<Item>(items: readonly Item[], size: number): Portion<Item> {
  const [most, setMost] = useState(size);
  const left = Math.max(0, items.length - most);
  return { shown: items.slice(0, most), left, next: Math.min(left, size), showMore: () => setMost(most + size) };
}
