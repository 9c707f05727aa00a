import type { Request } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import type { Health } from '../contract/health.ts';
import { countOf } from '../counts.ts';
import { ProblemError } from '../problem-error.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';

/** What a caller is told of the console. */
type ConsoleFor = (request: Request) => Promise<Pick<Health, 'cypherConsole' | 'signIn'>>;

/** Which engine answers and how much there is; 503 while the database is out of reach. */
export function healthRoutes({ store, ontology, count }: AppDependencies, consoleFor: ConsoleFor): Router {
  const router = Router();
  router.get('/health', async (request, response) => {
    const common = {
      engine: store.engine,
      dataSet: ontology.dataSet,
      ...(await consoleFor(request)),
    };
    response.set('Cache-Control', 'no-store');
    try {
      const counts = await countOf({ store, count }, abortSignal(response));
      response.json({ status: 'ok', ...common, ...counts } satisfies Health);
    } catch (error) {
      if (!(error instanceof ProblemError) || error.code === 'internal' || error.code === 'cancelled') throw error;
      response.set('Retry-After', String(error.retryAfterSeconds ?? 5));
      response.status(503).json({ status: 'unavailable', ...common } satisfies Health);
    }
  });
  router.all('/health', allowOnly('GET'));
  return router;
}
