import type { Response } from 'express';

/**
 * Sends an answer that is not to be kept. Express would work out a tag for it, which takes as long as writing it, and
 * looks at each header that it is given once more. With its length, which compression takes away where it compresses, the answer
 * goes out in one piece.
 */
export function sendJson(response: Response, answer: object): void {
  const text = JSON.stringify(answer);
  response.setHeader('Cache-Control', 'no-store');
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Content-Length', Buffer.byteLength(text));
  response.end(text);
}
