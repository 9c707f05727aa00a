import type { Request, Response } from 'express';
import express, { Router } from 'express';
import type { ConsoleAccess } from './console-access.ts';
import { holdTurn } from './hold-turn.ts';
import { jsonDepth } from './json-depth.ts';
import { ProblemError } from './problem-error.ts';
import type { QueryQueue } from './query-queue.ts';
import { abortSignal } from './routes/abort-signal.ts';

/** Levels of lists and maps in the parameters. */
const deepestBody = 100;

// Bytes for a query of the greatest length, and parameters beside it. Only JSON is taken: a page of another origin cannot
// send it without asking first, and is never allowed to.
const readJson = express.json({ limit: '64kb', verify: (_request, _response, body) => checkDepth(body) });

/** Milliseconds that a turn may take, with the time in which its answer is read. */
export interface LongestTurns {
  query: number;
  export: number;
}

/**
 * What every typed query passes before its route, whichever it is: the caller may type, the body is there, and their
 * turn has come, which ends with the answer.
 */
export function cypherDoor(access: ConsoleAccess, queue: QueryQueue, longest: LongestTurns): Router {
  const door = Router();
  door.use(async (request, response, next) => {
    const signal = abortSignal(response);
    const client = await access.admit(request);
    // Whoever sends slowly takes no turn meanwhile.
    await readBody(request, response);
    const leave = await queue.enter(client, signal);
    holdTurn(response, leave, /^\/export\/?$/i.test(request.path) ? longest.export : longest.query);
    next();
  });
  const router = Router();
  // With `post`, Express would answer OPTIONS for whatever is behind the door as if it took POST alone.
  router.use('/cypher', (request, response, next) =>
    request.method === 'POST' ? door(request, response, next) : next(),
  );
  return router;
}

function checkDepth(body: Uint8Array): void {
  const depth = jsonDepth(body);
  if (depth <= deepestBody) return;
  const reason = `it nests ${depth} deep; at most ${deepestBody} is allowed`;
  throw new ProblemError('invalid-body', `the body: ${reason}`, { values: { reason } });
}

function readBody(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    readJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
