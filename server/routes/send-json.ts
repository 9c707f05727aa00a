import type { Response } from 'express';

/** Sends an answer that is not to be kept. Express would work out a tag for it, which takes as long as writing it. */
export function sendJson(response: Response, answer: object): void {
  response.set({ 'Cache-Control': 'no-store', 'Content-Type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(answer));
}
