import type { Response } from 'express';
import type { Leave } from './query-queue.ts';

/**
 * Keeps a turn until the answer is sent or the caller gone, but no longer than a time, at which the connection ends with
 * the turn: who reads slowly, or not at all, keeps nobody waiting for ever.
 */
export function holdTurn(response: Response, leave: Leave, longestMs: number): void {
  const late = setTimeout(() => response.destroy(), longestMs);
  response.once('close', () => {
    clearTimeout(late);
    leave();
  });
}
