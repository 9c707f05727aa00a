import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from './settings.ts';

const nobody = "'none'";

/** What browsers are told not to do with the page: to load from elsewhere, and to show it in the frame of another page. */
export function securityHeaders({ embedOrigins }: Settings): RequestHandler {
  const usual = headers([nobody]);
  if (embedOrigins.length === 0) return usual;
  const embedded = headers(embedOrigins);
  return (request, response, next) => (isEmbed(request) ? embedded : usual)(request, response, next);
}

/** The page as it is shown in a frame: it asks named queries only, whatever its address says. */
function isEmbed({ path, query }: Request): boolean {
  return /^\/(data\/[^/]+\/)?$/.test(path) && query['embed'] === '1' && query['presenter'] === undefined;
}

function headers(frameAncestors: string[]): RequestHandler {
  return helmet({
    contentSecurityPolicy: {
      // Not the defaults of helmet: they would send browsers to https, which a server on loopback does not have.
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        scriptSrc: ["'self'"],
        // The canvas and the accessible widgets place things by style attributes.
        styleSrc: ["'self'", "'unsafe-inline'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        workerSrc: ["'self'", 'blob:'],
        connectSrc: ["'self'"],
        objectSrc: ["'none'"],
        baseUri: ["'none'"],
        formAction: ["'self'"],
        frameAncestors,
      },
    },
    // It cannot name others.
    xFrameOptions: frameAncestors.includes(nobody) && { action: 'deny' },
    strictTransportSecurity: false,
  });
}
