import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { files } from './attacks/files.ts';
import { startSecretWeb, type SecretWeb } from './attacks/secret-web.ts';
import { plainCommands, plainWrites } from './attacks/writes.ts';
import { limits, problemCode, rows } from './contract-suite.ts';
import { fixture, key } from './fixture.ts';

/** What stands behind the gate and beside it: READ mode, the server's configuration, and that plain reads pass. */

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
  "RETURN date.truncate('month', date()) AS x, duration.between(date(), date()) AS y",
  'RETURN point.distance(point({x: 0, y: 0}), point({x: 3, y: 4})) AS x',
];

/** EXPLAIN runs nothing, so there is nothing to deny. */
const loads = files.map(({ cypher }) => cypher).filter((cypher) => !cypher.startsWith('EXPLAIN'));

describeWithNeo4j('Neo4j', describeGuards);

function describeGuards(address: Neo4jAddress): void {
  let store: Store;
  beforeAll(async () => {
    store = await openNeo4j({ ...address, key });
    await store.write(fixture);
  });
  afterAll(() => store.close());
  const typed = (cypher: string, options = limits) => store.readUntrusted(cypher, {}, options);

  describe('READ mode on Neo4j', () => {
    it.each([...plainWrites, ...plainCommands])('denies by itself: %s', async (cypher) => {
      const before = await store.count({});
      const refusals = ['cypher-write', 'cypher-refused', 'cypher-failed'];
      expect(refusals).toContain(await problemCode(store.read(cypher, {}, limits)));
      expect(await store.count({})).toEqual(before);
    });

    it('is not enough: that is what the gate is for', async () => {
      expect(await rows(store, 'SHOW SETTINGS YIELD name RETURN name LIMIT 1')).toHaveLength(1);
      expect(await rows(store, 'UNWIND [1] AS x CALL (x) { RETURN x AS y } IN TRANSACTIONS RETURN y')).toEqual([[1]]);
    });
  });

  describe('the configuration of Neo4j', () => {
    let web: SecretWeb;
    beforeAll(async () => {
      web = await startSecretWeb();
    });
    afterAll(() => {
      web.stop();
    });

    it.each(loads)('fetches nothing if the gate should ever fail: %s', async (cypher) => {
      const read = store.read(cypher.replaceAll('{web}', web.url), { address: web.url }, limits);
      expect(['cypher-failed', 'cypher-syntax']).toContain(await problemCode(read));
      expect(web.hits).toBe(0);
    });
  });

  describe('the gate before Neo4j', () => {
    it.each(harmless)('lets a read pass: %s', async (cypher) => {
      await expect(typed(cypher)).resolves.toMatchObject({ truncated: false });
    });

    it('says of a row that is too large how large it is', async () => {
      const cypher = "RETURN reduce(s = 'x', i IN range(1, 22) | s + s) AS s";
      const answer = await typed(cypher, { ...limits, maxBytes: 1_000_000 });
      expect(answer).toMatchObject({ truncated: true, notices: [{ code: 'row-too-large' }] });
      expect(answer.table.rows).toEqual([]);
    });

    // Known not to be stopped: an expression runs on in the database past its time, deaf to being told to stop. What
    // is held is that its caller and all others are answered. Lists of 10^8 and strings that double, which would take
    // the server's whole memory, are known not to be stopped either, and are not tried here.
    it('cannot stop a deep expression, but lets its caller go in time and answers the others', async () => {
      const running = () =>
        rows(
          store,
          "SHOW TRANSACTIONS YIELD currentQuery WHERE currentQuery CONTAINS 'any(a IN' AND NOT currentQuery CONTAINS 'SHOW' RETURN 1 AS one",
        );
      const expression = 'RETURN any(a IN range(1, 12000) WHERE any(b IN range(1, 12000) WHERE a + b < 0)) AS x';
      const stuck = Array.from({ length: 4 }, () => problemCode(typed(expression, { ...limits, timeoutMs: 500 })));
      for (const code of await Promise.all(stuck)) expect(code).toBe('time-limit');
      // It is known to run on.
      expect(await running()).not.toEqual([]);
      expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
      // All connections for typed queries hang by now; new ones take their place.
      await expect
        .poll(() => typed('RETURN 2 AS two', { ...limits, timeoutMs: 2_000 }).then(({ table }) => table.rows, String), {
          timeout: 20_000,
        })
        .toEqual([[2]]);
      await expect.poll(running, { timeout: 50_000, interval: 500 }).toEqual([]);
    });
  });
}
