import type { RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import { clientOf } from './client-of.ts';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';

const windowMs = 60_000;

/** How many times in a minute a client may come without a token that is good. */
const mostFailures = 60;

/** Limits the requests of each client. */
export function limitRequests({ requestsPerMinute }: Settings): RequestHandler {
  return rateLimit({
    ...limitedTo(requestsPerMinute, `more than ${requestsPerMinute} requests in a minute`),
    // The next draft would have the client's key hashed for each request.
    standardHeaders: 'draft-7',
  });
}

/** Makes it slow to guess tokens, and to have the issuer asked for keys that it does not have. */
export function limitFailures(): RequestHandler {
  return rateLimit({
    ...limitedTo(mostFailures, `more than ${mostFailures} requests in a minute without a good token`),
    standardHeaders: false,
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_request, response) => response.statusCode !== 401,
  });
}

function limitedTo(limit: number, detail: string): Partial<Options> {
  return {
    windowMs,
    limit,
    keyGenerator: clientOf,
    legacyHeaders: false,
    // Of a proxy that nobody has told us of, it would say so on the terminal.
    validate: { xForwardedForHeader: false, forwardedHeader: false },
    handler: (_request, _response, next) => {
      next(
        new ProblemError('too-many-requests', detail, {
          retryAfterSeconds: windowMs / 1000,
          values: { limit: String(limit) },
        }),
      );
    },
  };
}
