import type { Request, RequestHandler } from 'express';
import helmet from 'helmet';
import type { Settings } from './settings.ts';

const nobody = "'none'";

/**
 * What browsers are told not to do: with a page, to load from elsewhere and to show it in the frame of another page; with what
 * is no page, to take it for one.
 */
export function securityHeaders({ embedOrigins }: Settings): RequestHandler {
  const usual = headers([nobody]);
  const embedded = embedOrigins.length === 0 ? usual : headers(embedOrigins);
  return (request, response, next) => {
    const ofRequest = isData(request) ? headersOfData : isEmbed(request) ? embedded : usual;
    ofRequest(request, response, next);
  };
}

/** All of the API but its own page. */
const isData = ({ path }: Request): boolean => /^\/api\/(?!(data-sets\/[^/]+\/)?docs(\/|$))/i.test(path);

/** Few, since they travel with each answer. */
const headersOfData: RequestHandler = (_request, response, next) => {
  response.setHeader('Content-Security-Policy', "default-src 'none';frame-ancestors 'none'");
  response.setHeader('Cross-Origin-Resource-Policy', 'same-origin');
  response.setHeader('X-Content-Type-Options', 'nosniff');
  next();
};

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
