import { startWorker } from './start-worker.ts';
import type { LayoutTask, Places } from './task.ts';
import type { LayoutReply } from './worker.ts';

let worker: Worker | undefined;

/**
 * Has a picture laid out by a worker, which is made when first needed and kept. Rejects when the worker cannot be had or
 * fails. Stopped by its signal, it ends the worker and resolves to null.
 */
export function runLayout(task: LayoutTask, stopped: AbortSignal): Promise<Places | null> {
  const own = (worker ??= startWorker());
  const answered = new AbortController();
  const letGo = (): void => {
    answered.abort();
    own.terminate();
    if (worker === own) worker = undefined;
  };
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      letGo();
      resolve(null);
    };
    const fail = (reason: string): void => {
      letGo();
      reject(new Error(reason));
    };
    const onAnswer = ({ data }: MessageEvent<LayoutReply>): void => {
      if ('failed' in data) return fail(data.failed);
      answered.abort();
      resolve(data.places);
    };
    const { signal } = answered;
    stopped.addEventListener('abort', stop, { signal });
    own.addEventListener('error', ({ message }) => fail(message), { signal });
    own.addEventListener('message', onAnswer, { signal });
    own.postMessage(task, []);
  });
}
