import { pipeline } from 'node:stream/promises';
import type { RequestHandler, Response } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { ExportRequest } from '../contract/cypher.ts';
import type { Problem } from '../contract/problem.ts';
import { exportFormats } from '../exports/export-formats.ts';
import { ProblemError } from '../problem-error.ts';
import type { StreamPart } from '../store/store.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';
import { readBody } from './read-body.ts';

/** Milliseconds after the time limit in which a problem may still be told; then a caller who does not read is left. */
const lastWordsMs = 2_000;

/**
 * Answers of typed queries as files of any length, which are never in the server as a whole. What goes wrong before the
 * first row is a problem like any; after it, NDJSON has a last line that tells it, and the other formats are broken off.
 */
export function cypherExportRoutes({ store, settings, logger }: AppDependencies, door: RequestHandler): Router {
  const router = Router();
  const { timeoutMs, maxBytes } = settings.exportLimits;
  const toProblem = (error: unknown) => told(error, logger);

  router.post('/cypher/export', door, async (request, response) => {
    const { query, params, limit, format, ...options } = readBody(ExportRequest, request.body);
    const signal = abortSignal(response);
    const parts = await begun(store.stream(query, params, { timeoutMs, maxBytes, maxRows: limit, signal }));
    const { mediaType, extension, write } = exportFormats[format];
    response.type(mediaType).set({
      'Cache-Control': 'no-store',
      'Content-Disposition': `attachment; filename="answer.${extension}"`,
    });
    await send(response, write(parts, { ...options, toProblem }), timeoutMs + lastWordsMs);
  });

  router.all('/cypher/export', allowOnly('POST'));
  return router;
}

/** What is told of an error when it is too late for a response of its own. */
function told(error: unknown, logger: AppDependencies['logger']): Problem {
  const problem = error instanceof ProblemError ? error : new ProblemError('internal', String(error));
  if (problem.code === 'internal') logger.error({ err: error }, 'an export failed unexpectedly');
  return problem.toProblem();
}

/** The same parts, once there is a row or it is certain that there is none. */
async function begun(parts: AsyncGenerator<StreamPart>): Promise<AsyncGenerator<StreamPart>> {
  const first = [await parts.next(), await parts.next()];
  return (async function* () {
    for (const { value } of first) if (value) yield value;
    yield* parts;
  })();
}

/** Sends pieces as they come, no faster than they are taken. Rejects with a ProblemError when they are not, and the response is broken off. */
async function send(response: Response, pieces: AsyncGenerator<string>, patienceMs: number): Promise<void> {
  const patience = AbortSignal.timeout(patienceMs);
  try {
    await pipeline(flushed(pieces, response), response, { signal: patience });
  } catch (error) {
    if (patience.aborted) throw new ProblemError('time-limit', 'the caller has not taken the answer in time');
    if (!response.closed) throw error;
    throw new ProblemError('cancelled', 'the caller has gone in the middle of the answer');
  }
}

/** Compression holds back what it has; a piece is to arrive when it is there. */
async function* flushed(pieces: AsyncGenerator<string>, response: Response): AsyncGenerator<string> {
  for await (const piece of pieces) {
    yield piece;
    if ('flush' in response) response.flush();
  }
}
