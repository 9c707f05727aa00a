import neo4j from 'neo4j-driver';
import type { Neo4jAddress } from './wait-for-bolt.ts';

/** Deletes every node and relationship. */
export async function emptyDatabase({ uri, username, password }: Neo4jAddress): Promise<void> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  const session = driver.session();
  try {
    await session.run('MATCH (n) CALL (n) { DETACH DELETE n } IN TRANSACTIONS OF 5000 ROWS');
  } finally {
    await session.close();
    await driver.close();
  }
}

/** The number of nodes. */
export async function countNodes({ uri, username, password }: Neo4jAddress): Promise<number> {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    const { records } = await driver.executeQuery('MATCH (n) RETURN count(n) AS count');
    return Number(records[0]?.get('count'));
  } finally {
    await driver.close();
  }
}
