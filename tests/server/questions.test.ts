import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { Answer } from '../../server/contract/answer.ts';
import { Problem } from '../../server/contract/problem.ts';
import { QueryInfo, QueryStatement } from '../../server/contract/query.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp({ environment: { CYPHER_CONSOLE: 'off' } });
});
afterAll(async () => {
  await app.stop();
});

/** What a named query asks the database, by the address of its answer. */
async function statement(path: string): Promise<QueryStatement> {
  const response = await app.get(`/api/queries/${path.replace('?', '/statement?')}`);
  return QueryStatement.parse(await response.json());
}

async function refused(path: string): Promise<[number, string]> {
  const response = await app.get(`/api/queries/${path}`);
  return [response.status, Problem.parse(await response.json()).code];
}

describe('the questions of the gallery, where nobody may type Cypher', () => {
  it('are answered, as they stand and with blanks filled otherwise', async () => {
    const typed = await app.post('/api/cypher', { query: 'RETURN 1 AS one' });
    expect(Problem.parse(await typed.json()).code).toBe('cypher-off');
    const first = Answer.parse(await (await app.get('/api/queries/question-honours-of')).json());
    expect(first.table.rows).toHaveLength(2);
    const other = await app.get('/api/queries/question-honours-of?body=association-party-committee');
    const awards = Answer.parse(await other.json()).graph.nodes.filter(({ labels }) => labels.includes('Award'));
    expect(awards.map(({ id }) => id).toSorted()).toEqual([
      'national-advanced-organisation',
      'provincial-advanced-organisation',
    ]);
  });

  it('are not sent again to who has the answer', async () => {
    const tag = String((await app.get('/api/queries/question-rights')).headers.get('etag'));
    const asked = { 'if-none-match': tag, 'cache-control': 'max-age=0' };
    expect((await app.get('/api/queries/question-rights', asked)).status).toBe(304);
  });

  it('are listed with their blanks as parameters', async () => {
    const infos = z.array(QueryInfo).parse(await (await app.get('/api/queries')).json());
    const question = infos.find(({ name }) => name === 'question-at-least');
    expect(question).toMatchObject({
      title: { zh: '哪些数字不小于[数值]？', en: 'Which figures are [value] or more?' },
      result: 'table',
      parameters: { properties: { least: { type: 'number', minimum: 0, default: 1000 } } },
    });
    const { questions } = app.loaded.ontology;
    const own = questions.flatMap(({ id, cypher }) => (cypher === undefined ? [] : [`question-${id}`]));
    expect(infos.map(({ name }) => name).filter((name) => name.startsWith('question-'))).toEqual(own);
  });
});

describe('GET /api/queries/:name/statement', () => {
  it('tells the text and the values of a named query and of a question', async () => {
    const { cypher, params, isWhole } = await statement('question-founding?body=party-branches');
    expect(cypher).toMatch(/^MATCH [\s\S]*ORDER BY founder\.id$/);
    expect([params, isWhole]).toEqual([{ body: 'party-branches', dataSet: 'jinhua-2011' }, true]);
    // Values that are made of the parameters are told as they are made.
    expect((await statement('search?text=Law%20Firm')).params).toMatchObject({
      words: ['law', 'firm'],
      longest: 'firm',
    });
    expect((await statement('paths?from=a&to=b&kind=all&maxHops=2')).cypher).not.toContain('{{');
  });

  it('refuses what the query itself refuses, and asks the database nothing', async () => {
    expect(await refused('nothing/statement')).toEqual([404, 'unknown-query']);
    expect(await refused('node/statement')).toEqual([400, 'invalid-parameter']);
    expect(await refused('question-of-type/statement?type=X')).toEqual([400, 'invalid-parameter']);
    expect((await statement('node?id=nobody')).params).toMatchObject({ id: 'nobody' });
  });
});
