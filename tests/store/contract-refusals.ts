import { describe, expect } from 'vitest';
import { limits, problem, problemCode, rows, type Suite } from './contract-suite.ts';

const writes = [
  "CREATE (n:Entity {id: 'new'}) RETURN n",
  "create (n:Entity {id: 'new'})",
  "MERGE (n:Entity {id: 'new'}) RETURN n",
  "MATCH (n:Entity {id: 'city'}) SET n.name = 'x'",
  "MATCH (n:Entity {id: 'city'}) SET n:Taken RETURN n",
  "MATCH (n:Entity {id: 'city'}) REMOVE n.name",
  "MATCH (n:Entity {id: 'everything'}) DELETE n",
  'MATCH (n) DETACH DELETE n',
  "FOREACH (x IN [1] | CREATE (:Entity {id: 'new'}))",
  "MATCH (n:Entity {id: 'city'}) CALL { WITH n CREATE (m:Entity {id: 'new'}) RETURN m } RETURN m",
  "/* MATCH (n) RETURN n */ CREATE (n:Entity {id: 'new'})",
  "MATCH (n) // harmless\nSET n.name = 'x'",
  "UNWIND [1] AS x MATCH (a:Entity {id: 'city'}) CREATE (a)-[:NEW]->(a) RETURN x",
  'MATCH ()-[r]->() DELETE r',
];

const refused = [
  "LOAD CSV FROM 'file:///etc/hostname' AS line RETURN line",
  "LOAD CSV WITH HEADERS FROM 'http://127.0.0.1:1/x.csv' AS line RETURN line",
  'load csv from "file:///data.csv" as line return line',
  'CREATE INDEX taken FOR (n:Entity) ON (n.name)',
  'CREATE CONSTRAINT taken FOR (n:Entity) REQUIRE n.name IS UNIQUE',
  'DROP INDEX taken IF EXISTS',
  'DROP CONSTRAINT taken IF EXISTS',
  'CALL dbms.listConfig()',
  "CALL db.createLabel('Taken')",
  'MATCH (n) CALL dbms.components() YIELD name RETURN name',
  'SHOW SETTINGS',
  'SHOW TRANSACTIONS',
  'SHOW USERS',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-1'",
  'EXPLAIN CREATE (n:Entity)',
  'PROFILE CREATE (n:Entity) RETURN n',
  "CREATE USER taken SET PASSWORD 'taken-password'",
  'CREATE DATABASE taken',
  'UNWIND [1, 2] AS x CALL { WITH x RETURN x AS y } IN TRANSACTIONS RETURN y',
];

/** What a query that somebody typed may not do, and what is said of one that is wrong. */
export function describeRefusals({ store, test }: Suite): void {
  const typed = (cypher: string) => store().readUntrusted(cypher, {}, limits);

  describe('a typed query that writes', () => {
    for (const cypher of writes) {
      test(`is refused: ${cypher}`, async () => {
        const before = await store().count({});
        expect(await problemCode(typed(cypher))).toBe('cypher-write');
        expect(await store().count({})).toEqual(before);
      });
    }

    test('is refused by the catalogue too', async () => {
      const before = await store().count({});
      const cypher = "CREATE (n:Entity {id: 'new'}) RETURN n";
      expect(await problemCode(store().read(cypher, {}, limits))).toBe('cypher-write');
      expect(await store().count({})).toEqual(before);
    });

    test('is not confused with one that only has the words', async () => {
      const cypher =
        "MATCH (n:Entity {id: 'city'}) WHERE n.name <> 'CREATE (x)' // DELETE n\nRETURN n.`set` AS `delete`, n.name AS name /* MERGE */";
      expect((await typed(cypher)).table).toEqual({ columns: ['delete', 'name'], rows: [[null, '金华市']] });
    });
  });

  describe('a typed query that is more than a read', () => {
    for (const cypher of refused) {
      test(`is refused: ${cypher}`, async () => {
        expect(['cypher-refused', 'cypher-write']).toContain(await problemCode(typed(cypher)));
        expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
      });
    }

    test('may call a procedure that only tells what there is', async () => {
      const answer = await typed('CALL db.labels() YIELD label RETURN label ORDER BY label');
      expect(answer.table.rows).toContainEqual(['Association']);
    });
  });

  describe('a typed query that is too much to parse', () => {
    test('is refused when it is long', async () => {
      expect(await problemCode(typed(`RETURN '${'x'.repeat(9_000)}' AS text`))).toBe('cypher-too-long');
    });

    for (const [what, cypher] of [
      ['brackets', `RETURN ${'['.repeat(500)}${']'.repeat(500)} AS x`],
      ['parentheses', `RETURN ${'('.repeat(300)}1${')'.repeat(300)} AS x`],
      ['CASE', `RETURN ${'CASE WHEN true THEN '.repeat(200)}1${' END'.repeat(200)} AS x`],
      ['NOT', `RETURN ${'NOT '.repeat(1500)}true AS x`],
    ] as const) {
      test(`is refused when it is deep in ${what}`, async () => {
        expect(await problemCode(typed(cypher))).toBe('cypher-too-long');
      });
    }
  });

  describeMistakes({ store, test });
}

function describeMistakes({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  const typed = (cypher: string) => store().readUntrusted(cypher, {}, limits);

  describe('a query that is wrong', () => {
    test('is told where its syntax ends to make sense', async () => {
      const error = await problem(typed('MATCH (n:Entity)\nRETRUN n'));
      expect(error.code).toBe('cypher-syntax');
      expect(error.position).toEqual({ line: 2, column: 1, offset: 17 });
      expect(error.message).not.toBe('');
    });

    test('is told the place in characters, whatever stands before it', async () => {
      const error = await problem(typed("MATCH (n {name: '金华⚖'}) RETURN n n"));
      expect(error.code).toBe('cypher-syntax');
      expect(error.position).toEqual({ line: 1, column: 34, offset: 33 });
    });

    test('is told its syntax error by the catalogue too', async () => {
      const error = await problem(store().read('MATCH (n:Entity)\nRETRUN n', {}, limits));
      expect(error).toMatchObject({ code: 'cypher-syntax', position: { line: 2, column: 1, offset: 17 } });
    });

    test('is told the variable that is unknown', async () => {
      const error = await problem(typed('MATCH (n:Entity) RETURN nobody'));
      expect(error.code).toBe('cypher-syntax');
      expect(error.message).toContain('nobody');
      expect(error.position).toEqual({ line: 1, column: 25, offset: 24 });
    });

    test('is told the parameter that is missing', async () => {
      const error = await problem(typed('RETURN $nowhere AS x'));
      expect(error.code).toBe('cypher-failed');
      expect(error.message).toContain('nowhere');
    });

    test('is told why it failed when it failed in running', async () => {
      const error = await problem(typed('UNWIND [1, 0] AS x RETURN 1 / x AS y'));
      expect(error.code).toBe('cypher-failed');
      expect(error.message).toMatch(/zero/i);
    });

    test('is no harm: the store answers on', async () => {
      for (const cypher of [
        '',
        ';',
        'RETURN',
        '}',
        "RETURN 'x",
        'RETURN `x',
        '/*',
        'MATCH (n) RETURN n; MATCH (m) RETURN m',
      ]) {
        expect(['cypher-syntax', 'cypher-refused']).toContain(await problemCode(typed(cypher)));
      }
      expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
    });
  });
}
