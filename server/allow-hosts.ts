import { hostname, networkInterfaces } from 'node:os';
import type { RequestHandler } from 'express';
import { ProblemError } from './problem-error.ts';
import type { Settings } from './settings.ts';
import { isLoopback } from './settings.ts';

/**
 * Refuses requests under a foreign host name: a page elsewhere could point its own name at this machine (DNS
 * rebinding) and read what only this machine's user may. It holds on loopback, wherever queries can be typed, and where
 * names are configured; else a server off loopback is asked for under names that it cannot know.
 */
export function allowHosts(
  { host, allowedHosts, cypherConsole }: Settings,
  ownHosts: () => string[] = hostsOfThisMachine,
): RequestHandler {
  const hasConsole = cypherConsole !== 'off';
  if (!isLoopback(host) && !hasConsole && allowedHosts.length === 0) return (_request, _response, next) => next();
  const allowed = new Set([host, ...allowedHosts]);
  // A machine may come to other addresses while the server runs.
  const isAllowed = (name: string) =>
    isLoopback(name) || allowed.has(name) || (hasConsole && ownHosts().includes(name));
  return (request, _response, next) => {
    const name = hostName(request.headers.host);
    if (isAllowed(name)) next();
    else next(new ProblemError('host-refused', `the host name ${name} is not allowed`, { values: { host: name } }));
  };
}

/** The names and addresses by which others reach this machine; a name elsewhere cannot be made to be one of them. */
function hostsOfThisMachine(): string[] {
  const addresses = Object.values(networkInterfaces()).flatMap((list) => list ?? []);
  return [hostname().toLowerCase(), ...addresses.map(({ address }) => address.toLowerCase())];
}

/** The host of a `Host` header, an IPv6 address without its brackets. */
function hostName(header: string | undefined): string {
  try {
    return new URL(`http://${header}`).hostname.replace(/^\[(.*)\]$/, '$1');
  } catch {
    return String(header);
  }
}
