import { afterAll, beforeAll, describe } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import { canStart, startNeo4j, type StartedNeo4j } from '../neo4j/start.ts';
import { describeStore } from './contract.ts';
import { neo4jGaps } from './neo4j-gaps.ts';

const version = '2026.08.1';
const isPossible = await canStart(version);

// Most machines have no Java that is new enough for it, so it is not part of what every run must have.
describe.skipIf(!isPossible)(`Neo4j ${version}${isPossible ? '' : ' (needs Docker, or Java 21 and Maven)'}`, () => {
  let server: StartedNeo4j;
  beforeAll(async () => {
    server = await startNeo4j({ version });
  });
  afterAll(() => server.stop());

  describeStore(`Neo4j ${version}`, (key) => openNeo4j({ ...server, key }), neo4jGaps);
});
