import type { Request, Response } from 'express';
import { Router } from 'express';
import type { ConsoleAccess } from './console-access.ts';
import type { DataSets, OpenDataSet } from './data-sets.ts';
import { answerHealth } from './routes/health.ts';

/** What answers the requests to one data set. */
type RoutesOf = (dataSet: OpenDataSet) => Router;

/**
 * Sends requests below the name of a data set to that one, which stays open until they are answered. Everything else that
 * holds of requests, such as their limits, has been seen to before.
 */
export function dataSetDoor(dataSets: DataSets, access: ConsoleAccess, routesOf: RoutesOf): Router {
  const routers = new WeakMap<OpenDataSet, Router>();
  const routerOf = (dataSet: OpenDataSet): Router => {
    const router = routers.get(dataSet) ?? routesOf(dataSet);
    routers.set(dataSet, router);
    return router;
  };
  const router = Router();
  router.get('/:dataSet/health', async (request, response, next) => {
    if (!(await answerAtRest(dataSets, access, request, response))) next();
  });
  router.use('/:dataSet', async (request, response, next) => {
    const { dataSet, end } = await dataSets.use(request.params.dataSet, request.path === '/health');
    // The caller may have gone while it was opened.
    if (response.closed) end();
    else response.once('close', end);
    if (!response.closed) routerOf(dataSet)(request, response, next);
  });
  return router;
}

/**
 * A page asks every few seconds how its data set is, also one that nobody looks at: that alone opens none again that has made
 * room for others. Answers whether it is such a one, which is told as it was seen last.
 */
async function answerAtRest(
  dataSets: DataSets,
  access: ConsoleAccess,
  request: Request<{ dataSet: string }>,
  response: Response,
): Promise<boolean> {
  const { dataSet } = request.params;
  const resting = dataSets.resting(dataSet);
  if (!resting) return false;
  const { engine, count } = resting;
  await answerHealth(response, { engine, dataSet, ...(await access.stateFor(request)) }, count);
  return true;
}
