import neo4j from 'neo4j-driver';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { openNeo4j } from '../../server/store/neo4j.ts';
import type { Store } from '../../server/store/store.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { Proxy } from '../neo4j/proxy.ts';
import { limits, problem, problemCode, rows, runaway } from './contract-suite.ts';
import { fixture, key } from './fixture.ts';

describeWithNeo4j('Neo4j', (address) => {
  describeStart(address);
  describeAway(address);
  describeStopping(address);
  describeOthers(address);
});

function describeStart(address: Neo4jAddress): void {
  describe('connecting', () => {
    it('names the address when nobody is there, and gives up', async () => {
      const error = await problem(openNeo4j({ ...address, uri: 'bolt://127.0.0.1:1', key }));
      expect(error.code).toBe('database-unavailable');
      expect(error.message).toContain('bolt://127.0.0.1:1');
      expect(error.message).not.toContain('\n');
      expect(error.retryAfterSeconds).toBeGreaterThan(0);
    });

    it('says that the password is wrong, and does not repeat it', async () => {
      const error = await problem(openNeo4j({ ...address, password: 'not-this-one', key }));
      expect(error.code).toBe('database-refused');
      expect(error.message).toMatch(/password/);
      expect(error.message).not.toContain('not-this-one');
    });

    it('says that the database does not exist', async () => {
      const error = await problem(openNeo4j({ ...address, database: 'nosuch', key }));
      expect(error.code).toBe('database-unavailable');
      expect(error.message).toContain('nosuch');
    });

    it('says that an address is none', async () => {
      const error = await problem(openNeo4j({ ...address, uri: 'http://127.0.0.1:7474', key }));
      expect(error.code).toBe('database-unavailable');
      expect(error.message).toContain('http://127.0.0.1:7474');
    });
  });
}

function describeAway(address: Neo4jAddress): void {
  describe('a database that goes away', () => {
    let proxy: Proxy;
    let store: Store;
    beforeAll(async () => {
      proxy = await Proxy.before(address.uri);
      store = await openNeo4j({ ...address, uri: proxy.uri, key });
    });
    afterAll(async () => {
      await store.close();
      await proxy.shut();
    });

    it('is reported, with the time to try again, and answers when it is back', async () => {
      expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
      await proxy.shut();
      const errors = await Promise.all([
        problem(store.read('RETURN 1 AS one', {}, limits)),
        problem(store.readUntrusted('RETURN 2 AS two', {}, limits)),
        problem(store.count({})),
        problem(store.schema({})),
        problem(store.plan('RETURN 1 AS one', {}, { profile: false, timeoutMs: 5_000 })),
        problem(store.write(fixture)),
      ]);
      expect(errors.map(({ code }) => code)).toEqual(errors.map(() => 'database-unavailable'));
      for (const { retryAfterSeconds } of errors) expect(retryAfterSeconds).toBeGreaterThan(0);
      await proxy.open();
      expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
      expect((await store.readUntrusted('RETURN 2 AS two', {}, limits)).table.rows).toEqual([[2]]);
    });

    it('is not noticed when it is back within the second', async () => {
      expect(await rows(store, 'RETURN 1 AS one')).toEqual([[1]]);
      await proxy.shut();
      const reading = rows(store, 'RETURN 1 AS one');
      setTimeout(() => void proxy.open(), 500);
      expect(await reading).toEqual([[1]]);
    });

    it('ends the read that it leaves in the middle', async () => {
      const reading = problemCode(store.read(runaway, {}, limits));
      await new Promise((resolve) => {
        setTimeout(resolve, 300);
      });
      await proxy.shut();
      expect(await reading).toBe('database-unavailable');
      await proxy.open();
    });
  });
}

/** Runs something as an administrator. */
async function administer(address: Neo4jAddress, cypher: string): Promise<Record<string, unknown>[]> {
  const driver = neo4j.driver(address.uri, neo4j.auth.basic(address.username, address.password));
  try {
    return (await driver.executeQuery(cypher)).records.map((record) => record.toObject());
  } finally {
    await driver.close();
  }
}

/** How many runaway queries the database has. */
async function runaways(address: Neo4jAddress): Promise<number> {
  const found = await administer(address, 'SHOW TRANSACTIONS YIELD currentQuery RETURN currentQuery');
  return found.filter(({ currentQuery }) => currentQuery === runaway).length;
}

function describeStopping(address: Neo4jAddress): void {
  describe('a read that is stopped', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openNeo4j({ ...address, key });
    });
    afterAll(() => store.close());
    afterEach(async () => {
      await expect.poll(() => runaways(address), { timeout: 3_000 }).toBe(0);
    });

    for (const way of ['read', 'readUntrusted'] as const) {
      it(`no longer runs in the database when its caller has gone: ${way}`, async () => {
        const controller = new AbortController();
        const stopped = problemCode(store[way](runaway, {}, { ...limits, signal: controller.signal }));
        await expect.poll(() => runaways(address)).toBe(1);
        controller.abort();
        expect(await stopped).toBe('cancelled');
      });

      it(`no longer runs in the database after its time: ${way}`, async () => {
        expect(await problemCode(store[way](runaway, {}, { ...limits, timeoutMs: 1_000 }))).toBe('time-limit');
      });
    }

    it('leaves room for the next, however many there were', async () => {
      for (let round = 0; round < 3; round += 1) {
        const reads = Array.from({ length: 6 }, () =>
          problemCode(store.readUntrusted(runaway, {}, { ...limits, timeoutMs: 800 })),
        );
        for (const code of await Promise.all(reads)) expect(code).toBe('time-limit');
      }
      expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
    });

    // Each meets the server at another moment: of a hundred, several used to spoil the connection.
    it('does the next on its connection no harm when its rows are still coming', async () => {
      for (let round = 0; round < 100; round += 1) {
        const cut = await store.readUntrusted(manyRows, {}, { ...limits, maxRows: 900 + round });
        expect(cut.truncated).toBe(true);
        expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
      }
      for (let round = 0; round < 100; round += 1) {
        const signal = AbortSignal.timeout(2 + (round % 9));
        expect(await problemCode(store.readUntrusted(manyRows, {}, { ...limits, maxRows: 1_000_000, signal }))).toBe(
          'cancelled',
        );
        expect((await store.readUntrusted('RETURN 1 AS one', {}, limits)).table.rows).toEqual([[1]]);
      }
    });
  });
}

const manyRows = 'UNWIND range(1, 1000000) AS x RETURN x';

function describeOthers(address: Neo4jAddress): void {
  describe('a graph that is not of our making', () => {
    let store: Store;
    beforeAll(async () => {
      store = await openNeo4j({ ...address, key });
      await store.write(fixture);
      await administer(
        address,
        `CREATE (a:Person {id: 'city', born: date('1970-01-02'), at: point({longitude: 119.6, latitude: 29.1}),
        since: duration('P1Y2M'), seen: datetime('2011-05-31T08:00:00+08:00'), big: 9007199254740993, nan: 0.0/0.0})
        -[:\`KNOWS WELL\` {days: [date('2011-05-31')]}]->(:Person:\`Ältere Person\`)`,
      );
    });
    afterAll(async () => {
      await administer(address, 'MATCH (n:Person) DETACH DELETE n');
      await store.close();
    });

    it('is left alone where it ends at what is to be removed, and all else with it', async () => {
      await administer(
        address,
        "MATCH (c:Entity {id: 'city'}) MATCH (p:Person {id: 'city'}) CREATE (p)-[:LIVES_IN]->(c)",
      );
      const nodes = fixture.nodes
        .filter(({ id }) => id !== 'city')
        .map(({ id, labels, properties }) => ({ id, labels, properties: { ...properties, name: '改名' } }));
      const relationships = fixture.relationships.filter(({ start, end }) => start !== 'city' && end !== 'city');
      const error = await problem(store.write({ ...fixture, nodes, relationships }));
      expect(error.message).toContain('the node city is gone from the data set');
      expect(await rows(store, "MATCH (n:Entity {name: '改名'}) RETURN count(n) AS count")).toEqual([[0]]);
      await administer(address, 'MATCH (:Person)-[r:LIVES_IN]->() DELETE r');
    });

    it('is healed where a relationship of the data set is there twice, also as another type', async () => {
      await administer(
        address,
        "MATCH (a)-[r:LOCATED_IN {dataSet: 'contract'}]->(b) CREATE (a)-[x:LOCATED_IN]->(b) SET x = r CREATE (a)-[y:PART_OF]->(b) SET y = r",
      );
      expect((await store.write(fixture)).relationships).toMatchObject({ added: 0, changed: 1, removed: 0 });
      expect((await store.write(fixture)).relationships.unchanged).toBe(fixture.relationships.length);
      const count = "MATCH ({id: 'association'})-[r]->({id: 'city'}) RETURN count(r) AS count";
      expect(await rows(store, count)).toEqual([[1]]);
    });

    it('is healed where a node of the data set has lost the label of the key', async () => {
      await administer(address, "MATCH (c:Entity {id: 'city'}) REMOVE c:Entity");
      expect(await store.write(fixture)).toMatchObject({
        nodes: { added: 1, removed: 1 },
        relationships: { added: 0, changed: 2, removed: 0 },
      });
      expect((await store.write(fixture)).nodes.unchanged).toBe(fixture.nodes.length);
      const ends = "MATCH (c:Entity {id: 'city', dataSet: 'contract'})-[r]-() RETURN count(r) AS count";
      expect(await rows(store, ends)).toEqual([[2]]);
    });

    it('is healed where a relationship of the data set has no id', async () => {
      await administer(
        address,
        "MATCH (a:Entity {id: 'city'}) MATCH (b:Entity {id: 'bureau'}) CREATE (a)-[:PART_OF {dataSet: 'contract'}]->(b)",
      );
      expect((await store.write(fixture)).relationships).toMatchObject({ added: 0, changed: 0, removed: 1 });
      expect((await store.write(fixture)).relationships).toMatchObject({ removed: 0 });
      const count = "MATCH (:Entity {id: 'city'})-[r:PART_OF]->(:Entity {id: 'bureau'}) RETURN count(r) AS count";
      expect(await rows(store, count)).toEqual([[0]]);
    });

    it('keeps its own ids, and its values as JSON', async () => {
      const { graph } = await store.read('MATCH (:Person)-[r]->() RETURN r', {}, limits);
      const [start, end] = graph.nodes;
      expect(graph.relationships).toMatchObject([
        { type: 'KNOWS WELL', start: start?.id, end: end?.id, properties: { days: ['2011-05-31'] } },
      ]);
      expect(start?.id).not.toBe('city');
      expect(start?.properties).toEqual({
        id: 'city',
        born: '1970-01-02',
        at: 'SRID=4326;POINT(119.6 29.1)',
        since: 'P1Y2M',
        seen: '2011-05-31T08:00:00+08:00',
        big: '9007199254740993',
        nan: 'NaN',
      });
      expect(end?.labels).toEqual(['Person', 'Ältere Person']);
    });

    it('is counted in the schema', async () => {
      const { labels, types } = await store.schema({});
      expect(labels).toContainEqual({ name: 'Ältere Person', count: 1 });
      expect(types).toContainEqual({ name: 'KNOWS WELL', count: 1 });
    });

    it('is never overwritten: an id of another data set is refused', async () => {
      const error = await problem(store.write({ ...fixture, dataSet: 'other' }));
      expect(error.message).toMatch(/already, of the data set contract$/);
      expect(await store.write(fixture)).toMatchObject({ nodes: { removed: 0 }, relationships: { removed: 0 } });
    });

    it('keeps a node that somebody else has bound to: the write is refused as a whole', async () => {
      await administer(address, "MATCH (a:Person), (b:Entity {id: 'campaign'}) CREATE (a)-[:LIKES]->(b)");
      const nodes = fixture.nodes.filter(({ id }) => id !== 'campaign');
      const relationships = fixture.relationships.filter(({ id }) => !id.includes('campaign'));
      const error = await problem(store.write({ ...fixture, nodes, relationships }));
      expect(error.message).toMatch(/^the node campaign is gone/);
      expect(await rows(store, "MATCH (n:Entity {id: 'campaign'})<-[r]-() RETURN count(r) AS n")).toEqual([[4]]);
    });

    it('may not bring a name into a text that could end the name', async () => {
      for (const label of ['A\\u0060) DETACH DELETE (n', '', 'A\n']) {
        const nodes = [{ id: 'x', labels: [label], properties: { id: 'x', dataSet: 'odd' } }];
        const error = await problem(store.write({ ...fixture, dataSet: 'odd', nodes, relationships: [] }));
        expect(error.message).toContain('cannot be a name');
      }
    });
  });
}
