import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { RawProgram } from './queries-raw.ts';

/**
 * The floor under every server over Neo4j: nothing but `node:http` and the driver. It answers the queries of the bench,
 * checks nothing and limits nothing.
 */

const { PORT, NEO4J_URI: uri = '', NEO4J_USERNAME: username = '', NEO4J_PASSWORD: password = '' } = process.env;
const raw = new RawProgram({ uri, username, password });

const server = createServer((request, response) => {
  respond(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined));
});

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  // Whether it is there is asked without a body.
  const rows = request.method === 'POST' ? await answer(request) : [];
  const text = JSON.stringify(rows);
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) });
  response.end(text);
}

async function answer(request: IncomingMessage): Promise<unknown[]> {
  const chunks: Buffer[] = [];
  request.on('data', (chunk: Buffer) => chunks.push(chunk));
  await once(request, 'end');
  const { query, params } = JSON.parse(Buffer.concat(chunks).toString());
  return raw.ask(query, params, 5_000);
}

server.listen(Number(PORT), '127.0.0.1');
process.once('SIGTERM', () => process.exit(0));
