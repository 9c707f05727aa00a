import type { RequestHandler } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import type { WholeGraph } from '../contract/graph.ts';
import { readWholeGraph } from '../queries/whole-graph.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';

/** The whole graph, for what takes it along. */
export function graphRoutes({ store, ontology, settings }: AppDependencies, door: RequestHandler): Router {
  const router = Router();
  router.get('/graph', door, async (_request, response) => {
    const options = { ...settings.queryLimits, signal: abortSignal(response) };
    const graph = await readWholeGraph({ store, ontology, options });
    response.set('Cache-Control', 'private, no-cache').json(graph satisfies WholeGraph);
  });
  router.all('/graph', allowOnly('GET'));
  return router;
}
