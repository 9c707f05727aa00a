import { Router } from 'express';
import { clientOf } from './client-of.ts';
import type { QueryQueue } from './query-queue.ts';
import { abortSignal } from './routes/abort-signal.ts';

/** Lets a named query wait for its client's turn, which lasts until its answer is sent or the caller gone. */
export function namedDoor(queue: QueryQueue): Router {
  const router = Router();
  router.get('/queries/:name', async (request, response, next) => {
    response.once('close', await queue.enter(clientOf(request), abortSignal(response)));
    next();
  });
  return router;
}
