import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import type { RequestHandler } from 'express';
import express, { Router } from 'express';
import type { AppDependencies } from '../app-dependencies.ts';
import { problemKinds } from '../problem-error.ts';
import { allowOnly } from './allow-only.ts';

/**
 * The OpenAPI document and its page. Nothing comes from another host and no script is inline, so that the page does
 * with the same security headers as everything else. All of it is loaded when first asked for: few ever ask.
 */
export function docsRoutes({ ontology, names = [ontology.dataSet] }: AppDependencies): Router {
  const router = Router();

  router.get('/openapi.json', async ({ baseUrl }, response) => {
    const { openApiDocument } = await import('../openapi/document.ts');
    // Addresses are found in small letters and large.
    const base = baseUrl.toLowerCase() === '/api' ? '/api' : `/api/data-sets/${encodeURIComponent(ontology.dataSet)}`;
    response.set('Cache-Control', 'private, no-cache').json(openApiDocument(ontology, { base, names }));
  });

  router.get('/docs', (request, response, next) => {
    // Its own files are named relatively, which needs the slash at the end.
    if (request.originalUrl.split('?')[0]?.endsWith('/')) next();
    else response.redirect(301, 'docs/');
  });
  router.get('/docs/', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('html').send(page());
  });
  router.get('/docs/start.js', (_request, response) => {
    response.set('Cache-Control', 'no-cache').type('js').send(startScript);
  });
  router.use('/docs', swaggerFiles());
  router.all(['/openapi.json', '/docs', '/docs/', '/docs/start.js'], allowOnly('GET'));
  return router;
}

/** The vendor's two files, whose folder is looked for when first asked for. */
function swaggerFiles(): RequestHandler {
  let files: RequestHandler | undefined;
  return (request, response, next) => {
    if (!['/swagger-ui.css', '/swagger-ui-bundle.js'].includes(request.path)) {
      next();
      return;
    }
    files ??= express.static(dirname(createRequire(import.meta.url).resolve('swagger-ui-dist/package.json')), {
      index: false,
      maxAge: '1h',
    });
    files(request, response, next);
  };
}

const startScript = `SwaggerUIBundle({
  url: '../openapi.json',
  dom_id: '#api',
  deepLinking: true,
  validatorUrl: null,
  queryConfigEnabled: false,
});
`;

function page(): string {
  const problems = Object.entries(problemKinds).map(
    ([code, { status, title }]) =>
      `<tr id="${code}"><td><code>${code}</code></td><td>${status}</td><td>${title}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>API of the document graph explorer</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="swagger-ui.css">
<style>body { margin: 0 } main { max-width: 1460px; margin: auto; padding: 0 20px 40px; font-family: sans-serif }
td, th { padding: 2px 12px 2px 0; text-align: left } tr:target { background: #ffedb3 }</style>
</head>
<body>
<div id="api"></div>
<main>
<h2>Problems</h2>
<p>Whatever goes wrong is answered as <code>application/problem+json</code> (RFC 9457) with one of these codes.</p>
<table><thead><tr><th>Code</th><th>Status</th><th>Title</th></tr></thead><tbody>
${problems.join('\n')}
</tbody></table>
</main>
<script src="swagger-ui-bundle.js"></script>
<script src="start.js"></script>
</body>
</html>
`;
}
