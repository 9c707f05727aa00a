import type { Response } from 'express';

/** A signal that is aborted when the caller goes away before it has its answer: the database then stops too. */
export function abortSignal(response: Response): AbortSignal {
  const controller = new AbortController();
  response.once('close', () => {
    if (!response.writableFinished) controller.abort();
  });
  return controller.signal;
}
