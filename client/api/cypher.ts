import type { Answer } from '../../server/contract/answer.ts';
import type { ExportRequest, QueryQueueState } from '../../server/contract/cypher.ts';
import type { Json } from '../../server/contract/json.ts';
import type { QueryPlan } from '../../server/contract/plan.ts';
import { failure, get, request } from './api.ts';

/** Cypher of the reader's own, and the values of its parameters. */
export interface CypherQuery {
  cypher: string;
  params: Record<string, Json>;
}

/**
 * Runs a query; it is stopped in the database when `signal` is aborted.
 * Rejects with an ApiError, or an AbortError when `signal` is aborted.
 * @param limit rows at most
 */
export function postCypher({ cypher, params }: CypherQuery, limit: number, signal?: AbortSignal): Promise<Answer> {
  return post('/api/cypher', { query: cypher, params, limit }, signal);
}

/** Asks how the database would run a query (EXPLAIN), or runs it and tells what each part took (PROFILE). */
export function postPlan(
  { cypher, params }: CypherQuery,
  isProfiled: boolean,
  signal?: AbortSignal,
): Promise<QueryPlan> {
  return post('/api/cypher/plan', { query: cypher, params, profile: isProfiled }, signal);
}

/** How the whole of an answer is to be written. */
export type ExportOptions = Pick<ExportRequest, 'format' | 'limit' | 'bom' | 'escapeFormulas'>;

/**
 * Runs a query for a file: the response's body is the file, as it comes. It is stopped in the database when `signal` is
 * aborted. Rejects with an ApiError, or an AbortError when `signal` is aborted.
 */
export function exportCypher(query: CypherQuery, options: ExportOptions, signal?: AbortSignal): Promise<Response> {
  return send('/api/cypher/export', { query: query.cypher, params: query.params, ...options }, signal);
}

/** How many typed queries run and wait on the server, and where those of this reader wait. */
export function getQueue(signal?: AbortSignal): Promise<QueryQueueState> {
  return get('/api/cypher/queue', signal);
}

async function post<T>(address: string, body: Json, signal?: AbortSignal): Promise<T> {
  const response = await send(address, body, signal);
  const answer: T = await response.json();
  return answer;
}

/** The server's response as it comes, for what is too large to be taken whole. */
async function send(address: string, body: Json, signal?: AbortSignal): Promise<Response> {
  const headers = { 'content-type': 'application/json' };
  const response = await request(address, signal, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!response.ok) throw await failure(response);
  return response;
}
