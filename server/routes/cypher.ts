import express, { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { CypherRequest } from '../contract.ts';
import { ProblemError } from '../problem-error.ts';
import { abortSignal } from './abort-signal.ts';

/** Ad hoc queries, read-only, where they are switched on. */
export function cypherRoutes({ store, settings }: AppDependencies): Router {
  const router = Router();
  // Only JSON is taken: a page of another origin cannot send it without asking first, and is never allowed to.
  router.post('/cypher', express.json({ limit: '64kb' }), async (request, response) => {
    if (!settings.cypherConsole) {
      throw new ProblemError('cypher-off', 'ad hoc queries are off here; CYPHER_CONSOLE=on switches them on');
    }
    const { query, params, limit } = parseBody(request.body);
    const { timeoutMs, maxRows, maxBytes } = settings.cypherLimits;
    const options = { timeoutMs, maxBytes, maxRows: Math.min(limit, maxRows), signal: abortSignal(response) };
    const answer = await store.readUntrusted(query, params, options);
    response.set('Cache-Control', 'no-store').json(answer);
  });
  return router;
}

function parseBody(body: unknown): CypherRequest {
  if (body === undefined) {
    throw new ProblemError('invalid-body', 'the body must be JSON, sent as application/json');
  }
  const parsed = CypherRequest.safeParse(body);
  if (parsed.success) return parsed.data;
  const sentences = parsed.error.issues.map(({ path, message }) => `${path.join('.') || 'body'}: ${message}`);
  throw new ProblemError('invalid-body', sentences.join('; '), { values: { reason: sentences.join('; ') } });
}
