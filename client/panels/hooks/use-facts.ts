import { useEffect, useState } from 'react';
import type { Problem } from '../../../server/contract/problem.ts';
import { fetchFacts, missingOf } from '../../state/reading/why.ts';

/** Fetches the facts of some ids, once they are shown: undefined while they are awaited, then null or what went wrong. */
export function useFacts(ids: readonly string[]): Problem | null | undefined {
  const wanted = ids.join('\n');
  const [ended, setEnded] = useState<{ of: string; problem: Problem | null } | null>(() =>
    missingOf(ids).length === 0 ? { of: wanted, problem: null } : null,
  );
  useEffect(() => {
    const stop = new AbortController();
    const fetchThem = async (): Promise<void> => {
      const problem = await fetchFacts(wanted.split('\n'), stop.signal);
      if (!stop.signal.aborted) setEnded({ of: wanted, problem });
    };
    void fetchThem();
    return () => stop.abort();
  }, [wanted]);
  return ended?.of === wanted ? ended.problem : undefined;
}
