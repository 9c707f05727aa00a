import { computed, signal } from '@preact/signals-core';

/** Requests that wait for the data set. */
const waiting = signal(0);

/** Whether the server opens the data set only now, and requests wait for that. */
export const isBeingOpened = computed(() => waiting.value > 0);

/** Counts a request as one that waits for the data set for as long as `asking` goes on. */
export async function whileItWaits<Result>(asking: () => Promise<Result>): Promise<Result> {
  waiting.value += 1;
  try {
    return await asking();
  } finally {
    waiting.value -= 1;
  }
}

const code = 'data-set-loading';

/** Whether a response says to come back, since the data set is being opened. Its body can be read still. */
export async function saysToComeBack(response: Response): Promise<boolean> {
  if (response.status !== 503) return false;
  const problem: unknown = await response
    .clone()
    .json()
    .catch(() => null);
  return typeof problem === 'object' && problem !== null && 'code' in problem && problem.code === code;
}

/** Waits as long as a response says, a second where it does not. Rejects when `signal` is aborted. */
export function comeBackLater(response: Response, aborted?: AbortSignal): Promise<void> {
  const seconds = Number(response.headers.get('retry-after')) || 1;
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(new DOMException('aborted', 'AbortError'));
    };
    const timer = setTimeout(() => {
      aborted?.removeEventListener('abort', stop);
      resolve();
    }, seconds * 1_000);
    if (aborted?.aborted) stop();
    else aborted?.addEventListener('abort', stop, { once: true });
  });
}
