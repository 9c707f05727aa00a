import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { CypherRequest, PlanRequest } from '../contract/cypher.ts';
import type { Vocabulary } from '../contract/vocabulary.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';
import { readBody } from './read-body.ts';
import { sendJson } from './send-json.ts';

/**
 * Ad hoc queries, read-only: their answers and plans, for callers whom the door lets in; and the words for an editor, for
 * everybody, since the named query `schema` tells them, too.
 */
export function cypherRoutes({ store, ontology, settings }: AppDependencies, door: RequestHandler): Router {
  const router = Router();
  const { timeoutMs, maxRows, maxBytes } = settings.cypherLimits;

  router.get('/cypher/vocabulary', async (_request, response) => {
    const options = { signal: abortSignal(response) };
    const [{ labels, ...schema }, callables, { nodes }] = await Promise.all([
      store.schema(options),
      store.callables(options),
      store.count(options),
    ]);
    // The schema leaves out the label that all nodes share; a query names it all the same.
    const shared = ontology.key ? [{ name: ontology.key.label, count: nodes }] : [];
    const vocabulary: Vocabulary = { labels: [...shared, ...labels], ...schema, ...callables };
    response.set('Cache-Control', 'private, no-cache').json(vocabulary);
  });

  router.post('/cypher', door, async (request, response) => {
    const { query, params, limit } = readBody(CypherRequest, request.body);
    const options = { timeoutMs, maxBytes, maxRows: Math.min(limit, maxRows), signal: abortSignal(response) };
    sendJson(response, await store.readUntrusted(query, params, options));
  });

  router.post('/cypher/plan', door, async (request, response) => {
    const { query, params, profile } = readBody(PlanRequest, request.body);
    sendJson(response, await store.plan(query, params, { profile, timeoutMs, signal: abortSignal(response) }));
  });

  router.all('/cypher/vocabulary', allowOnly('GET'));
  router.all(['/cypher', '/cypher/plan'], allowOnly('POST'));
  return router;
}
