import { defineConfig } from 'vitest/config';

const needsNeo4j = 'tests/**/*neo4j.test.ts';

const config = defineConfig({
  test: {
    root: new URL('..', import.meta.url).pathname,
    testTimeout: 30_000,
    hookTimeout: 120_000,
    projects: [
      { extends: true, test: { name: 'plain', include: ['tests/**/*.test.ts'], exclude: [needsNeo4j] } },
      {
        extends: true,
        test: {
          name: 'neo4j',
          include: [needsNeo4j],
          globalSetup: ['tests/neo4j/global-setup.ts'],
          // Community has one database, and each file wants it for itself.
          fileParallelism: false,
        },
      },
    ],
  },
});

export default config;
