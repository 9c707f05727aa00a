import type { TestProject } from 'vitest/node';
import { countNodes, emptyDatabase } from './empty-database.ts';
import { messageOf } from './message-of.ts';
import { startNeo4j, type StartedNeo4j } from './start.ts';
import type { Neo4jAddress } from './wait-for-bolt.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The server that the tests may use and empty as they like, or why there is none. */
    neo4j: Neo4jAddress | { unavailable: string };
  }
}

let server: StartedNeo4j | undefined;

/** One Neo4j for all test files that need one; each begins with an empty database. */
export async function setup(project: TestProject): Promise<void> {
  try {
    server = await startNeo4j({ external: givenAddress() });
    await refuseFull(server);
    project.provide('neo4j', { uri: server.uri, username: server.username, password: server.password });
  } catch (error) {
    const unavailable = messageOf(error);
    console.error(`Tests with a real Neo4j are skipped: ${unavailable}`);
    project.provide('neo4j', { unavailable });
    server = undefined;
  }
}

export async function teardown(): Promise<void> {
  if (server?.kind === 'external') await emptyDatabase(server);
  await server?.stop();
}

function givenAddress(): Neo4jAddress | undefined {
  const {
    NEO4J_TEST_URI: uri,
    NEO4J_TEST_USERNAME: username = 'neo4j',
    NEO4J_TEST_PASSWORD: password = '',
  } = process.env;
  return uri ? { uri, username, password } : undefined;
}

/** The tests delete everything, so a server with somebody's data is not touched. */
async function refuseFull(started: StartedNeo4j): Promise<void> {
  if (started.kind !== 'external') return;
  const count = await countNodes(started);
  if (count === 0) return;
  throw new Error(`the database at NEO4J_TEST_URI has ${count} nodes, which the tests would delete: give an empty one`);
}
