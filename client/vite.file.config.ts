import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig, normalizePath } from 'vite';
import type { Plugin } from 'vite';
import { asOneFile } from './one-file/as-one-file.ts';

/** What stands in the file for what takes a server, or files beside it. */
const inPlaceOf: Readonly<Record<string, string>> = {
  'layout/run-chart-layout.ts': 'one-file/run-chart-layout.ts',
  'layout/start-worker.ts': 'one-file/start-worker.ts',
  'panels/workbench/workbench.tsx': 'one-file/workbench.tsx',
  'state/exporting/pdf/make-pdf.ts': 'one-file/make-pdf.ts',
};

/** The id of a module of the page: with slashes on Windows, too. */
const idOf = (path: string): string => normalizePath(join(import.meta.dirname, path));

/** Puts other modules in the place of some. The build fails where one of these is met no more, since nothing would replace it. */
function exchange(): Plugin {
  const left = new Set(Object.keys(inPlaceOf));
  return {
    name: 'exchange',
    enforce: 'pre',
    async resolveId(source, importer) {
      const found = await this.resolve(source, importer, { skipSelf: true });
      const exchanged = found && Object.entries(inPlaceOf).find(([path]) => found.id === idOf(path));
      if (!exchanged) return null;
      left.delete(exchanged[0]);
      return idOf(exchanged[1]);
    },
    buildEnd(error) {
      if (!error && left.size > 0) this.error(`nothing imports ${[...left].join(', ')}, which was to be exchanged`);
    },
  };
}

/** Builds the template of the page as one file. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [exchange(), react(), asOneFile()],
  logLevel: 'warn',
  build: {
    outDir: 'dist',
    emptyOutDir: false,
    target: 'es2022',
    modulePreload: false,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 4_000,
    rolldownOptions: {
      input: join(import.meta.dirname, 'one-file/main.ts'),
      // A file's worker can be no module: it runs the page's own script, so this is none either.
      output: { format: 'iife', codeSplitting: false },
      // What would load further modules stands there, but has none to load.
      checks: { emptyImportMeta: false },
    },
  },
});
