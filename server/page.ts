import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RequestHandler } from 'express';
import express, { Router } from 'express';
import type { DataSets } from './data-sets.ts';
import { allowOnly } from './routes/allow-only.ts';

/** The page of each data set: the first one's at `/`, and those of the others, which are the same page, at `/data/<name>/`. */
export function page(folder: string, dataSets: DataSets): RequestHandler[] {
  return [files(folder), pagesOfDataSets(folder, dataSets)];
}

/** Files with a hash in their name never change; the page itself is always asked for again. */
function files(folder: string): RequestHandler {
  return express.static(folder, {
    setHeaders(response, path) {
      const isHashed = /[\\/]assets[\\/]/.test(path);
      response.setHeader('Cache-Control', isHashed ? 'public, max-age=31536000, immutable' : 'no-cache');
    },
  });
}

function pagesOfDataSets(folder: string, dataSets: DataSets): Router {
  const router = Router({ strict: true });
  router.get('/data/:dataSet', (request, response) => {
    response.redirect(301, `${encodeURIComponent(request.params.dataSet)}/${searchOf(request.originalUrl)}`);
  });
  router.get('/data/:dataSet/', async (request, response) => {
    const { dataSet } = request.params;
    const [first] = dataSets.names;
    // One data set has one page: what a reader keeps of it is in one place, whichever link was followed.
    if (dataSet === first) {
      response.set('Cache-Control', 'no-cache').redirect(302, `/${searchOf(request.originalUrl)}`);
      return;
    }
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    // The page says itself in the reader's language that there is none of that name, and which there are.
    response.status(dataSets.names.includes(dataSet) ? 200 : 404);
    response.set('Cache-Control', 'no-cache').type('html');
    // What the page asks for first is on its way before its script is.
    response.send(html.replaceAll('href="/api/', `href="/api/data-sets/${encodeURIComponent(dataSet)}/`));
  });
  router.all(['/data/:dataSet', '/data/:dataSet/'], allowOnly('GET'));
  return router;
}

/** The part of an address from its question mark on. */
function searchOf(address: string): string {
  return /\?.*$/s.exec(address)?.[0] ?? '';
}
