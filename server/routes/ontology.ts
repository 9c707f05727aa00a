import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { allowOnly } from './allow-only.ts';

/** How the page names and draws the data set. */
export function ontologyRoutes({ ontology }: AppDependencies): Router {
  const router = Router();
  router.get('/ontology', (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(ontology);
  });
  router.all('/ontology', allowOnly('GET'));
  return router;
}
