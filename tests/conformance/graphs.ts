import type { Node, PropertyValue, Relationship } from '../../server/contract/graph.ts';
import type { Batch } from '../../server/store/store.ts';

export const key = { label: 'Entity', property: 'id' };

const dataSet = 'conformance';

type Properties = Record<string, PropertyValue>;

function node(id: string, labels: string[], properties: Properties): Node {
  return { id, labels: labels.toSorted(), properties: { id, dataSet, ...properties } };
}

function relationship(id: string, start: string, type: string, end: string, properties: Properties = {}): Relationship {
  return { id, type, start, end, properties: { id, dataSet, ...properties } };
}

function graph(nodes: Node[], relationships: Relationship[]): Batch {
  return { dataSet, key, searchProperty: 'name', nodes, relationships };
}

/** Who knows whom and lives where: a ring, two relationships side by side, a loop, somebody alone, and properties that some lack. */
const people = graph(
  [
    node('ada', ['Person'], { name: 'Ada', age: 36, tags: ['a', 'b'], score: 1.5 }),
    node('bob', ['Person', 'Author'], { name: 'Bob', age: 41, score: 2 }),
    node('cyd', ['Person'], { name: 'Cyd', tags: [] }),
    node('dan', ['Author'], { name: 'Dan', age: 36, born: '1990-05-01' }),
    node('eve', ['Person'], { name: 'eve', age: 20 }),
    node('x1', ['City'], { name: '金华', size: 7 }),
    node('x2', ['City'], { name: '杭州', size: 9, capital: true }),
  ],
  [
    relationship('r1', 'ada', 'KNOWS', 'bob', { since: 2001 }),
    relationship('r2', 'bob', 'KNOWS', 'cyd', { since: 2005 }),
    relationship('r3', 'cyd', 'KNOWS', 'ada'),
    relationship('r4', 'ada', 'KNOWS', 'dan', { since: 2001 }),
    relationship('r5', 'ada', 'LIVES_IN', 'x1'),
    relationship('r6', 'bob', 'LIVES_IN', 'x2'),
    relationship('r7', 'dan', 'LIVES_IN', 'x1'),
    relationship('r8', 'bob', 'LIKES', 'bob'),
    relationship('r9', 'ada', 'KNOWS', 'bob', { since: 2010 }),
    relationship('r10', 'x1', 'NEAR', 'x2', { km: 180.5 }),
  ],
);

/** One property that is of another kind in each node. */
const mixed = graph(
  [
    node('whole', ['Thing'], { value: 1 }),
    node('more', ['Thing'], { value: 20 }),
    node('fraction', ['Thing'], { value: 1.5 }),
    node('text', ['Thing'], { value: 'a' }),
    node('numeral', ['Thing'], { value: '20' }),
    node('truth', ['Thing'], { value: true }),
    node('list', ['Thing'], { value: [1, 2] }),
    node('missing', ['Thing'], {}),
  ],
  [],
);

/** The graphs that cases are asked of. */
export const graphs = { people, mixed };
