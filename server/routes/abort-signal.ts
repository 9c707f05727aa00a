import type { Response } from 'express';

/** One for each response: doors and routes that it passes ask for it, too. */
const signals = new WeakMap<Response, AbortSignal>();

/**
 * A signal that is aborted when the caller goes away before it has its answer: the database then stops too. It may be asked
 * for late: between two routers, Express lets other things happen, and the caller may go in that moment.
 */
export function abortSignal(response: Response): AbortSignal {
  const known = signals.get(response);
  if (known) return known;
  const controller = new AbortController();
  const abort = () => {
    if (!response.writableFinished) controller.abort();
  };
  if (response.closed) abort();
  else response.once('close', abort);
  signals.set(response, controller.signal);
  return controller.signal;
}
