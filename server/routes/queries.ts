import { createHash } from 'node:crypto';
import type { Request, RequestHandler } from 'express';
import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import type { Answer } from '../contract/answer.ts';
import { ProblemError } from '../problem-error.ts';
import { queriesFor } from '../queries/catalogue.ts';
import type { NamedQuery } from '../queries/define-query.ts';
import { abortSignal } from './abort-signal.ts';
import { allowOnly } from './allow-only.ts';
import { readQueryString } from './query-string.ts';

/** The catalogue, and the answers of its queries: links that can be kept, and need not be sent twice. */
export function queryRoutes({ store, ontology, settings }: AppDependencies, door: RequestHandler): Router {
  const router = Router();
  const queries = queriesFor(ontology);
  const infos = queries.map((query) => query.info(ontology));
  const named = (name: string): NamedQuery => {
    const query = queries.find((candidate) => candidate.name === name);
    if (!query) throw new ProblemError('unknown-query', `there is no query named ${name}`, { values: { name } });
    return query;
  };

  router.get('/queries', (_request, response) => {
    response.set('Cache-Control', 'private, no-cache').json(infos);
  });

  router.get('/queries/:name', door, async (request: Request<{ name: string }>, response) => {
    const query = named(request.params.name);
    const options = { ...settings.queryLimits, signal: abortSignal(response) };
    const answer = await query.run(inputOf(request, query), { store, ontology, options });
    const { content, tag } = serialize(answer);
    response.set({ 'Cache-Control': 'private, no-cache', ETag: tag }).type('json').send(content);
  });

  router.get('/queries/:name/statement', (request, response) => {
    const query = named(request.params.name);
    response.set('Cache-Control', 'private, no-cache').json(query.statement(inputOf(request, query), ontology));
  });

  router.all(['/queries', '/queries/:name', '/queries/:name/statement'], allowOnly('GET'));
  return router;
}

function inputOf(request: Request, { parameters }: NamedQuery): Record<string, unknown> {
  return readQueryString(new URL(request.originalUrl, 'http://host').search, parameters);
}

/** An answer as JSON, and its tag: the same answer has the same one, however long it took. */
function serialize({ ms, ...lasting }: Answer): { content: Buffer; tag: string } {
  const json = Buffer.from(JSON.stringify(lasting satisfies Omit<Answer, 'ms'>));
  const tag = `W/"${createHash('sha1').update(json).digest('base64url')}"`;
  return { content: Buffer.concat([json.subarray(0, -1), Buffer.from(`,"ms":${ms}}`)]), tag };
}
