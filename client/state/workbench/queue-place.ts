import { signal } from '@preact/signals-core';
import type { QueryQueueState } from '../../../server/contract/cypher.ts';
import { getQueue } from '../../api/cypher.ts';

/** How busy the server is with typed queries, while one of the reader's runs; null while that is not known. */
export const queue = signal<QueryQueueState | null>(null);

/** Milliseconds before the queue is first asked for, and between two looks: most queries are answered by then. */
const patience = 1_000;

/** Watches the queue. Answers its end. */
export function watchQueue(): () => void {
  const controller = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const look = async (): Promise<void> => {
    // Who does not get to know it waits without.
    const state = await getQueue(controller.signal).catch(() => null);
    if (controller.signal.aborted) return;
    queue.value = state;
    timer = setTimeout(() => void look(), patience);
  };
  timer = setTimeout(() => void look(), patience);
  return () => {
    controller.abort();
    clearTimeout(timer);
    queue.value = null;
  };
}
