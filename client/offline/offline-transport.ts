import type { Answer } from '../../server/contract/answer.ts';
import type { Health } from '../../server/contract/health.ts';
import type { Problem } from '../../server/contract/problem.ts';
import { ApiError, pageProblem } from '../api/api.ts';
import type { Transport } from '../api/transport.ts';
import { offlineQueries } from './answers/catalogue.ts';
import { answerOffline } from './define-answer.ts';
import type { FileContent, StoredAnswer } from './file-content.ts';
import { fileGraph } from './file-graph.ts';
import type { FileGraph } from './file-graph.ts';

/**
 * Answers the page's requests from the content of a file, as the server would that it was made with. What takes a server is
 * answered with a problem of the code `needs-server`. Nothing leaves the page.
 */
export function offlineTransport(content: FileContent): Transport {
  const graph = fileGraph(content);
  return async (address, { signal, method = 'GET' }) => {
    signal?.throwIfAborted();
    try {
      if (method !== 'GET') throw needsServer(address);
      return toResponse(bodyFor(address, content, graph));
    } catch (error) {
      if (error instanceof ApiError) return problemResponse(error.problem);
      throw error;
    }
  };
}

/** Says of each request that what is in the file cannot be read. */
export const brokenTransport: Transport = () =>
  Promise.resolve(problemResponse(pageProblem('file-broken', 500, 'what is in the file cannot be read')));

/** What an address has. Throws an ApiError. */
function bodyFor(address: string, content: FileContent, graph: FileGraph): unknown {
  if (address === '/api/ontology') return content.ontology;
  if (address === '/api/graph') return content.graph;
  if (address === '/api/health') return healthOf(content);
  if (address === '/api/scenes') return content.scenes;
  const stored = Object.hasOwn(content.answers, address) ? content.answers[address] : undefined;
  if (stored) return wholeAnswer(stored, graph);
  const [, name = '', search = ''] = /^\/api\/queries\/([^/?]+)\??(.*)$/s.exec(address) ?? [];
  const query = offlineQueries.find((candidate) => candidate.name === name);
  if (!query) throw needsServer(address);
  return answerOffline(query, graph, search);
}

function wholeAnswer(stored: StoredAnswer, { nodes, relationships }: FileGraph): Answer {
  return {
    graph: {
      nodes: stored.nodes.flatMap((id) => nodes.get(id) ?? []),
      relationships: stored.relationships.flatMap((id) => relationships.get(id) ?? []),
    },
    table: { columns: [...stored.columns], rows: stored.rows.map((row) => [...row]) },
    truncated: stored.truncated,
    ms: 0,
    notices: [],
  };
}

function healthOf({ ontology: { dataSet }, graph, made }: FileContent): Health {
  return {
    status: 'ok',
    engine: { kind: 'embedded', name: 'HTML', version: made.slice(0, 10) },
    dataSet,
    nodes: graph.nodes.length,
    relationships: graph.relationships.length,
    cypherConsole: false,
    signIn: 'not-needed',
  };
}

const needsServer = (address: string): ApiError =>
  new ApiError(pageProblem('needs-server', 501, `the file has no answer to ${address}`));

function toResponse(body: unknown): Response {
  return new Response(JSON.stringify(body), { headers: { 'content-type': 'application/json' } });
}

function problemResponse(problem: Problem): Response {
  const headers = { 'content-type': 'application/problem+json' };
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
