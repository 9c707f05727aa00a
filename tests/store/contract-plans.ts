import { describe, expect } from 'vitest';
import type { PlanStep, QueryPlan } from '../../server/contract/plan.ts';
import { limits, problem, problemCode, rows, runaway, type Suite } from './contract-suite.ts';

const { timeoutMs } = limits;

/** How a query is worked out: before it runs, and counted while it runs. */
export function describePlans({ store, test }: Suite): void {
  const explain = (cypher: string, params = {}) => store().plan(cypher, params, { profile: false, timeoutMs });
  const profile = (cypher: string, params = {}) => store().plan(cypher, params, { profile: true, timeoutMs });

  describe('the plan of a query', () => {
    test('is a tree from the result down to where the reading begins, and nothing of it has run', async () => {
      const cypher = 'MATCH (n:Entity {id: $id})-[:HAS_BRANCH]->(b) RETURN b.name AS name ORDER BY name';
      const plan = await explain(cypher, { id: 'committee' });
      expect(plan).toMatchObject({ queryType: 'r', profiled: false });
      expect(plan.rows).toBeUndefined();
      const steps = stepsOf(plan);
      expect(steps.map(({ operator }) => operator).join(' ')).toMatch(/Sort.*Expand/);
      expect(steps.every((step) => step.rows === undefined && step.dbHits === undefined)).toBe(true);
      expect(plan.root.children.length).toBeGreaterThan(0);
    });

    test('has each branch of a union in a place of its own', async () => {
      const { root } = await explain('MATCH (a:Place) RETURN a.id AS id UNION ALL MATCH (b:Figure) RETURN b.id AS id');
      const union = stepsOf({ root }).find(({ operator }) => operator === 'Union');
      expect(union?.children).toHaveLength(2);
      expect(JSON.stringify(union?.children[0])).toContain('Place');
      expect(JSON.stringify(union?.children[1])).toContain('Figure');
    });

    test('names the procedure that is called', async () => {
      const { root } = await explain('CALL db.labels() YIELD label RETURN label');
      expect(stepsOf({ root }).some(({ details }) => details.includes('db.labels'))).toBe(true);
    });

    test('holds what a text says as it is, even where it looks like a step', async () => {
      const { root } = await explain("MATCH (n:Entity) WHERE n.name = 'a\\n  Filter (x)  rows=3' RETURN n");
      expect(stepsOf({ root }).filter(({ operator }) => operator === 'Filter').length).toBeLessThanOrEqual(1);
    });
  });

  describe('a query that is profiled', () => {
    test('is run, and each step tells its rows', async () => {
      const cypher = 'MATCH (n:Entity {id: $id})-[:HAS_BRANCH]->(b) WHERE b.order < 10 RETURN b';
      const plan = await profile(cypher, { id: 'committee' });
      expect(plan).toMatchObject({ queryType: 'r', profiled: true, rows: 2 });
      expect(plan.root.rows).toBe(2);
      expect(stepsOf(plan).every((step) => step.rows !== undefined)).toBe(true);
      expect(plan.ms).toBeGreaterThan(0);
    });

    test('gives as many rows as the query has, of which none is kept', async () => {
      expect((await profile('UNWIND range(1, 200000) AS x RETURN x')).rows).toBe(200_000);
    });

    test('is stopped at its time', async () => {
      expect(await problemCode(store().plan(runaway, {}, { profile: true, timeoutMs: 500 }))).toBe('time-limit');
      expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
    });

    test('is stopped when its caller no longer wants it', async () => {
      const controller = new AbortController();
      const { signal } = controller;
      const stopped = problemCode(store().plan(runaway, {}, { profile: true, timeoutMs, signal }));
      setTimeout(() => controller.abort(), 200);
      expect(await stopped).toBe('cancelled');
      expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
    });
  });

  for (const [way, plan] of [
    ['explained', explain],
    ['profiled', profile],
  ] as const) {
    describe(`a query that is to be ${way}`, () => {
      test(`is ${way} only if it might be run`, async () => {
        const before = await store().count({});
        expect(await problemCode(plan("CREATE (n:Entity {id: 'new'}) RETURN n"))).toBe('cypher-write');
        expect(await problemCode(plan('CALL dbms.listConfig()'))).toBe('cypher-refused');
        expect(await problemCode(plan(`RETURN ${'['.repeat(80)}${']'.repeat(80)} AS x`))).toBe('cypher-too-long');
        for (const cypher of ['PROFILE RETURN 1 AS one', 'EXPLAIN CREATE (n)']) {
          expect(await problemCode(plan(cypher))).toMatch(/^cypher-(refused|write)$/);
        }
        expect(await store().count({})).toEqual(before);
      });

      test(`is told where its syntax is wrong when it is ${way}`, async () => {
        const error = await problem(plan('MATCH (n:Entity)\nRETRUN n'));
        expect(error).toMatchObject({ code: 'cypher-syntax', position: { line: 2, column: 1, offset: 17 } });
      });
    });
  }

  describe('what a typed query may call', () => {
    test('is told with the arguments of each function', async () => {
      const { functions } = await store().callables({});
      const left = functions.find(({ name }) => name === 'left');
      expect(left?.arguments.map(({ name, type }) => [name, type])).toEqual([
        ['original', 'STRING'],
        ['length', 'INTEGER'],
      ]);
      expect(left).toMatchObject({ signature: expect.stringContaining('left('), returns: 'STRING', aggregates: false });
      expect(functions.find(({ name }) => name === 'collect')?.aggregates).toBe(true);
    });

    test('has the procedures that are allowed, and no other', async () => {
      const { procedures } = await store().callables({});
      expect(procedures.map(({ name }) => name)).toEqual(expect.arrayContaining(['db.labels', 'db.propertyKeys']));
      const called = procedures.filter(({ arguments: given }) => given.length === 0);
      for (const { name, columns } of called) {
        const answer = await store().readUntrusted(`CALL ${name}()`, {}, limits);
        expect([name, answer.table.columns]).toEqual([name, columns.map((column) => column.name)]);
      }
    });
  });
}

function stepsOf({ root }: Pick<QueryPlan, 'root'>): PlanStep[] {
  return [root, ...root.children.flatMap((child) => stepsOf({ root: child }))];
}
