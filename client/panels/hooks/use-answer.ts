import { useEffect, useState } from 'react';
import type { Problem } from '../../../server/contract/problem.ts';
import { problemOf } from '../../state/notices.ts';

export type Asked<Answer> =
  | { kind: 'waiting' }
  | { kind: 'answered'; answer: Answer }
  | { kind: 'failed'; problem: Problem };

/**
 * What a question that a panel asks came to; dropped when the panel goes.
 * @param ask asks anew whenever it is another function: keep it with `useCallback`
 */
export function useAnswer<Answer>(ask: (stopped: AbortSignal) => Promise<Answer>): Asked<Answer> {
  const [asked, setAsked] = useState<{ by: typeof ask; state: Asked<Answer> } | null>(null);
  useEffect(() => {
    const controller = new AbortController();
    ask(controller.signal)
      .then((answer) => setAsked({ by: ask, state: { kind: 'answered', answer } }))
      .catch((error: unknown) => {
        if (!controller.signal.aborted) setAsked({ by: ask, state: { kind: 'failed', problem: problemOf(error) } });
      });
    return () => controller.abort();
  }, [ask]);
  return asked?.by === ask ? asked.state : { kind: 'waiting' };
}
