import type { Request, Response } from 'express';
import express, { Router } from 'express';
import type { ConsoleAccess } from './console-access.ts';
import { limitFailures } from './limit-requests.ts';
import type { QueryQueue } from './query-queue.ts';
import { abortSignal } from './routes/abort-signal.ts';

// Bytes for a query of the greatest length, and parameters beside it. Only JSON is taken: a page of another origin cannot
// send it without asking first, and is never allowed to.
const readJson = express.json({ limit: '64kb' });

/**
 * What every typed query passes before its route, whichever it is: the caller may type, the body is there, and it is his
 * turn, which he gives back at the end of the answer.
 */
export function cypherDoor(access: ConsoleAccess, queue: QueryQueue): Router {
  const door = Router();
  door.use(limitFailures(), async (request, response, next) => {
    const signal = abortSignal(response);
    const client = await access.admit(request);
    // Whoever sends slowly takes no turn meanwhile.
    await readBody(request, response);
    response.once('close', await queue.enter(client, signal));
    next();
  });
  const router = Router();
  // With `post`, Express would answer OPTIONS for whatever is behind the door as if it took POST alone.
  router.use('/cypher', (request, response, next) =>
    request.method === 'POST' ? door(request, response, next) : next(),
  );
  return router;
}

function readBody(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    readJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
