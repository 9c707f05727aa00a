import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const neo4j = ['tests/**/neo4j.test.ts', 'tests/**/*.neo4j.test.ts'];
const browser = ['tests/browser/**/*.test.ts'];

/** One project for what needs nothing, and one for each thing that must be had first, at most once in a run. */
export default defineConfig({
  test: {
    root: fileURLToPath(new URL('..', import.meta.url)),
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Files that wait for a browser or a database leave room for another, on two cores too.
    maxWorkers: 2,
    // A page or a server may be slow on a busy machine: waiting ends when the thing happens, not at a time.
    expect: { poll: { timeout: 20_000 } },
    projects: [
      {
        extends: true,
        test: {
          name: 'plain',
          include: ['tests/**/*.test.ts'],
          exclude: [...neo4j, ...browser],
          globalSetup: 'tests/poppler/global-setup.ts',
          setupFiles: 'tests/client/setup-file.ts',
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: browser,
          exclude: neo4j,
          // On a busy machine one in some thousand tasks meets the page at a moment that no reader would. What fails once is
          // told at the end of the run; what fails twice has failed.
          retry: 1,
          globalSetup: ['tests/browser/global-setup.ts', 'tests/poppler/global-setup.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: neo4j,
          // A page is looked at over a real Neo4j, too.
          globalSetup: ['tests/neo4j/global-setup.ts', 'tests/browser/global-setup.ts'],
          setupFiles: 'tests/neo4j/setup-file.ts',
          // Neo4j Community has one database, and each file wants it for itself.
          fileParallelism: false,
        },
      },
    ],
  },
});
