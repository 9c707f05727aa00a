import type { Answer } from '../../server/contract/answer.ts';
import type { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Health } from '../../server/contract/health.ts';
import type { Json } from '../../server/contract/json.ts';
import type { Problem } from '../../server/contract/problem.ts';
import type { QueryStatement } from '../../server/contract/query.ts';
import { credentials } from './credentials.ts';
import { comeBackLater, saysToComeBack, whileItWaits } from './opening.ts';
import { send } from './transport.ts';

/** What the server (or the network) had against a request, as a problem of the contract. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly problem: Problem;
  /** Seconds after which trying again makes sense, where the server said so. */
  readonly retryAfterSeconds: number | undefined;

  constructor(problem: Problem, retryAfterSeconds?: number) {
    super(problem.detail);
    this.problem = problem;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}

/** Parameters of a named query, as they stand in its address: text, numbers and lists of text. */
export type QueryParameters = Record<string, string | number | readonly string[]>;

/** Runs a named query of the catalogue. Rejects with an ApiError, or an AbortError when `signal` is aborted. */
export function runQuery(name: string, parameters: QueryParameters, signal?: AbortSignal): Promise<Answer> {
  return get(queryAddress(name, parameters), signal);
}

/** What a named query asks the database for these parameters. Rejects as `runQuery` does. */
export function getStatement(name: string, parameters: QueryParameters, signal?: AbortSignal): Promise<QueryStatement> {
  return get(`/api/queries/${encodeURIComponent(name)}/statement${searchOf(parameters)}`, signal);
}

/** The address of a named query's answer: the same view for programs. */
export function queryAddress(name: string, parameters: QueryParameters): string {
  return `/api/queries/${encodeURIComponent(name)}${searchOf(parameters)}`;
}

function searchOf(parameters: QueryParameters): string {
  const search = Object.entries(parameters).flatMap(([key, value]) =>
    encoded(value).map((item) => `${encodeURIComponent(key)}=${item}`),
  );
  return search.length > 0 ? `?${search.join('&')}` : '';
}

/** A parameter's values as they stand in an address: a comma in an item is part of it, one in a text may part items. */
function encoded(value: QueryParameters[string]): string[] {
  if (typeof value === 'string') return [encodeURIComponent(value).replaceAll('%2C', ',')];
  if (typeof value === 'number') return [String(value)];
  // An empty list says something else than no list.
  return value.length === 0 ? [''] : value.map((item) => encodeURIComponent(item));
}

export function getOntology(signal?: AbortSignal): Promise<Ontology> {
  return get('/api/ontology', signal);
}

/** The state of the server and its database; an unavailable database is a state, not an error. */
export async function getHealth(signal?: AbortSignal): Promise<Health> {
  const response = await request('/api/health', signal);
  // A problem with this status is none of the database, such as that the data set cannot be opened.
  if (!response.ok && (response.status !== 503 || isProblem(response))) throw await failure(response);
  const health: Health = await response.json();
  return health;
}

/** Asks for what an address has. Rejects with an ApiError, or an AbortError when `signal` is aborted. */
export async function get<T>(address: string, signal?: AbortSignal): Promise<T> {
  const response = await request(address, signal);
  if (!response.ok) throw await failure(response);
  // The server's answers are checked against the contract by its own tests; the page trusts them.
  const body: T = await response.json();
  return body;
}

/** What is sent beside an address. */
interface Sent {
  method?: 'POST';
  headers?: Record<string, string>;
  body?: string;
}

/**
 * Asks the server; answers whatever it says, but that a data set is being opened: then it is asked again. Rejects with an
 * ApiError when it cannot be reached.
 */
export async function request(address: string, signal?: AbortSignal, sent: Sent = {}): Promise<Response> {
  const first = await requestOnce(address, signal, sent);
  if (!(await saysToComeBack(first))) return first;
  return whileItWaits(async () => {
    let response = first;
    do {
      await comeBackLater(response, signal);
      response = await requestOnce(address, signal, sent);
    } while (await saysToComeBack(response));
    return response;
  });
}

async function requestOnce(address: string, signal: AbortSignal | undefined, sent: Sent): Promise<Response> {
  try {
    const headers = { accept: 'application/json', ...credentials(), ...sent.headers };
    return await send(address, { ...sent, headers, ...(signal && { signal }) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new ApiError(pageProblem('offline', 0, 'the server cannot be reached'));
  }
}

const isProblem = ({ headers }: Response): boolean =>
  headers.get('content-type')?.startsWith('application/problem+json') ?? false;

/** What the server had against a request that it refused. */
export async function failure(response: Response): Promise<ApiError> {
  const retryAfter = Number(response.headers.get('retry-after')) || undefined;
  const problem: Problem = isProblem(response)
    ? await response.json()
    : pageProblem('internal', response.status, `the server answered ${response.status}`);
  return new ApiError(problem, retryAfter);
}

/** A problem that the page tells by itself, without a server. */
export function pageProblem(code: string, status: number, detail: string, values?: Problem['values']): Problem {
  return { type: 'about:blank', title: detail, status, detail, code, ...(values && { values }) };
}

/** What a table's cell refers to in the graph of the same answer, lists searched through. */
export interface References {
  nodes: string[];
  relationships: string[];
}

/** The nodes and relationships that a cell refers to, in its order; lists and paths are searched through. */
export function referencesIn(cell: Json | undefined): References {
  if (typeof cell !== 'object' || cell === null) return { nodes: [], relationships: [] };
  if (Array.isArray(cell)) {
    const found = cell.map(referencesIn);
    return {
      nodes: found.flatMap(({ nodes }) => nodes),
      relationships: found.flatMap(({ relationships }) => relationships),
    };
  }
  const { $node: node, $relationship: relationship, $path: path } = cell;
  // A node, a relationship, a node, and so on.
  if (Array.isArray(path)) {
    const ids = path.map(String);
    return {
      nodes: ids.filter((_, index) => index % 2 === 0),
      relationships: ids.filter((_, index) => index % 2 === 1),
    };
  }
  return {
    nodes: typeof node === 'string' ? [node] : [],
    relationships: typeof relationship === 'string' ? [relationship] : [],
  };
}
