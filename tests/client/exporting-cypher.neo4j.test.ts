import * as fc from 'fast-check';
import neo4j from 'neo4j-driver';
import type { Driver } from 'neo4j-driver';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { writeCypher } from '../../client/state/exporting/write-cypher.ts';
import { writeKeyedCypher } from '../../client/state/exporting/write-keyed-cypher.ts';
import { WholeGraph, type Graph } from '../../server/contract/graph.ts';
import { openStore } from '../../server/store/open.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { emptyDatabase } from '../neo4j/empty-database.ts';
import { openNeo4j } from '../queries/loaded-store.ts';
import { startAppOver } from '../server/running-app.ts';
import { graphs } from './graph-to-export.ts';
import { heldBy, withoutIds } from './rebuilt-graph.ts';

describeWithNeo4j('a graph as a Cypher script', (address) => {
  let driver: Driver;
  beforeAll(() => {
    const { uri, username, password } = address;
    driver = neo4j.driver(uri, neo4j.auth.basic(username, password), { disableLosslessIntegers: true });
  });
  beforeEach(() => emptyDatabase(address));
  afterAll(() => driver.close());

  async function run(script: string): Promise<void> {
    const session = driver.session();
    try {
      for (const statement of script.split('\n')) {
        if (statement !== '' && !statement.startsWith('//')) await session.run(statement);
      }
    } finally {
      await session.close();
    }
  }

  /** What the database holds, without ids, in an order that does not depend on it. */
  async function held(): Promise<unknown> {
    const nodes = await driver.executeQuery('MATCH (n) RETURN labels(n) AS labels, properties(n) AS properties');
    const relationships = await driver.executeQuery(
      'MATCH (a)-[r]->(b) RETURN type(r) AS type, properties(r) AS properties, labels(a) AS start, labels(b) AS end, ' +
        'properties(a) AS from, properties(b) AS to',
    );
    return inOrder([...nodes.records, ...relationships.records].map((record) => record.toObject()));
  }

  it('makes the same graph anew, whatever stands in its names and values', async () => {
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        await emptyDatabase(address);
        await run(writeCypher(graph, null));
        expect(await held()).toEqual(expected(graph));
      }),
      // Each is a script of a dozen statements, no two of which have the same plan.
      { numRuns: 12 },
    );
  }, 180_000);

  it('leaves nothing of its own behind, and gives all nodes the label that they share', async () => {
    const nodes = ['a', 'b'].map((id) => ({ id, labels: ['@imported'], properties: { '@number': 1, id } }));
    const relationship = { id: 'r', type: 'KNOWS', start: 'a', end: 'b', properties: {} };
    await run(writeCypher({ nodes, relationships: [relationship] }, 'Entity'));
    const { records } = await driver.executeQuery('MATCH (n) RETURN labels(n) AS labels, keys(n) AS keys');
    expect(inOrder(records.map((record) => record.toObject()))).toEqual(
      inOrder(Array.from({ length: 2 }, () => ({ labels: ['@imported', 'Entity'], keys: ['@number', 'id'] }))),
    );
    const constraints = await driver.executeQuery(
      "SHOW CONSTRAINTS YIELD name WHERE name STARTS WITH 'imported' RETURN name",
    );
    expect(constraints.records).toEqual([]);
  });

  it('makes the whole data set anew in an empty database, with its ids and the constraint of its key', async () => {
    const app = await startAppOver(await openNeo4j(address));
    const { nodes, relationships } = WholeGraph.parse(await (await app.get('/api/graph')).json());
    await app.stop();
    await emptyDatabase(address);
    await dropConstraints();
    await run(writeKeyedCypher(withoutIds({ nodes, relationships }), { label: 'Entity', property: 'id' }));
    const rebuilt = await openStore({ kind: 'neo4j', ...address, key: { label: 'Entity', property: 'id' } });
    expect(await heldBy(rebuilt)).toEqual({ nodes, relationships });
    await rebuilt.close();
    expect(await constraintNames()).toEqual(['Entity id']);
    await dropConstraints();
  }, 300_000);

  it('keeps the ids of any graph with a key, whatever stands in its names and values', async () => {
    const key = { label: "the `key's\\ label", property: 'the "key"' };
    await fc.assert(
      fc.asyncProperty(graphs, async (graph) => {
        await emptyDatabase(address);
        await run(writeKeyedCypher(graph, key));
        const keyed = <Item extends { id: string; properties: object }>(item: Item): Item => ({
          ...item,
          properties: { ...item.properties, [key.property]: item.id },
        });
        const nodes = graph.nodes.map(({ labels, ...node }) => keyed({ ...node, labels: [key.label, ...labels] }));
        expect(await held()).toEqual(expected({ nodes, relationships: graph.relationships.map(keyed) }));
      }),
      { numRuns: 12 },
    );
    await dropConstraints();
  }, 180_000);

  async function dropConstraints(): Promise<void> {
    for (const name of await constraintNames()) {
      await driver.executeQuery(`DROP CONSTRAINT \`${name.replaceAll('\\', '\\u005C').replaceAll('`', '``')}\``);
    }
  }

  async function constraintNames(): Promise<string[]> {
    const { records } = await driver.executeQuery('SHOW CONSTRAINTS YIELD name RETURN name ORDER BY name');
    return records.map((record) => String(record.get('name')));
  }
});

function expected({ nodes, relationships }: Graph): unknown {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  return inOrder([
    ...nodes.map(({ labels, properties }) => ({ labels, properties })),
    ...relationships.map(({ type, start, end, properties }) => ({
      type,
      properties,
      start: byId.get(start)?.labels,
      end: byId.get(end)?.labels,
      from: byId.get(start)?.properties,
      to: byId.get(end)?.properties,
    })),
  ]);
}

/** Labels and keys have no order of their own. */
const inOrder = (things: unknown[]): string[] => things.map((thing) => JSON.stringify(thing, sorted)).toSorted();

function sorted(name: string, value: unknown): unknown {
  if (Array.isArray(value))
    return ['labels', 'keys', 'start', 'end'].includes(name) ? value.map(String).toSorted() : value;
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
