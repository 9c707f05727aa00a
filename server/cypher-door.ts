import type { Request, RequestHandler, Response } from 'express';
import express from 'express';
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
const readJson = express.json({
  limit: '64kb',
  verify: (_request, _response, body, encoding) => checkBody(body, encoding),
});

/**
 * What every typed query passes before it is answered, whatever is to become of it: the caller may type, the body is there,
 * and their turn has come, which ends with the answer.
 * @param longestMs milliseconds that a turn may take, with the time in which its answer is read
 */
export function cypherDoor(access: ConsoleAccess, queue: QueryQueue, longestMs: number): RequestHandler {
  return async (request, response, next) => {
    const signal = abortSignal(response);
    const client = await access.admit(request);
    // Whoever sends slowly takes no turn meanwhile.
    await readBody(request, response);
    holdTurn(response, await queue.enter(client, signal), longestMs);
    next();
  };
}

function checkBody(body: Uint8Array, encoding: string): void {
  if (encoding !== 'utf-8') throw wrongBody(`it is in ${encoding}; only utf-8 is read`);
  const depth = jsonDepth(body);
  if (depth > deepestBody) throw wrongBody(`it nests ${depth} deep; at most ${deepestBody} is allowed`);
}

function wrongBody(reason: string): ProblemError {
  return new ProblemError('invalid-body', `the body: ${reason}`, { values: { reason } });
}

function readBody(request: Request, response: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    readJson(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });
}
