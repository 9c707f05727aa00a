import type { Node, PropertyValue, Relationship } from '../../server/contract/graph.ts';
import type { WholeBatch } from '../seed/read-whole.ts';

const dataSet = 'contract';

export const key = { label: 'Entity', property: 'id' };

function node(id: string, labels: string[], properties: Record<string, PropertyValue>): Node {
  return { id, labels: labels.toSorted(), properties: { id, dataSet, ...properties } };
}

function relationship(
  start: string,
  type: string,
  end: string,
  properties: Record<string, PropertyValue> = {},
  suffix = '',
): Relationship {
  const id = `${start}.${type}.${end}${suffix}`;
  return { id, type, start, end, properties: { id, dataSet, ...properties } };
}

/** A graph small enough to hold in the head, with every kind of property, a parallel relationship and a loop. */
export const fixture: WholeBatch = {
  dataSet,
  key,
  searchProperty: 'searchText',
  nodes: [
    node('association', ['Organization', 'Association'], {
      name: '金华市律师协会',
      nameEn: 'Jinhua Lawyers Association',
      aliases: ['市律协', '律协'],
      searchText: '金华市律师协会\nlvshixiehui\nlsxh',
      prominence: 1,
    }),
    node('committee', ['Organization', 'PartyCommittee'], { name: '律师协会党委', prominence: 1 }),
    node('branch-1', ['Organization', 'PartyBranch'], { name: '第一支部', order: 1 }),
    node('branch-2', ['Organization', 'PartyBranch'], { name: '第二支部', order: 2 }),
    node('branch-10', ['Organization', 'PartyBranch'], { name: '第十支部', order: 10 }),
    node('bureau', ['Organization', 'GovernmentBody'], { name: '市司法局' }),
    node('city', ['Place'], { name: '金华市' }),
    node('province', ['Place'], { name: '浙江省' }),
    node('lawyers', ['Figure'], { name: '执业律师', value: 869, unit: '名' }),
    node('fees', ['Figure'], { name: '收费', value: 25.28, unit: '亿元' }),
    node('campaign', ['Campaign'], { name: '百家企业"法律体检"', emoji: '⚖️👩‍⚖️' }),
    node('everything', ['Rule'], {
      name: '甲乙\n丙\t丁\\戊\'己"庚`辛',
      empty: '',
      whole: -7,
      fraction: 0.1,
      large: 9007199254740991,
      yes: true,
      no: false,
      texts: ['一', '二', ''],
      numbers: [3, 1, 2],
      flags: [true, false],
    }),
  ],
  relationships: [
    relationship('association', 'HAS_COMMITTEE', 'committee', { since: '1997-12', evidence: ['lead.1', 's2.i3.4'] }),
    relationship('committee', 'HAS_BRANCH', 'branch-1', { weight: 0.5 }),
    relationship('committee', 'HAS_BRANCH', 'branch-2'),
    relationship('committee', 'HAS_BRANCH', 'branch-10'),
    relationship('bureau', 'SUPERVISES', 'association', { at: '2005' }),
    relationship('bureau', 'SUPERVISES', 'association', { at: '2010' }, '.2'),
    relationship('association', 'LOCATED_IN', 'city'),
    relationship('city', 'PART_OF', 'province'),
    relationship('lawyers', 'MEASURES', 'association'),
    relationship('fees', 'MEASURES', 'association'),
    relationship('committee', 'RUNS', 'campaign', { role: '主办' }),
    relationship('campaign', 'REPEATS', 'campaign'),
  ],
};

/** The node of the fixture with this id. */
export function fixtureNode(id: string): Node {
  return find(fixture.nodes, id);
}

/** The relationship of the fixture with this id. */
export function fixtureRelationship(id: string): Relationship {
  return find(fixture.relationships, id);
}

function find<Item extends { id: string }>(items: Item[], id: string): Item {
  const item = items.find((candidate) => candidate.id === id);
  if (!item) throw new Error(`the fixture has no ${id}`);
  return item;
}
