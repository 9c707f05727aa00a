import compression from 'compression';
import type { Express, RequestHandler } from 'express';
import express from 'express';
import { pinoHttp } from 'pino-http';
import type { AppDependencies } from './app-dependencies.ts';
import { allowHosts } from './allow-hosts.ts';
import { checkOrigin } from './check-origin.ts';
import { ConsoleAccess } from './console-access.ts';
import { cypherDoor } from './cypher-door.ts';
import { limitRequests } from './limit-requests.ts';
import { namedDoor } from './named-door.ts';
import { notFound, problemHandler } from './problem-handler.ts';
import { QueryQueue, queueLimits } from './query-queue.ts';
import { cypherExportRoutes } from './routes/cypher-export.ts';
import { cypherQueueRoutes } from './routes/cypher-queue.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { docsRoutes } from './routes/docs.ts';
import { documentTextRoutes } from './routes/document-text.ts';
import { graphRoutes } from './routes/graph.ts';
import { healthRoutes } from './routes/health.ts';
import { ontologyRoutes } from './routes/ontology.ts';
import { queryRoutes } from './routes/queries.ts';
import { securityHeaders } from './security-headers.ts';
import { sceneRoutes } from './routes/scenes.ts';

/** Headers by which somebody who reads the log could pass for who asked. */
const secrets = ['req.headers.authorization', 'req.headers.cookie'];

/** Milliseconds in which an answer is to be read when its query has had all its time. */
const readingMs = 60_000;

/** The same for what was typed: few such queries run at a time, and the next waits no longer than half a minute. */
const shortReadingMs = 20_000;

/** The HTTP application: the API below `/api`, and the page. It opens and closes nothing itself. */
export function createApp(dependencies: AppDependencies): Express {
  const { store, settings, logger, pageFolder } = dependencies;
  const access = new ConsoleAccess(settings);
  // Of their own each: what somebody typed takes no turn of a named query.
  const named = new QueryQueue(queueLimits(store.room.named));
  const typed = new QueryQueue(queueLimits(store.room.typed));
  const app = express();
  app.disable('x-powered-by');
  app.set('trust proxy', settings.trustedProxies);
  // It makes a logger for each request, even where nothing of it is logged.
  if (logger.isLevelEnabled('debug')) app.use(pinoHttp({ logger, useLevel: 'debug', redact: secrets }));
  app.use(securityHeaders(settings));
  app.use(allowHosts(settings), checkOrigin(settings));
  app.use(
    '/api',
    limitRequests(settings),
    // Answers are large and short-lived: the fastest level takes a third of the time and loses little.
    compression({ level: 1 }),
    // Each router that a request passes takes its time, so those that are asked most come first.
    cypherDoor(access, typed, {
      query: settings.cypherLimits.timeoutMs + shortReadingMs,
      export: settings.exportLimits.timeoutMs + readingMs,
    }),
    cypherRoutes(dependencies),
    namedDoor(named, settings.queryLimits.timeoutMs + readingMs),
    queryRoutes(dependencies),
    graphRoutes(dependencies),
    cypherExportRoutes(dependencies),
    cypherQueueRoutes(async (request) => typed.stateFor(await access.clientFor(request))),
    healthRoutes(dependencies, (request) => access.stateFor(request)),
    ontologyRoutes(dependencies),
    sceneRoutes(dependencies),
    documentTextRoutes(dependencies),
    docsRoutes(dependencies),
    notFound,
  );
  if (pageFolder !== undefined) app.use(compression(), page(pageFolder));
  app.use(notFound, problemHandler(logger));
  return app;
}

/** Files with a hash in their name never change; the page itself is always asked for again. */
function page(folder: string): RequestHandler {
  return express.static(folder, {
    setHeaders(response, path) {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}
