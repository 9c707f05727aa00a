import { once } from 'node:events';
import express from 'express';
import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import { problemHandler } from '../../server/problem-handler.ts';
import { toProblem } from '../../server/store/neo4j-problem.ts';
import { portOf } from '../neo4j/port-of.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

describe('the log of each request', () => {
  const token = 'a-token-that-everybody-here-shares';
  const lines: string[] = [];
  let app: RunningApp;
  beforeAll(async () => {
    const environment = { LOG_LEVEL: 'debug', CYPHER_TOKEN: token };
    app = await startApp({ environment, log: { write: (line) => lines.push(line) } });
  });
  afterAll(async () => {
    await app.stop();
  });

  it('has nothing in it by which its reader could pass for the caller', async () => {
    const headers = { authorization: `Bearer ${token}`, cookie: 'session=of-another-server' };
    const response = await app.post('/api/cypher', { query: 'RETURN 1 AS one' }, headers);
    expect(response.status).toBe(200);
    await response.text();
    await expect.poll(() => lines.join('')).toContain('/api/cypher');
    expect(lines.join('')).not.toContain(token);
    expect(lines.join('')).not.toContain('of-another-server');
  });
});

describe('the log of a failure that is told to all who ask', () => {
  it('has it once', async () => {
    const lines: string[] = [];
    const remembered = new ProblemError('data-set-unusable', 'beta: no', { values: { name: 'beta', reason: 'no' } });
    const app = express();
    app.get('/remembered', () => Promise.reject(remembered));
    app.get('/new', () => Promise.reject(new ProblemError('internal', 'oh')));
    app.use(problemHandler(pino({ level: 'warn' }, { write: (line) => lines.push(line) })));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    for (const path of ['remembered', 'new', 'remembered', 'new', 'remembered']) {
      const response = await fetch(`http://127.0.0.1:${portOf(server)}/${path}`);
      expect(response.status).toBeGreaterThanOrEqual(500);
    }
    server.close();
    expect(lines.map((line) => /"msg":"([^"]*)"/.exec(line)?.[1])).toEqual([
      'a data set cannot be opened',
      'a request failed unexpectedly',
      'a request failed unexpectedly',
    ]);
  });
});

describe('the log of a database that is out of reach', () => {
  it('has its address, which the caller is not told', async () => {
    const sentence = 'Failed to connect to server. Caused by: connect ECONNREFUSED 10.1.2.3:7687';
    const error = toProblem(new neo4j.Neo4jError(sentence, neo4j.error.SERVICE_UNAVAILABLE, '08000', sentence));
    const lines: string[] = [];
    const app = express();
    app.use(() => Promise.reject(error));
    app.use(problemHandler(pino({ level: 'warn' }, { write: (line) => lines.push(line) })));
    const server = app.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const response = await fetch(`http://127.0.0.1:${portOf(server)}/`);
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringContaining('10.1.2.3')]);
    expect(lines.join('')).toContain('10.1.2.3:7687');
    server.close();
  });
});
