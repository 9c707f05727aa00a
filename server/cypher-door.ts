import type { RequestHandler } from 'express';
import { Router } from 'express';
import { clientOf } from './client-of.ts';
import type { QueryQueue } from './query-queue.ts';
import { abortSignal } from './routes/abort-signal.ts';

/** What every typed query passes before its route, whichever it is: it waits for its turn, and gives it back at its end. */
export function cypherDoor(queue: QueryQueue): Router {
  const router = Router();
  router.post('/cypher{/*rest}', waitForTurn(queue));
  return router;
}

function waitForTurn(queue: QueryQueue): RequestHandler {
  return async (request, response, next) => {
    const leave = await queue.enter(clientOf(request), abortSignal(response));
    response.once('close', leave);
    next();
  };
}
