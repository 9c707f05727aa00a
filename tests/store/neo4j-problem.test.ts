import neo4j from 'neo4j-driver';
import { describe, expect, it } from 'vitest';
import { reasonOf, toProblem } from '../../server/store/neo4j-problem.ts';

describe('a Neo4j that is out of reach', () => {
  const sentence = 'Failed to connect to server. Caused by: connect ECONNREFUSED 10.1.2.3:7687';
  const error = new neo4j.Neo4jError(sentence, neo4j.error.SERVICE_UNAVAILABLE, '08000', sentence);

  it('is told without its address, which is for the log', () => {
    const problem = toProblem(error);
    expect(problem.toProblem()).toMatchObject({ code: 'database-unavailable', detail: 'Neo4j does not answer' });
    expect(JSON.stringify(problem.toProblem())).not.toContain('10.1.2.3');
    expect(problem.cause).toBe(error);
  });

  it('is told with it to who starts the server', () => {
    expect(reasonOf(toProblem(error))).toContain('connect ECONNREFUSED 10.1.2.3:7687');
  });
});
