import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { QueryPlan } from '../../server/contract/plan.ts';
import { Problem } from '../../server/contract/problem.ts';
import { Vocabulary } from '../../server/contract/vocabulary.ts';
import type { RunningApp } from './running-app.ts';
import { startApp } from './running-app.ts';

let app: RunningApp;
beforeAll(async () => {
  app = await startApp();
});
afterAll(async () => {
  await app.stop();
});

const ask = (body: object) => app.post('/api/cypher/plan', body);

describe('the plan of a typed query', () => {
  it('is answered without running it, unless it is to be profiled', async () => {
    const body = { query: 'MATCH (n:Campaign) WHERE n.name <> $name RETURN n', params: { name: '' } };
    const explained = await ask(body);
    expect(explained.headers.get('cache-control')).toBe('no-store');
    const plan = QueryPlan.parse(await explained.json());
    expect(plan).toMatchObject({ queryType: 'r', profiled: false });
    expect(plan.root.rows).toBeUndefined();
    const profiled = QueryPlan.parse(await (await ask({ ...body, profile: true })).json());
    const answer: { table: { rows: unknown[] } } = await (await app.post('/api/cypher', body)).json();
    expect(profiled).toMatchObject({ profiled: true, rows: answer.table.rows.length });
    expect(profiled.rows).toBeGreaterThan(0);
  });

  it('is refused for a query that might not be run, and for a body that is none', async () => {
    for (const [body, status, code] of [
      [{ query: 'CREATE (n) RETURN n' }, 403, 'cypher-write'],
      [{ query: 'RETRUN 1' }, 400, 'cypher-syntax'],
      [{ query: 'RETURN 1 AS one', limit: 5 }, 400, 'invalid-body'],
      [{ query: 'RETURN 1 AS one', profile: 'yes' }, 400, 'invalid-body'],
    ] as const) {
      const response = await ask(body);
      expect([response.status, Problem.parse(await response.json()).code]).toEqual([status, code]);
    }
  });

  it('is stopped at the time limit when it is profiled', async () => {
    const hasty = await app.another({ environment: { CYPHER_TIMEOUT_MS: '500' } });
    const query = 'MATCH (a), (b), (c), (d), (e) WHERE a.name + b.name = c.name + d.name + e.name RETURN count(*) AS n';
    const response = await hasty.post('/api/cypher/plan', { query, profile: true });
    expect([response.status, Problem.parse(await response.json()).code]).toEqual([504, 'time-limit']);
  });
});

describe('the vocabulary of typed queries', () => {
  it('is what can be named: labels, types, properties, functions and procedures', async () => {
    const { labels, types, properties, functions, procedures } = Vocabulary.parse(
      await (await app.get('/api/cypher/vocabulary')).json(),
    );
    expect(labels.map(({ name }) => name)).toContain('Campaign');
    // The schema leaves it out, since all nodes have it; queries name it all the same.
    const whole = await app.loaded.store.count({});
    expect(labels).toContainEqual({ name: 'Entity', count: whole.nodes });
    expect(types.map(({ name }) => name)).toContain('HAS_BRANCH');
    expect(properties).toContain('name');
    expect(functions.map(({ name }) => name)).toContain('toUpper');
    expect(procedures.map(({ name }) => name)).toContain('db.labels');
  });

  it('has only functions that a query may call, with what the signature says', async () => {
    const { functions } = Vocabulary.parse(await (await app.get('/api/cypher/vocabulary')).json());
    expect(functions.length).toBeGreaterThan(60);
    const values = new Map(
      Object.entries({
        BOOLEAN: 'true',
        STRING: "'1'",
        INTEGER: '1',
        FLOAT: '0.5',
        ANY: "'2011-05-31'",
        NODE: 'n',
        RELATIONSHIP: 'r',
        PATH: 'p',
        MAP: '{a: 1}',
        'LIST<ANY>': '[1, 2]',
      }),
    );
    // These have a syntax of their own, or texts of their own form.
    const special = new Map(
      Object.entries({
        all: 'all(x IN [1] WHERE x > 0)',
        any: 'any(x IN [1] WHERE x > 0)',
        none: 'none(x IN [1] WHERE x > 0)',
        single: 'single(x IN [1] WHERE x > 0)',
        reduce: 'reduce(s = 0, x IN [1] | s + x)',
      }),
    );
    const failed: string[] = [];
    for (const { name, arguments: slots } of functions) {
      const given = slots.filter((slot) => slot.default === undefined);
      const call =
        special.get(name) ?? `${name}(${given.map(({ type }) => values.get(type.split(' | ')[0] ?? '')).join(', ')})`;
      const query = `MATCH p = (n:Campaign)-[r]->(m) WITH n, r, p ORDER BY r.id LIMIT 1 RETURN ${call} AS value`;
      const response = await app.post('/api/cypher', { query });
      if (!response.ok) failed.push(`${call}: ${Problem.parse(await response.json()).detail}`);
    }
    expect(failed).toEqual([]);
  });
});
