import { afterEach, describe, expect } from 'vitest';
import { ProblemError } from '../../server/problem-error.ts';
import type { Batch, Store } from '../../server/store/store.ts';
import { limits, problem, problemCode, rows, type Suite } from './contract-suite.ts';
import { fixture, fixtureNode, fixtureRelationship } from './fixture.ts';

const renamed: Batch = {
  ...fixture,
  nodes: fixture.nodes.map((node) => ({ ...node, properties: { ...node.properties, name: '改名' } })),
};

/** All that the store holds, in order. */
async function everything(store: Store): Promise<unknown> {
  const cypher = 'MATCH (n:Entity) OPTIONAL MATCH (n)-[r]->(m) RETURN n, r, m ORDER BY n.id, r.id';
  const { graph, table } = await store.read(cypher, {}, limits);
  return { graph, table };
}

/** What writing a data set does, and what it leaves when it fails. */
export function describeWriting({ store, test, openAnother }: Suite): void {
  describe('writing a data set', () => {
    afterEach(async () => {
      await store().write(fixture);
    });
    describeReplacing({ store, test });
    describeFailing({ store, test });
  });

  describe('closing a store', () => {
    test('ends it, and may be done twice', async () => {
      const another = await openAnother();
      await another.close();
      await another.close();
      expect(await problemCode(another.read('RETURN 1 AS one', {}, limits))).toBe('database-unavailable');
    });
  });
}

function describeReplacing({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  test('writes the same twice without a change', async () => {
    const before = await everything(store());
    const written = await store().write(fixture);
    expect(written).toEqual({
      nodes: { added: 0, changed: 0, removed: 0, unchanged: fixture.nodes.length },
      relationships: { added: 0, changed: 0, removed: 0, unchanged: fixture.relationships.length },
    });
    expect(await everything(store())).toEqual(before);
  });

  test('replaces what has changed: values, labels, properties that are gone', async () => {
    const [first, ...others] = fixture.nodes;
    const { aliases: _, ...properties } = { aliases: [], ...first?.properties };
    const changed = { id: first?.id ?? '', labels: ['Campaign', 'Rule'], properties: { ...properties, name: '改名' } };
    await store().write({ ...fixture, nodes: [changed, ...others] });
    const { graph } = await store().read('MATCH (n:Entity {id: $id}) RETURN n', { id: changed.id }, limits);
    expect(graph.nodes).toEqual([changed]);
  });

  test('tells what a write would do, and does not do it', async () => {
    const before = await everything(store());
    const { dataSet } = fixture;
    const city = { ...fixtureNode('city'), properties: { id: 'city', dataSet, name: '改名' } };
    const added = { id: 'new', labels: ['Place'], properties: { id: 'new', dataSet } };
    const moved = { ...fixtureRelationship('city.PART_OF.province'), end: 'bureau' };
    const batch = {
      ...fixture,
      nodes: [...fixture.nodes.filter(({ id }) => id !== 'campaign' && id !== 'city'), city, added],
      relationships: [...fixture.relationships.filter(({ id }) => !id.includes('campaign') && id !== moved.id), moved],
    };
    const compared = await store().compare(batch, { most: 1 });
    expect(compared.nodes).toMatchObject({
      tally: { added: 1, changed: 1, removed: 1, unchanged: 10 },
      added: [{ id: 'new' }],
      changed: [{ before: fixtureNode('city'), after: { id: 'city', properties: { name: '改名' } } }],
      removed: [fixtureNode('campaign')],
    });
    expect(compared.relationships).toMatchObject({
      tally: { added: 0, changed: 1, removed: 2, unchanged: 9 },
      changed: [{ before: { end: 'province' }, after: { end: 'bureau' } }],
      removed: [{ id: expect.stringContaining('campaign') }],
    });
    expect(await everything(store())).toEqual(before);
  });

  test('removes what is gone, and tells how much', async () => {
    const nodes = fixture.nodes.filter(({ id }) => id !== 'campaign' && id !== 'everything');
    const relationships = fixture.relationships.filter(({ id }) => !/campaign|PART_OF/.test(id));
    const written = await store().write({ ...fixture, nodes, relationships });
    expect(written).toEqual({
      nodes: { added: 0, changed: 0, removed: 2, unchanged: 10 },
      relationships: { added: 0, changed: 0, removed: 3, unchanged: 9 },
    });
    expect(await store().count({})).toEqual({ nodes: 10, relationships: 9 });
  });

  test('moves a relationship whose ends have changed', async () => {
    const relationships = fixture.relationships.map((item) =>
      item.type === 'PART_OF' ? { ...item, end: 'bureau' } : item,
    );
    await store().write({ ...fixture, relationships });
    expect(await rows(store(), 'MATCH (a)-[r:PART_OF]->(b) RETURN a.id AS a, b.id AS b')).toEqual([['city', 'bureau']]);
  });

  test('touches no other data set', async () => {
    const properties = { id: 'stranger', dataSet: 'other', name: '外人' };
    const other: Batch = { ...fixture, dataSet: 'other', nodes: [], relationships: [] };
    await store().write({ ...other, nodes: [{ id: 'stranger', labels: ['Place'], properties }] });
    await store().write(fixture);
    const names = await rows(store(), "MATCH (n:Entity {id: 'stranger'}) RETURN n.name AS name");
    await store().write(other);
    expect(names).toEqual([['外人']]);
    expect(await store().count({})).toMatchObject({ nodes: fixture.nodes.length });
  });

  test('tells its progress, which only grows', async () => {
    const seen: number[] = [];
    await store().write(fixture, { onProgress: (written) => seen.push(written) });
    expect(seen.length).toBeGreaterThan(1);
    expect(seen).toEqual(seen.toSorted((left, right) => left - right));
    expect(seen.at(-1)).toBe(fixture.nodes.length + fixture.relationships.length);
  });

  test('writes more than one chunk', async () => {
    const nodes = Array.from({ length: 12_000 }, (_, index) => ({
      id: `n-${index}`,
      labels: ['Place'],
      properties: { id: `n-${index}`, dataSet: fixture.dataSet, order: index },
    }));
    const relationships = nodes.slice(1).map(({ id }, index) => ({
      id: `n-${index}.NEXT.${id}`,
      type: 'NEXT',
      start: `n-${index}`,
      end: id,
      properties: { id: `n-${index}.NEXT.${id}`, dataSet: fixture.dataSet },
    }));
    expect(await store().write({ ...fixture, nodes, relationships })).toMatchObject({
      nodes: { added: 12_000 },
      relationships: { added: 11_999 },
    });
    expect(await rows(store(), "MATCH (n:Entity {id: 'n-7000'})-[:NEXT]->(m) RETURN m.order AS place")).toEqual([
      [7001],
    ]);
  });

  test('is seen whole or not at all by those who read meanwhile', async () => {
    const progress = { isDone: false };
    const writing = store()
      .write(renamed)
      .finally(() => {
        progress.isDone = true;
      });
    while (!progress.isDone) {
      const cypher = 'MATCH (n:Entity) RETURN count(*) AS n, count(DISTINCT n.name) AS names';
      expect([[[12, 12]], [[12, 1]]]).toContainEqual(await rows(store(), cypher));
    }
    await writing;
    expect(await rows(store(), "MATCH (n:Entity {id: 'city'}) RETURN n.name AS name")).toEqual([['改名']]);
  });
}

function describeFailing({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  test('leaves the store as it was when a relationship ends nowhere', async () => {
    const before = await everything(store());
    const id = 'city.PART_OF.nowhere';
    const dangling = { id, type: 'PART_OF', start: 'city', end: 'nowhere', properties: { id, dataSet: 'contract' } };
    const batch = { ...renamed, relationships: [...fixture.relationships, dangling] };
    const error = await problem(store().write(batch));
    expect(error).toBeInstanceOf(ProblemError);
    expect(error.message).toContain(id);
    expect(await everything(store())).toEqual(before);
  });

  test('leaves the store as it was when its caller stops it midway', async () => {
    const before = await everything(store());
    const controller = new AbortController();
    const writing = store().write(renamed, { signal: controller.signal, onProgress: () => controller.abort() });
    expect(await problemCode(writing)).toBe('cancelled');
    expect(await everything(store())).toEqual(before);
  });

  test('does not begin when its caller has already gone', async () => {
    const before = await everything(store());
    expect(await problemCode(store().write(renamed, { signal: AbortSignal.abort() }))).toBe('cancelled');
    expect(await everything(store())).toEqual(before);
  });
}
