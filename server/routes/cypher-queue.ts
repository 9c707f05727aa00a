import type { Request } from 'express';
import { Router } from 'express';
import type { QueryQueueState } from '../contract/cypher.ts';
import { allowOnly } from './allow-only.ts';

/** How busy the queue of typed queries is, for a page whose query waits. */
export function cypherQueueRoutes(stateFor: (request: Request) => Promise<QueryQueueState>): Router {
  const router = Router();
  router.get('/cypher/queue', async (request, response) => {
    response.set('Cache-Control', 'no-store').json(await stateFor(request));
  });
  router.all('/cypher/queue', allowOnly('GET'));
  return router;
}
