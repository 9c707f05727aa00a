import type { RequestListener, Server } from 'node:http';
import { createServer, STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { ProblemError } from './problem-error.ts';

/** Bytes of an address with its headers: room for the ids of 200 nodes, whatever they are made of. */
const mostHeaderBytes = 64 * 1024;

/** How long a caller may take to read why its request was refused. */
const partingMs = 2_000;

/** An HTTP server that has a problem for what never gets to the app: a request that is too long, or none at all. */
export function createHttpServer(app: RequestListener): Server {
  return createServer({ maxHeaderSize: mostHeaderBytes }, app).on('clientError', refuse);
}

function refuse(error: NodeJS.ErrnoException, socket: Duplex): void {
  // What the caller goes on sending is read, so that it comes to read the answer.
  if (socket.writableEnded) return;
  if (error.code === 'ECONNRESET' || !socket.writable) {
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
