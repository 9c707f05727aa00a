import type { RequestHandler } from 'express';
import { clientOf } from './client-of.ts';
import { holdTurn } from './hold-turn.ts';
import type { QueryQueue } from './query-queue.ts';
import { abortSignal } from './routes/abort-signal.ts';

/**
 * Lets a named query, or who asks for the whole graph, wait for its client's turn, which ends with the answer.
 * @param longestMs milliseconds that a turn may take, with the time in which its answer is read
 */
export function namedDoor(queue: QueryQueue, longestMs: number): RequestHandler {
  return async (request, response, next) => {
    holdTurn(response, await queue.enter(clientOf(request), abortSignal(response)), longestMs);
    next();
  };
}
