import type { StreamPart } from '../store/store.ts';

/** What a file says at its end of all of it: whether there were more rows, too. */
export function summaryOf({ rows, truncated, ms, notices }: Extract<StreamPart, { kind: 'end' }>): object {
  return { rows, truncated, ms, notices };
}
