import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Problem } from '../../server/contract/problem.ts';
import { problemKinds } from '../../server/problem-error.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
const logged: string[] = [];
beforeAll(async () => {
  const log = { write: (line: string) => logged.push(line) };
  app = await startApp({ environment: { CYPHER_TIMEOUT_MS: '20000' }, log });
});
afterAll(async () => {
  await app.stop();
});

/** The problem of a response, whose outer shape is checked on the way. */
async function problemIn(response: Response): Promise<Problem> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  expect(response.headers.get('cache-control')).toBe('no-store');
  const problem = Problem.parse(await response.json());
  expect(problem.status).toBe(response.status);
  expect(problemKinds).toHaveProperty(problem.code);
  expect(problem.type).toBe(`/api/docs#${problem.code}`);
  return problem;
}

const cypher = async (query: string, params = {}) => problemIn(await app.post('/api/cypher', { query, params }));

describe('a wrong address or parameter', () => {
  it.each([
    ['/api/nothing', 404, 'not-found', '/api/nothing'],
    ['/nothing', 404, 'not-found', '/nothing'],
    ['/api/queries/%E0%A4%A', 404, 'not-found', 'not well formed'],
    ['/api/queries/nobody-wrote-it', 404, 'unknown-query', 'nobody-wrote-it'],
    ['/api/queries/node', 400, 'invalid-parameter', 'parameter id: it is missing'],
    ['/api/queries/node?id=', 400, 'invalid-parameter', 'parameter id'],
    ['/api/queries/node?id=a&id=b', 400, 'invalid-parameter', 'parameter id: it is given 2 times'],
    ['/api/queries/node?id=nobody', 404, 'unknown-node', 'nobody'],
    ['/api/queries/node?id=lawyers&constructor=1', 400, 'invalid-parameter', 'constructor'],
    ['/api/queries/node?id=lawyers&__proto__=1', 400, 'invalid-parameter', '__proto__'],
    ['/api/queries/overview?depth=many', 400, 'invalid-parameter', 'parameter depth: expected number, received string'],
    ['/api/queries/overview?depth=1.5', 400, 'invalid-parameter', 'parameter depth'],
    [
      '/api/queries/overview?depth=1e309',
      400,
      'invalid-parameter',
      'parameter depth: expected number, received string',
    ],
    ['/api/queries/overview?deep=1', 400, 'invalid-parameter', 'parameter deep: there is no such parameter'],
    ['/api/queries/neighbours?ids=lawyers&limit=100000', 400, 'invalid-parameter', 'parameter limit'],
    ['/api/queries/neighbours?ids=lawyers%2Cparty-branches', 404, 'unknown-node', 'the id lawyers,party-branches'],
    ['/api/queries/neighbours?ids', 400, 'invalid-parameter', 'parameter ids'],
    ['/api/queries/evidence?id=a.HAS_BRANCH.b', 404, 'unknown-relationship', 'a.HAS_BRANCH.b'],
  ])('%s is answered %i %s', async (path, status, code, detail) => {
    const problem = await problemIn(await app.get(path));
    expect(problem).toMatchObject({ status, code, detail: expect.stringContaining(detail) });
  });

  it.each([
    ['a name that is repeated', 'node', 'a', 'a&'],
    ['a list that is repeated', 'neighbours', 'ids', 'ids=a&'],
    ['a list that is joined', 'neighbours', 'ids', 'ids=', 'a,'],
  ])('is read no further than any needs to be: %s', async (_, query, name, first, rest = first) => {
    const problem = await problemIn(await app.get(`/api/queries/${query}?${first}${rest.repeat(3_000)}`));
    const reason = 'it is given more than 1000 times';
    expect(problem).toMatchObject({ code: 'invalid-parameter', values: { parameter: name, reason } });
  });

  it('names the parameter for the page to word', async () => {
    const problem = await problemIn(await app.get('/api/queries/node'));
    expect(problem.values).toEqual({ parameter: 'id', reason: 'it is missing' });
  });
});

describe('a wrong body', () => {
  it.each([
    ['{"query": ', {}, 400, 'invalid-body', 'not JSON'],
    ['{}', {}, 400, 'invalid-body', 'query'],
    ['[]', {}, 400, 'invalid-body', 'body'],
    ['{"query": ""}', {}, 400, 'invalid-body', 'query'],
    ['{"query": "RETURN 1", "uri": "bolt://elsewhere"}', {}, 400, 'invalid-body', 'uri'],
    ['{"query": "RETURN 1", "limit": 0}', {}, 400, 'invalid-body', 'limit'],
    ['RETURN 1', { 'content-type': 'text/plain' }, 400, 'invalid-body', 'application/json'],
    [`{"query": "${'x'.repeat(70_000)}"}`, {}, 413, 'body-too-large', 'too large'],
  ])('%.40s is answered', async (body, headers, status, code, detail) => {
    const problem = await problemIn(await app.post('/api/cypher', body, headers));
    expect(problem).toMatchObject({ status, code, detail: expect.stringContaining(detail) });
  });
});

describe('a query that somebody typed', () => {
  it('is told where its syntax is wrong', async () => {
    const problem = await cypher('MATCH (n:Entity)\nRETRUN n');
    expect(problem).toMatchObject({ status: 400, code: 'cypher-syntax', position: { line: 2, column: 1 } });
  });

  it.each([
    ["CREATE (n:Entity {id: 'new'})", 'cypher-write'],
    ['MATCH (n) DETACH DELETE n', 'cypher-write'],
    ["LOAD CSV FROM 'file:///etc/passwd' AS line RETURN line", 'cypher-refused'],
    ['CALL dbms.listConfig()', 'cypher-refused'],
  ])('is refused for %s', async (query, code) => {
    expect(await cypher(query)).toMatchObject({ status: 403, code });
  });

  it('is refused when it changes the schema', async () => {
    expect((await cypher('CREATE INDEX x FOR (n:Entity) ON (n.name)')).status).toBe(403);
  });

  it('is refused when it is too long or too deep', async () => {
    expect(await cypher(`RETURN '${'x'.repeat(9_000)}' AS text`)).toMatchObject({
      status: 400,
      code: 'cypher-too-long',
    });
    expect(await cypher(`RETURN ${'['.repeat(300)}${']'.repeat(300)} AS x`)).toMatchObject({ code: 'cypher-too-long' });
  });

  it('is stopped at the time limit, and the server answers on', async () => {
    const query = 'MATCH (a), (b), (c), (d), (e) WHERE a.name + b.name = c.name + d.name + e.name RETURN count(*) AS n';
    const hasty = await app.another({ environment: { CYPHER_TIMEOUT_MS: '1000' } });
    const stopped = hasty.post('/api/cypher', { query }).then(problemIn);
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    expect(await stopped).toMatchObject({ status: 504, code: 'time-limit' });
    expect((await app.get('/api/queries/overview')).status).toBe(200);
    const next = await app.post('/api/cypher', { query: 'RETURN 1 AS one' });
    expect(next.status).toBe(200);
  });

  it('is cut at the row limit when it has a million rows', async () => {
    const response = await app.post('/api/cypher', { query: 'UNWIND range(1, 1000000) AS x RETURN x', limit: 100 });
    expect(await response.json()).toMatchObject({ truncated: true, table: { rows: { length: 100 } } });
  });

  it('is told of a parameter that the engine cannot take', async () => {
    const problem = await cypher('RETURN $p AS p', { p: { 'a\u0000b': 1 } });
    expect(problem).toMatchObject({ status: 400, code: 'cypher-unsupported', detail: expect.stringContaining('nul') });
  });

  it('is not run at all where that is switched off', async () => {
    const off = await app.another({ environment: { CYPHER_CONSOLE: 'off' } });
    const problem = await problemIn(await off.post('/api/cypher', { query: 'RETURN 1 AS one' }));
    expect(problem).toMatchObject({ status: 403, code: 'cypher-off' });
    expect(await (await off.get('/api/health')).json()).toMatchObject({ cypherConsole: false });
    expect((await off.get('/api/queries/overview')).status).toBe(200);
  });
});

describe('too many requests', () => {
  it('are told when to come back', async () => {
    const strict = await app.another({ environment: { RATE_LIMIT_PER_MINUTE: '2' } });
    expect((await strict.get('/api/health')).status).toBe(200);
    expect((await strict.get('/api/health')).status).toBe(200);
    const response = await strict.get('/api/health');
    expect(Number(response.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemIn(response)).toMatchObject({ status: 429, code: 'too-many-requests' });
  });
});

describe('whatever was said above', () => {
  it('was the caller’s mistake, so nothing was logged as ours', () => {
    expect(logged).toEqual([]);
  });
});
