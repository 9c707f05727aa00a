import type { RequestHandler } from 'express';
import { ProblemError } from '../problem-error.ts';

/** Comes after the handlers of an address: who asks with another method is told which there are. */
export function allowOnly(method: 'GET' | 'POST'): RequestHandler {
  const allowed = method === 'GET' ? 'GET, HEAD, OPTIONS' : 'POST, OPTIONS';
  return (request, response) => {
    response.set('Allow', allowed);
    if (request.method !== 'OPTIONS') {
      const detail = `${request.method} cannot be done here; ${allowed} can`;
      throw new ProblemError('method-not-allowed', detail, { values: { method: request.method, allowed } });
    }
    response.status(204).end();
  };
}
