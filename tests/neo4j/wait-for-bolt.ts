import { setTimeout as sleep } from 'node:timers/promises';
import neo4j, { Neo4jError } from 'neo4j-driver';
import { messageOf } from './message-of.ts';

/** How to reach a Neo4j server. */
export interface Neo4jAddress {
  uri: string;
  username: string;
  password: string;
}

/** Tries until the server answers over Bolt; gives up after a time, or at once when `stopped` says why. */
export async function waitForBolt(
  { uri, username, password }: Neo4jAddress,
  { seconds, stopped }: { seconds: number; stopped: () => string | undefined },
): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { connectionTimeout: 2_000 });
  const end = Date.now() + seconds * 1000;
  try {
    for (;;) {
      try {
        await driver.executeQuery('RETURN 1', {}, { routing: neo4j.routing.READ });
        return;
      } catch (error) {
        const reason = stopped();
        if (reason) throw new Error(reason, { cause: error });
        if (error instanceof Neo4jError && error.code.startsWith('Neo.ClientError.Security')) throw error;
        if (Date.now() > end) {
          throw new Error(`Neo4j at ${uri} did not answer within ${seconds} s: ${messageOf(error)}`, { cause: error });
        }
      }
      await sleep(100);
    }
  } finally {
    await driver.close();
  }
}
