import type { Tally } from '../server/store/store.ts';

/** What differs, in words: `3 added, 1 changed, 0 removed, 1,204 unchanged`. */
export function tallyText(tally: Tally): string {
  const kinds = ['added', 'changed', 'removed', 'unchanged'] as const;
  return kinds.map((kind) => `${tally[kind].toLocaleString('en')} ${kind}`).join(', ');
}
