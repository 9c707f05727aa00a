import { afterEach, describe, expect } from 'vitest';
import type { Node, PropertyValue, Relationship } from '../../server/contract/graph.ts';
import type { Batch, Tally } from '../../server/store/store.ts';
import type { WholeBatch } from '../seed/read-whole.ts';
import { problem, rows, type Suite } from './contract-suite.ts';
import { fixture } from './fixture.ts';

/** One change of a data set, and what it counts as. */
interface Change {
  name: string;
  after: WholeBatch;
  nodes?: Partial<Tally>;
  relationships?: Partial<Tally>;
}

const withNode = (id: string, change: (node: Node) => Node): WholeBatch => ({
  ...fixture,
  nodes: fixture.nodes.map((node) => (node.id === id ? change(node) : node)),
});
const withRelationship = (id: string, change: (relationship: Relationship) => Relationship): WholeBatch => ({
  ...fixture,
  relationships: fixture.relationships.map((item) => (item.id === id ? change(item) : item)),
});
const without = (properties: Record<string, PropertyValue>, name: string): Record<string, PropertyValue> =>
  Object.fromEntries(Object.entries(properties).filter(([key]) => key !== name));
const set = (name: string, value: PropertyValue) => (node: Node) => ({
  ...node,
  properties: { ...node.properties, [name]: value },
});

const one = { changed: 1 };
const located = 'association.LOCATED_IN.city';

const changes: Change[] = [
  { name: 'a text', after: withNode('city', set('name', '金华')), nodes: one },
  { name: 'a number', after: withNode('lawyers', set('value', 870)), nodes: one },
  { name: 'a fraction', after: withNode('fees', set('value', 25.29)), nodes: one },
  { name: 'a truth', after: withNode('everything', set('yes', false)), nodes: one },
  { name: 'the order of a list', after: withNode('association', set('aliases', ['律协', '市律协'])), nodes: one },
  { name: 'an item of a list', after: withNode('everything', set('numbers', [3, 1])), nodes: one },
  { name: 'a property more', after: withNode('city', set('summary', '')), nodes: one },
  {
    name: 'a property less',
    after: withNode('lawyers', (node) => ({ ...node, properties: without(node.properties, 'unit') })),
    nodes: one,
  },
  { name: 'a label more', after: withNode('city', (node) => ({ ...node, labels: ['Place', 'Rule'] })), nodes: one },
  { name: 'a label less', after: withNode('branch-1', (node) => ({ ...node, labels: ['Organization'] })), nodes: one },
  {
    name: 'an end',
    after: withRelationship(located, (item) => ({ ...item, end: 'province' })),
    relationships: one,
  },
  {
    name: 'a type',
    after: withRelationship(located, (item) => ({ ...item, type: 'PART_OF' })),
    relationships: one,
  },
  {
    name: 'a property of a relationship',
    after: withRelationship('committee.HAS_BRANCH.branch-1', (item) => ({
      ...item,
      properties: { ...item.properties, weight: 0.25 },
    })),
    relationships: one,
  },
  {
    name: 'a relationship less',
    after: { ...fixture, relationships: fixture.relationships.filter(({ id }) => id !== located) },
    relationships: { removed: 1 },
  },
];

const tallyOf = (whole: number, found: Partial<Tally> = {}): Tally => {
  const tally = { added: 0, changed: 0, removed: 0, ...found };
  return { ...tally, unchanged: whole - tally.changed - tally.removed };
};

/** What a store tells of a data set that differs from what it holds, before and when it is written. */
export function describeDiffering({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  describe('what differs from a data set that is held', () => {
    afterEach(async () => {
      await store().write(fixture);
    });

    for (const { name, after, nodes, relationships } of changes) {
      test(`is told and written: ${name}`, async () => {
        const tallies = {
          nodes: tallyOf(fixture.nodes.length, nodes),
          relationships: tallyOf(fixture.relationships.length, relationships),
        };
        const found = await store().compare(after, { most: 5 });
        expect({ nodes: found.nodes.tally, relationships: found.relationships.tally }).toEqual(tallies);
        expect(found.nodes.changed).toHaveLength(tallies.nodes.changed);
        expect(found.relationships.removed).toHaveLength(tallies.relationships.removed);
        expect(await store().write(after)).toEqual(tallies);
        const again = await store().compare(after, { most: 5 });
        expect([again.nodes.tally, again.relationships.tally]).toMatchObject([
          { added: 0, changed: 0, removed: 0 },
          { added: 0, changed: 0, removed: 0 },
        ]);
      });
    }

    test('is told of each with what was and what is, as many as are asked for', async () => {
      const after: WholeBatch = {
        ...fixture,
        nodes: fixture.nodes.map((node) => set('order', 7)(node)),
        relationships: [],
      };
      const { nodes, relationships } = await store().compare(after, { most: 2 });
      expect(nodes.changed).toHaveLength(2);
      for (const { before, after: now } of nodes.changed) {
        expect(before.id).toBe(now.id);
        expect(before.properties['order']).not.toBe(7);
        expect(now.properties['order']).toBe(7);
      }
      expect(relationships.removed).toHaveLength(2);
      expect(relationships.tally.removed).toBe(fixture.relationships.length);
    });

    test('tells its progress while all of it is written, which only grows', async () => {
      const seen: number[] = [];
      const after: WholeBatch = { ...fixture, nodes: fixture.nodes.map((node) => set('order', 7)(node)) };
      await store().write(after, { onProgress: (done) => seen.push(done) });
      expect(seen).toEqual(seen.toSorted((left, right) => left - right));
      expect(seen.at(-1)).toBe(fixture.nodes.length + fixture.relationships.length);
    });

    test('is refused where two have one id, and leaves the store as it was', async () => {
      const [node] = fixture.nodes;
      const [relationship] = fixture.relationships;
      const doubled: [Batch, string | undefined][] = [
        [{ ...fixture, nodes: [...fixture.nodes, ...(node ? [node] : [])] }, node?.id],
        [
          { ...fixture, relationships: [...fixture.relationships, ...(relationship ? [relationship] : [])] },
          relationship?.id,
        ],
      ];
      for (const [batch, id] of doubled) {
        expect((await problem(store().write(batch))).message).toContain(id);
      }
      expect(await rows(store(), 'MATCH (n:Entity) RETURN count(n) AS count')).toEqual([[fixture.nodes.length]]);
    });
  });
}
