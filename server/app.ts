import compression from 'compression';
import type { Express, RequestHandler } from 'express';
import express from 'express';
import { rateLimit } from 'express-rate-limit';
import helmet from 'helmet';
import { pinoHttp } from 'pino-http';
import type { AppDependencies } from './app-dependencies.ts';
import { allowHosts } from './allow-hosts.ts';
import { clientOf } from './client-of.ts';
import { cypherDoor } from './cypher-door.ts';
import { ProblemError } from './problem-error.ts';
import { notFound, problemHandler } from './problem-handler.ts';
import { QueryQueue, queueLimits } from './query-queue.ts';
import { cypherQueueRoutes } from './routes/cypher-queue.ts';
import { cypherRoutes } from './routes/cypher.ts';
import { docsRoutes } from './routes/docs.ts';
import { healthRoutes } from './routes/health.ts';
import { ontologyRoutes } from './routes/ontology.ts';
import { queryRoutes } from './routes/queries.ts';
import type { Settings } from './settings.ts';

/** The HTTP application: the API below `/api`, and the page. It opens and closes nothing itself. */
export function createApp(dependencies: AppDependencies): Express {
  const { store, settings, logger, pageFolder } = dependencies;
  const queue = new QueryQueue(queueLimits(store.typedAtOnce));
  const app = express();
  app.disable('x-powered-by');
  app.use(pinoHttp({ logger, useLevel: 'debug' }));
  app.use(securityHeaders());
  app.use(allowHosts(settings));
  app.use(
    '/api',
    limitRequests(settings),
    // Answers are large and short-lived: the fastest level takes a third of the time and loses little.
    compression({ level: 1 }),
    healthRoutes(dependencies),
    ontologyRoutes(dependencies),
    queryRoutes(dependencies),
    cypherQueueRoutes((request) => queue.stateFor(clientOf(request))),
    cypherDoor(queue),
    cypherRoutes(dependencies),
    docsRoutes(dependencies),
    notFound,
  );
  if (pageFolder !== undefined) app.use(compression(), page(pageFolder));
  app.use(notFound, problemHandler(logger));
  return app;
}

function securityHeaders(): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      // Not the defaults of helmet: they would send browsers to https, which a server on loopback does not have.
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The canvas and the accessible widgets place things by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
      },
    },
    strictTransportSecurity: false,
  });
}

function limitRequests({ requestsPerMinute }: Settings): RequestHandler {
  const windowMs = 60_000;
  return rateLimit({
    windowMs,
    limit: requestsPerMinute,
    standardHeaders: 'draft-8',
    legacyHeaders: false,
    handler: (_request, _response, next) => {
      next(
        new ProblemError('too-many-requests', `more than ${requestsPerMinute} requests in a minute`, {
          retryAfterSeconds: windowMs / 1000,
          values: { limit: String(requestsPerMinute) },
        }),
      );
    },
  });
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
