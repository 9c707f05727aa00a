import type { Store } from './store/store.ts';

/** How many nodes and relationships there are, and whether they are a part only, which a load that ended half-way has left. */
export type Counts = Awaited<ReturnType<Store['count']>> & { isUnfinished?: true };

/** Counts what belongs to one data set; undefined where it cannot be told from what else its database holds. Rejects with a ProblemError. */
export type Count = (options: Parameters<Store['count']>[0]) => Promise<Counts | undefined>;

/** The numbers of a data set's nodes and relationships, by a count of its own where its database holds others, too. Rejects with a ProblemError. */
export function countOf(
  { store, count }: { store: Store; count?: Count | undefined },
  signal?: AbortSignal,
): Promise<Counts | undefined> {
  const options = signal ? { signal } : {};
  return count ? count(options) : store.count(options);
}
