import compression from 'compression';
import type { RequestHandler } from 'express';

/** Compresses answers for those who take them so; the others are spared that each answer is looked at. */
export function compress(options?: compression.CompressionOptions): RequestHandler {
  const compressed = compression(options);
  return (request, response, next) => {
    const accepted = request.headers['accept-encoding'];
    if (accepted !== undefined && accepted !== 'identity') {
      compressed(request, response, next);
      return;
    }
    response.setHeader('Vary', 'Accept-Encoding');
    next();
  };
}
