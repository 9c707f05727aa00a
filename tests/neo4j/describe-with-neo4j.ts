import { describe, inject } from 'vitest';
import type { Neo4jAddress } from './wait-for-bolt.ts';

/** Stands in while the names of tests are gathered that cannot run. */
const nowhere: Neo4jAddress = { uri: 'bolt://127.0.0.1:0', username: '', password: '' };

/** A group of tests on the run's Neo4j. Where there is none they are skipped, and the group's name says why. */
export function describeWithNeo4j(name: string, define: (address: Neo4jAddress) => void): void {
  const neo4j = inject('neo4j');
  const isAway = 'unavailable' in neo4j;
  const reason = isAway ? ` (${neo4j.unavailable})` : '';
  describe.skipIf(isAway)(`${name}${reason}`, () => {
    define(isAway ? nowhere : neo4j);
  });
}
