import { afterAll, beforeAll, describe } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import { canStart, startNeo4j, type StartedNeo4j } from '../neo4j/start.ts';
import { checkAnswer, describeConformance } from './conformance.ts';

const version = '2026.08.1';
const isPossible = await canStart(version);
const reason = isPossible ? '' : ' (needs Docker, or Java 21 and Maven)';

describe.skipIf(!isPossible)(`Neo4j ${version} answers as the cases say${reason}`, () => {
  let server: StartedNeo4j;
  beforeAll(async () => {
    server = await startNeo4j({ version });
  });
  afterAll(() => server.stop());

  describeConformance((key) => openNeo4j({ ...server, key }), checkAnswer);
});
