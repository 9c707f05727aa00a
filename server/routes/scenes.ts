import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { allowOnly } from './allow-only.ts';

/** The story that the data set tells with its graph: apart from the ontology, since the first picture has no need of it. */
export function sceneRoutes({ scenes = [] }: AppDependencies): Router {
  const router = Router();
  router.get('/scenes', (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(scenes);
  });
  router.all('/scenes', allowOnly('GET'));
  return router;
}
