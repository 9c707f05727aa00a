import type { TestProject } from 'vitest/node';
import { startNeo4j, type StartedNeo4j } from './start.ts';
import type { Neo4jAddress } from './wait-for-bolt.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the tests may use and empty as they like, or why there is none. */
    neo4j: Neo4jAddress | { unavailable: string };
  }
}

let server: StartedNeo4j | undefined;

/** One Neo4j for all test files whose names end in `neo4j.test.ts`. */
export async function setup(project: TestProject): Promise<void> {
  const { NEO4J_TEST_URI: uri, NEO4J_TEST_USERNAME: username = 'neo4j', NEO4J_TEST_PASSWORD: password = '' } = process.env;
  try {
    server = await startNeo4j({ external: uri ? { uri, username, password } : undefined });
    project.provide('neo4j', { uri: server.uri, username: server.username, password: server.password });
  } catch (error) {
    const unavailable = (error as Error).message;
    console.error(`Tests with a real Neo4j are skipped: ${unavailable}`);
    project.provide('neo4j', { unavailable });
  }
}

export async function teardown(): Promise<void> {
  await server?.stop();
}
