import type { ErrorRequestHandler, RequestHandler } from 'express';
import type { Logger } from 'pino';
import { ProblemError, type ProblemCode } from './problem-error.ts';

/** What callers are to send who must say who they are. */
const challenges = new Map<ProblemCode, string>([
  ['sign-in-needed', 'Bearer realm="cypher"'],
  ['sign-in-refused', 'Bearer realm="cypher", error="invalid_token"'],
]);

/** When a caller should try again where nobody knows better. */
const retryAfterSeconds = 5;

/** Rejects what no route has answered. */
export const notFound: RequestHandler = ({ method, originalUrl }) => {
  const [path = ''] = originalUrl.split('?');
  throw new ProblemError('not-found', `there is nothing at ${method} ${path}`, { values: { path } });
};

/** The one place that turns errors into responses. What is not a ProblemError is logged, and told without its inside. */
export function problemHandler(logger: Logger): ErrorRequestHandler {
  // A failure that is remembered is thrown again for each who asks.
  const logged = new WeakSet<ProblemError>();
  const log = (problem: ProblemError, err: unknown) => {
    if (logged.has(problem)) return;
    logged.add(problem);
    if (problem.code === 'internal') logger.error({ err }, 'a request failed unexpectedly');
    if (problem.code === 'data-set-unusable') logger.warn({ err }, 'a data set cannot be opened');
    // Callers are not told where the database is.
    if (problem.code === 'database-unavailable') logger.warn({ err }, 'the database is out of reach');
  };
  // Express knows the handler of errors by its four parameters.
  return (error: unknown, _request, response, _next) => {
    const problem = asProblem(error);
    log(problem, error);
    if (response.headersSent) {
      // An answer that is broken off is not taken for a whole one.
      response.destroy();
      return;
    }
    const body = problem.toProblem();
    const retryAfter = problem.retryAfterSeconds ?? (body.status === 503 ? retryAfterSeconds : undefined);
    if (retryAfter !== undefined) response.set('Retry-After', String(retryAfter));
    const challenge = challenges.get(problem.code);
    if (challenge !== undefined) response.set('WWW-Authenticate', challenge);
    response.status(body.status).set('Cache-Control', 'no-store').type('application/problem+json');
    response.send(JSON.stringify(body));
  };
}

function asProblem(error: unknown): ProblemError {
  if (error instanceof ProblemError) return error;
  const { type, status } = asHttpError(error);
  if (type === 'entity.too.large') return new ProblemError('body-too-large', 'the body is too large');
  if (type === 'entity.parse.failed') return new ProblemError('invalid-body', 'the body is not JSON');
  if (error instanceof URIError) return new ProblemError('not-found', 'the address is not well formed');
  if (status !== undefined && status >= 400 && status < 500) {
    return new ProblemError('invalid-body', 'the request cannot be read', { cause: error });
  }
  return new ProblemError('internal', error instanceof Error ? error.message : String(error), { cause: error });
}

/** Express and its middleware mark errors of the caller with a status, those about bodies also with a type. */
function asHttpError(error: unknown): { type?: unknown; status?: number } {
  if (!(error instanceof Error)) return {};
  const type = 'type' in error ? error.type : undefined;
  return 'status' in error && typeof error.status === 'number' ? { type, status: error.status } : { type };
}
