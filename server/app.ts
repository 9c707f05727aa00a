import type { Express } from 'express';
import express, { Router } from 'express';
import type { Logger } from 'pino';
import { pinoHttp } from 'pino-http';
import { allowHosts } from './allow-hosts.ts';
import { checkOrigin } from './check-origin.ts';
import { compress } from './compress.ts';
import { ConsoleAccess } from './console-access.ts';
import { dataSetDoor } from './data-set-door.ts';
import { dataSetRoutes } from './data-set-routes.ts';
import type { DataSets, OpenDataSet } from './data-sets.ts';
import { limitRequests } from './limit-requests.ts';
import { page } from './page.ts';
import { notFound, problemHandler } from './problem-handler.ts';
import { QueryQueue, queueLimits } from './query-queue.ts';
import { dataSetListRoutes } from './routes/data-sets.ts';
import { securityHeaders } from './security-headers.ts';
import type { Settings } from './settings.ts';

/** Headers by which somebody who reads the log could pass for who asked. */
const secrets = ['req.headers.authorization', 'req.headers.cookie'];

/** All that the app needs of the world. */
interface AppOptions {
  dataSets: DataSets;
  settings: Settings;
  logger: Logger;
  /** The folder of the built page; without one only the API answers. */
  pageFolder?: string;
}

/** The HTTP application: the API below `/api`, and the page. It opens and closes nothing itself but data sets that are asked for. */
export function createApp({ dataSets, settings, logger, pageFolder }: AppOptions): Express {
  const access = new ConsoleAccess(settings);
  const { first, names } = dataSets;
  const { room } = first.store;
  // Of their own each: what somebody typed takes no turn of a named query. All data sets share them, as they share the machine.
  const doors = {
    access,
    named: new QueryQueue(queueLimits(room.named)),
    typed: new QueryQueue(queueLimits(room.typed)),
  };
  const routesOf = (dataSet: OpenDataSet) => dataSetRoutes({ ...dataSet, names, settings, logger }, doors);
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustedProxies);
  // It makes a logger for each request, even where nothing of it is logged.
  if (logger.isLevelEnabled('debug')) app.use(pinoHttp({ logger, useLevel: 'debug', redact: secrets }));
  app.use(securityHeaders(settings));
  app.use(allowHosts(settings), checkOrigin(settings));
  const api = Router().use(
    limitRequests(settings),
    // Answers are large and short-lived: the fastest level takes a third of the time and loses little.
    compress({ level: 1 }),
    ...routesOf(first),
    dataSetListRoutes((signal) => dataSets.list(signal)),
  );
  api.use(
    '/data-sets',
    dataSetDoor(dataSets, access, (dataSet) => Router().use(...routesOf(dataSet))),
  );
  app.use('/api', api, notFound);
  if (pageFolder !== undefined) app.use(compress(), ...page(pageFolder, dataSets));
  app.use(notFound, problemHandler(logger));
  return app;
}
