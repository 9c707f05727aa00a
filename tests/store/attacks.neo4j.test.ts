import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { portOf } from '../neo4j/port-of.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { limits, problemCode, rows } from './contract-suite.ts';
import { fixture, key } from './fixture.ts';

/** Texts that READ mode alone stops: an administrator of Neo4j Community would be let through otherwise. */
const writes = [
  'CREATE (:Entity)',
  "MATCH (n:Entity {id: 'city'}) SET n.name = 'x'",
  'MATCH (n) DETACH DELETE n',
  "MERGE (n:Entity {id: 'new'})",
  "MATCH (n:Entity {id: 'city'}) REMOVE n.name",
  'MATCH (n) FOREACH (x IN [1] | SET n.x = x)',
  'CALL () { CREATE (n:Entity) RETURN n } RETURN n',
  'INSERT (:Entity)',
  'PROFILE CREATE (n:Entity) RETURN n',
  'CREATE INDEX taken FOR (n:Entity) ON (n.name)',
  'CREATE CONSTRAINT taken FOR (n:Entity) REQUIRE n.name IS UNIQUE',
  "CREATE USER taken SET PASSWORD 'taken-password'",
  "ALTER CURRENT USER SET PASSWORD FROM 'x' TO 'taken-password'",
  'CREATE DATABASE taken',
  'DROP DATABASE neo4j',
];

/** Texts that READ mode lets pass, so that only the gate stops them. */
const reads = [
  'SHOW SETTINGS YIELD name RETURN name LIMIT 1',
  'SHOW TRANSACTIONS',
  'SHOW USERS',
  'SHOW INDEXES',
  "TERMINATE TRANSACTIONS 'neo4j-transaction-0'",
  "CALL dbms.killConnection('bolt-0')",
  "CALL dbms.listConfig('server.')",
  'CALL db.clearQueryCaches()',
  "CALL db.stats.clear('QUERIES')",
  'UNWIND [1, 2] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y',
];

/** The same inside an expression, where the plan shows nothing of it. */
const hidden = [
  "RETURN [x IN [1] | COUNT { CALL db.stats.clear('QUERIES') YIELD success RETURN success }] AS x",
  'RETURN [x IN [1] | COUNT { CALL `db`.`stats`.`clear`("QUERIES") YIELD success RETURN success }] AS x',
  'RETURN [x IN [1] | COUNT { CALL /* db.labels() */ db.clearQueryCaches() YIELD value RETURN value }] AS x',
  'RETURN [x IN [1] | EXISTS { CALL dbms.listConfig("") YIELD value RETURN value }] AS x',
  'RETURN [x IN [1] | COUNT { UNWIND [1] AS y CALL (y) { RETURN 1 AS z } IN TRANSACTIONS RETURN z }] AS x',
  'RETURN [x IN [1] | COUNT { UNWIND [1] AS y CALL (y) { RETURN 1 AS z } IN 2 CONCURRENT TRANSACTIONS RETURN z }] AS x',
];

/** Reads of every sort that a person may type. */
const harmless = [
  'MATCH (n:Place|Rule) RETURN n',
  'MATCH (n:Organization&!PartyBranch) RETURN n',
  'MATCH (n:Organization&PartyBranch) RETURN n',
  "MATCH (n:Entity) WHERE n.name CONTAINS '律师' AND n.id STARTS WITH 'a' RETURN n",
  "MATCH (n:Entity) WHERE n.searchText CONTAINS 'lvshi' RETURN n",
  "MATCH (n:Entity) WHERE n.id IN ['city', 'fees'] OR n.id > 'z' RETURN n",
  "MATCH ()-[r:PART_OF {id: 'city.PART_OF.province'}]->() RETURN r",
  'MATCH (n) WHERE EXISTS { (n)-[:PART_OF]->() } OR NOT (n)--() RETURN n, COUNT { (n)--() } AS degree',
  'MATCH (n) RETURN n.id AS id, COLLECT { MATCH (n)-->(m) RETURN m.id ORDER BY m.id } AS next, [(n)<--(m) | m.id] AS before',
  "MATCH p = shortestPath((a:Entity {id: 'province'})-[*..6]-(b:Entity {id: 'fees'})) RETURN p",
  "MATCH p = ANY SHORTEST (a:Entity {id: 'province'})-[]-+(b:Entity {id: 'fees'}) RETURN p",
  "MATCH p = SHORTEST 2 GROUPS (a:Entity {id: 'province'})--+(b) RETURN p",
  "MATCH p = (:Entity {id: 'city'})((a)-->(b) WHERE a.id < b.id){1,3}() RETURN p",
  "MATCH p = (:Entity {id: 'city'})((a)-->(b)-->(c)){1,2}() RETURN p",
  "MATCH (a:Entity {id: 'city'})-[*1..3]-(b) RETURN DISTINCT b",
  'MATCH (a:Entity)-[r]->(b) RETURN type(r) AS type, count(*) AS count ORDER BY count DESC, type SKIP 1 LIMIT 3',
  'MATCH (a:Place) OPTIONAL MATCH (a)-[:RUNS]->(b) RETURN a, b UNION MATCH (a:Rule) RETURN a, null AS b',
  'UNWIND [1, 2] AS x CALL (x) { MATCH (n) WHERE n.order = x RETURN n } RETURN x, n',
  'MATCH (a:Figure) RETURN min(a.value) AS low, percentileCont(a.value, 0.5) AS middle, stdev(a.value) AS spread',
  'MATCH (a:Figure), (b:Place) WHERE a.value > size(b.name) RETURN a, b',
  'MATCH (n:Entity) WHERE n.name = "CALL db.clearQueryCaches()" RETURN n // LOAD CSV',
  "RETURN '\\u91d1\\u534e' AS city",
  'MATCH (n) RETURN n.call AS call, n.load AS load, n.csv AS csv LIMIT 1',
  'CALL db.schema.visualization()',
  'CALL db.schema.nodeTypeProperties() YIELD propertyName RETURN DISTINCT propertyName',
  'CYPHER runtime=slotted MATCH (n) RETURN count(n) AS n',
  'EXPLAIN MATCH (n) RETURN n',
  'MATCH (n) FINISH',
];

describeWithNeo4j('Neo4j', describeAttacks);

function describeAttacks(address: Neo4jAddress): void {
  describe('an attack on Neo4j by a query', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openNeo4j({ ...address, key });
      await store.write(fixture);
    });
    afterAll(() => store.close());
    const typed = (cypher: string, options = limits) => store.readUntrusted(cypher, {}, options);
    const refusals = ['cypher-write', 'cypher-refused'];

    it.each(writes)('is stopped by READ mode, and by the gate before that: %s', async (cypher) => {
      const before = await store.count({});
      expect(['cypher-write', 'cypher-refused', 'cypher-failed']).toContain(
        await problemCode(store.read(cypher, {}, limits)),
      );
      expect(refusals).toContain(await problemCode(typed(cypher)));
      expect(await store.count({})).toEqual(before);
    });

    it.each(reads)('is stopped by the gate: %s', async (cypher) => {
      expect(refusals).toContain(await problemCode(typed(cypher)));
    });

    it.each(hidden)('is stopped where the plan does not show it: %s', async (cypher) => {
      expect(refusals).toContain(await problemCode(typed(cypher)));
    });

    it('is not stopped by READ mode alone: that is what the gate is for', async () => {
      expect(await rows(store, 'SHOW SETTINGS YIELD name RETURN name LIMIT 1')).toHaveLength(1);
      expect(await rows(store, 'UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y')).toEqual([[1]]);
    });

    it.each(harmless)('is told from a read: %s', async (cypher) => {
      await expect(typed(cypher)).resolves.toMatchObject({ truncated: false });
    });

    describeFiles({ typed, read: (cypher) => store.read(cypher, {}, limits) });
    describeExhaustion({ typed, store: () => store });
  });
}

type Typed = (cypher: string, options?: typeof limits) => ReturnType<Store['read']>;

function describeFiles({ typed, read }: { typed: Typed; read: Typed }): void {
  describe('that would fetch something', () => {
    let web: Server;
    let url: string;
    let hits = 0;
    beforeAll(async () => {
      web = createServer((_request, response) => {
        hits += 1;
        response.end('secret\n');
      });
      await new Promise<void>((resolve) => {
        web.listen(0, '127.0.0.1', resolve);
      });
      url = `http://127.0.0.1:${portOf(web)}/`;
    });
    afterAll(() => {
      web.close();
    });

    const loads = [
      (from: string) => `LOAD CSV FROM '${from}' AS line RETURN line`,
      (from: string) => `RETURN [x IN [1] | COUNT { LOAD CSV FROM '${from}' AS line RETURN line }] AS x`,
      (from: string) => `RETURN [x IN [1] | COUNT { LOAD/**/CSV FROM '${from}' AS line RETURN line }] AS x`,
      (from: string) => `RETURN [x IN [1] | COUNT { \\u004COAD CSV FROM '${from}' AS line RETURN line }] AS x`,
      (from: string) => `RETURN [x IN [1] | COUNT { LOAD\u001fCSV FROM '${from}' AS line RETURN line }] AS x`,
    ];
    it.each(loads.map((load) => [load('…'), load] as const))('fetches nothing: %s', async (_, load) => {
      expect(['cypher-refused', 'cypher-syntax']).toContain(await problemCode(typed(load(url))));
      expect(['cypher-refused', 'cypher-syntax']).toContain(await problemCode(typed(load('file:///data.csv'))));
      // The server's own configuration stops it too, if the gate should ever fail.
      expect(['cypher-failed', 'cypher-syntax']).toContain(await problemCode(read(load(url))));
      expect(['cypher-failed', 'cypher-syntax']).toContain(await problemCode(read(load('file:///data.csv'))));
      expect(hits).toBe(0);
    });
  });
}

function describeExhaustion({ typed, store }: { typed: Typed; store: () => Store }): void {
  describe('that would exhaust', () => {
    it.each([
      ['memory, by collecting', 'UNWIND range(1, 1000000000) AS x RETURN collect(x) AS all'],
      ['memory, by telling apart', 'UNWIND range(1, 1000000000) AS x RETURN DISTINCT x ORDER BY x DESC'],
    ])('%s, ends at the memory limit of the database', async (_, cypher) => {
      expect(await problemCode(typed(cypher))).toBe('memory-limit');
    });

    it.each([
      ['time, by counting', 'UNWIND range(1, 100000000000) AS x WITH x WHERE x < 0 RETURN x'],
      [
        'time, by a product',
        'MATCH (a), (b), (c), (d), (e), (f), (g), (h) WHERE a.id + b.id + c.id + d.id + e.id + f.id + g.id + h.id = "" RETURN count(*) AS n',
      ],
    ])('%s, ends at its time', async (_, cypher) => {
      const begin = performance.now();
      expect(await problemCode(typed(cypher, { ...limits, timeoutMs: 500 }))).toBe('time-limit');
      expect(performance.now() - begin).toBeLessThan(2_000);
    });

    it('the answer, by one large row, is given none of it', async () => {
      const cypher = "RETURN reduce(s = 'x', i IN range(1, 23) | s + s) AS s";
      const answer = await typed(cypher, { ...limits, maxBytes: 1_000_000 });
      expect(answer).toMatchObject({ truncated: true, notices: [{ code: 'row-too-large' }] });
      expect(answer.table.rows).toEqual([]);
    });

    it.each([
      ['brackets', `RETURN ${'['.repeat(500)}${']'.repeat(500)} AS x`],
      ['CASE', `RETURN ${'CASE WHEN true THEN '.repeat(300)}1${' END'.repeat(300)} AS x`],
      ['NOT', `RETURN ${'NOT '.repeat(1500)}true AS x`],
      ['length', `RETURN '${'x'.repeat(9_000)}' AS x`],
    ])('the parser, by %s, is refused before a parser sees it', async (_, cypher) => {
      const begin = performance.now();
      expect(await problemCode(typed(cypher))).toBe('cypher-too-long');
      expect(performance.now() - begin).toBeLessThan(100);
    });

    // Known not to be stopped: an expression runs on in the database past its time, deaf to being told to stop. What
    // is held is that its caller and all others are answered. Lists of 10^8 and strings that double, which would take
    // the server's whole memory, are known not to be stopped either, and are not tried here.
    it('a processor, by a deep expression, still lets its caller go in time and the others be answered', async () => {
      const expression = 'RETURN any(a IN range(1, 12000) WHERE any(b IN range(1, 12000) WHERE a + b < 0)) AS x';
      const begin = performance.now();
      const stuck = Array.from({ length: 4 }, () => problemCode(typed(expression, { ...limits, timeoutMs: 500 })));
      for (const code of await Promise.all(stuck)) expect(code).toBe('time-limit');
      expect(performance.now() - begin).toBeLessThan(3_000);
      expect(await rows(store(), 'RETURN 1 AS one')).toEqual([[1]]);
      // All connections for typed queries hang by now; new ones take their place.
      await expect
        .poll(() => typed('RETURN 2 AS two', { ...limits, timeoutMs: 2_000 }).then(({ table }) => table.rows, String), {
          timeout: 20_000,
        })
        .toEqual([[2]]);
      await expect
        .poll(
          () =>
            rows(
              store(),
              "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'any(a IN' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1 AS one",
            ),
          { timeout: 50_000, interval: 500 },
        )
        .toEqual([]);
    });
  });
}
