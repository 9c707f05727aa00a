import type { Express } from 'express';
import type { Server } from 'node:http';
import { createServer, IncomingMessage, ServerResponse, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from './problem-error.ts';

/** Bytes of an address with its headers: room for the ids of 200 nodes, whatever they are made of. */
const mostHeaderBytes = 64 * 1024;

/** How long a caller may take to read why its request was refused. */
const partingMs = 2_000;

/** An HTTP server that has a problem for what never gets to the app: a request that is too long, or none at all. */
export function createHttpServer(app: Express): Server {
  const answers = new OpenAnswers();
  return createServer({ maxHeaderSize: mostHeaderBytes, ...bornForExpress(app) })
    .on('request', (request, response) => answers.add(request, response))
    .on('request', app)
    .on('clientError', (error, socket) => refuse(error, socket, answers.haveBegunOn(socket)));
}

/**
 * Classes whose objects are from the beginning what Express makes of requests and answers. It gives each another prototype, which
 * costs little by itself, but all code that uses them afterwards is slower for it: a fifth of the time of a small answer.
 */
function bornForExpress(app: Express) {
  class AppRequest extends IncomingMessage {}
  class AppResponse extends ServerResponse {}
  app.request = Object.setPrototypeOf(AppRequest.prototype, app.request);
  app.response = Object.setPrototypeOf(AppResponse.prototype, app.response);
  return { IncomingMessage: AppRequest, ServerResponse: AppResponse };
}

/** Answers under way. A connection has several where requests follow each other without waiting. */
class OpenAnswers {
  readonly #bySocket = new WeakMap<Duplex, Set<ServerResponse>>();

  add({ socket }: IncomingMessage, response: ServerResponse): void {
    const open = this.#bySocket.get(socket) ?? new Set();
    this.#bySocket.set(socket, open.add(response));
    response.once('close', () => open.delete(response));
  }

  haveBegunOn(socket: Duplex): boolean {
    return [...(this.#bySocket.get(socket) ?? [])].some(({ headersSent }) => headersSent);
  }
}

function refuse(error: NodeJS.ErrnoException, socket: Duplex, isAnswering: boolean): void {
  // What the caller goes on sending is read, so that it comes to read the answer.
  if (socket.writableEnded) return;
  // A second head in the middle of an answer would be taken for a part of it.
  if (error.code === 'ECONNRESET' || !socket.writable || isAnswering) {
    socket.destroy();
    return;
  }
  const problem = problemFor(error).toProblem();
  const body = JSON.stringify(problem);
  const head = [
    `HTTP/1.1 ${problem.status} ${STATUS_CODES[problem.status]}`,
    'Content-Type: application/problem+json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
    'Cache-Control: no-store',
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  setTimeout(() => socket.destroy(), partingMs).unref();
}

function problemFor({ code }: NodeJS.ErrnoException): ProblemError {
  if (code === 'HPE_HEADER_OVERFLOW') {
    const most = String(mostHeaderBytes);
    const detail = `the address and the headers of the request have more than ${most} bytes`;
    return new ProblemError('request-too-long', detail, { values: { limit: most } });
  }
  return new ProblemError('invalid-request', 'the request is not well-formed HTTP, or came too slowly');
}
