import type { RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import { clientOf } from './client-of.ts';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';

const windowMs = 60_000;

/** Limits the requests of each client. */
export function limitRequests({ requestsPerMinute }: Settings): RequestHandler {
  return rateLimit({
    windowMs,
    limit: requestsPerMinute,
    keyGenerator: clientOf,
    legacyHeaders: false,
    // The next draft would have the client's key hashed for each request.
    standardHeaders: 'draft-7',
    // Of a proxy that nobody has told us of, it would say so on the terminal.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, _response, next) => {
      next(
        new ProblemError('too-many-requests', `more than ${requestsPerMinute} requests in a minute`, {
          retryAfterSeconds: windowMs / 1000,
          values: { limit: String(requestsPerMinute) },
        }),
      );
    },
  });
}
