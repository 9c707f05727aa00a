import type { Request } from 'express';
import { Router } from 'express';
import type { QueryQueueState } from '../contract.ts';

/** How busy the queue of typed queries is, for a page whose query waits. */
export function cypherQueueRoutes(stateFor: (request: Request) => QueryQueueState): Router {
  const router = Router();
  router.get('/cypher/queue', (request, response) => {
    response.set('Cache-Control', 'no-store').json(stateFor(request));
  });
  return router;
}
