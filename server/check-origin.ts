import type { RequestHandler } from 'express';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';

/**
 * Refuses what a page of another origin sends. Such a page cannot read an answer, and a browser asks before it lets it send
 * JSON; but what it may send unasked, such as a form, should not even get to a route. Who is no browser says no origin.
 */
export function checkOrigin({ allowedHosts }: Settings): RequestHandler {
  return ({ method, headers: { origin, host } }, _response, next) => {
    if (origin === undefined || method === 'GET' || method === 'HEAD') {
      next();
      return;
    }
    const page = URL.canParse(origin) ? new URL(origin) : undefined;
    // A proxy may ask under another name than the page has, which the settings then have to name.
    if (page && (page.host === host || allowedHosts.includes(page.hostname))) next();
    else next(new ProblemError('origin-refused', `the origin ${origin} is not allowed`, { values: { origin } }));
  };
}
