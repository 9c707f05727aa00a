import type { RequestHandler } from 'express';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';
import { isLoopback } from './settings.ts';

const ownNames = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests under a foreign host name: a page elsewhere could point its own name at this machine (DNS
 * rebinding) and read what only this machine's user may. Off loopback it holds where names are configured.
 */
export function allowHosts({ host, allowedHosts }: Settings): RequestHandler {
  if (!isLoopback(host) && allowedHosts.length === 0) return (_request, _response, next) => next();
  const allowed = new Set([...ownNames, host.includes(':') ? `[${host}]` : host, ...allowedHosts]);
  return (request, _response, next) => {
    const name = hostName(request.headers.host);
    if (allowed.has(name)) next();
    else next(new ProblemError('host-refused', `the host name ${name} is not allowed`, { values: { host: name } }));
  };
}

function hostName(header: string | undefined): string {
  try {
    return new URL(`http://${header}`).hostname;
  } catch {
    return String(header);
  }
}
