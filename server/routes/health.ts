import type { Request, Response } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import type { Health } from '../contract/health.ts';
import { type Count, type Counts, countOf } from '../counts.ts';
import { ProblemError } from '../problem-error.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';

/** What a caller is told of the console. */
type ConsoleFor = (request: Request) => Promise<Pick<Health, 'cypherConsole' | 'signIn'>>;

/** Which engine answers and how much there is; 503 while the database is out of reach. */
export function healthRoutes({ store, ontology, count }: AppDependencies, consoleFor: ConsoleFor): Router {
  const router = Router();
  router.get('/health', async (request, response) => {
    const common = { engine: store.engine, dataSet: ontology.dataSet, ...(await consoleFor(request)) };
    await answerHealth(response, common, ({ signal }) => countOf({ store, count }, signal));
  });
  router.all('/health', allowOnly('GET'));
  return router;
}

/** Answers with what a data set has, or that its database is out of reach. */
export async function answerHealth(
  response: Response,
  common: Omit<Health, 'status' | keyof Counts>,
  count: Count,
): Promise<void> {
  response.set('Cache-Control', 'no-store');
  try {
    const counts = await count({ signal: abortSignal(response) });
    response.json({ status: 'ok', ...common, ...counts } satisfies Health);
  } catch (error) {
    if (!(error instanceof ProblemError) || error.code === 'internal' || error.code === 'cancelled') throw error;
    response.set('Retry-After', String(error.retryAfterSeconds ?? 5));
    response.status(503).json({ status: 'unavailable', ...common } satisfies Health);
  }
}
