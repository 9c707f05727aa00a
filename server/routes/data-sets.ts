import { Router } from 'express';
import type { DataSetInfo } from '../contract/data-set-info.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';

/** Which data sets there are. */
export function dataSetListRoutes(list: (signal: AbortSignal) => Promise<DataSetInfo[]>): Router {
  const router = Router();
  router.get('/data-sets', async (_request, response) => {
    response.set('Cache-Control', 'no-store').json(await list(abortSignal(response)));
  });
  router.all('/data-sets', allowOnly('GET'));
  return router;
}
