import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, defineConfig } from 'vite';
import type { Plugin } from 'vite';

const api = 'http://127.0.0.1:4300';
/** The page's own folder `api` is no part of the server's. */
const apiAddresses = '^/api/(?!.*\\.ts)';
/** The server takes what its own page sends, and no other's. */
const apiProxy = { target: api, changeOrigin: true, headers: { origin: api } };

/** Builds the template of the page as one file, too, beside the page. */
function alsoAsOneFile(): Plugin {
  return {
    name: 'also-as-one-file',
    apply: 'build',
    async closeBundle() {
      await build({ configFile: join(import.meta.dirname, 'vite.file.config.ts') });
    },
  };
}

export default defineConfig(({ command }) => {
  // Inherited from a test run, NODE_ENV would put the development version of React on the page.
  if (command === 'build') process.env['NODE_ENV'] = 'production';
  return {
    root: import.meta.dirname,
    plugins: [react(), alsoAsOneFile()],
    build: {
      outDir: 'dist',
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: true,
      chunkSizeWarningLimit: 1_000,
      // All that the first picture needs is one file: what other parts share with it would be fifty small ones.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'first', test: /client\/main\.tsx$/ }] } } },
    },
    // The layouts' worker fetches each layout when it is asked for.
    worker: { format: 'es' },
    // `npx vite --config client/vite.config.ts` beside a running `npm start` reloads the page as its source changes.
    server: { host: '127.0.0.1', proxy: { [apiAddresses]: apiProxy } },
  };
});
