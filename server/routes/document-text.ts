import { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { ProblemError } from '../problem-error.ts';
import { allowOnly } from './allow-only.ts';

/** The running text of the document, where the server has it. */
export function documentTextRoutes({ documentText }: AppDependencies): Router {
  const router = Router();
  router.get('/document-text', (_request, response) => {
    if (!documentText) throw new ProblemError('no-document-text', 'the server does not have the text of the document');
    // Compressed, it would be other bytes than those that the validator vouches for.
    response.set({ 'Cache-Control': 'private, no-cache, no-transform', ETag: documentText.etag });
    response.type('text/plain').send(documentText.bytes);
  });
  router.all('/document-text', allowOnly('GET'));
  return router;
}
