import neo4j from 'neo4j-driver';
import { pino } from 'pino';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createApp } from '../../server/app.ts';
import { DataSets } from '../../server/data-sets.ts';
import { Answer } from '../../server/contract/answer.ts';
import { Ontology } from '../../server/contract/data-set/ontology.ts';
import type { Json } from '../../server/contract/json.ts';
import type { QueryInfo } from '../../server/contract/query.ts';
import { readOntology } from '../../server/ontology.ts';
import { openNeo4jGraph, type OpenGraph } from '../../server/open-graph.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { readSettings } from '../../server/settings.ts';
import { describeWithNeo4j } from '../neo4j/describe-with-neo4j.ts';
import { hardNames, hubSize, loadLargeGraph, oddLabels, oddTypes } from '../neo4j/large-graph.ts';
import type { Neo4jAddress } from '../neo4j/wait-for-bolt.ts';
import { ask, openEmbedded } from './loaded-store.ts';

/** Labels whose nodes have their name in one of several properties, and which it is. */
const named: [label: string, properties: Record<string, Json>, name: string | undefined][] = [
  ['Ticket', { id: 'T-1', text: 'a long text '.repeat(30) }, 'id'],
  ['Film', { id: 'tt-1', filmTitle: 'Metropolis', studio: 'UFA' }, 'filmTitle'],
  ['Talk', { headline: 'On graphs', speaker: 'somebody', caption: 'at noon' }, 'caption'],
  ['Measured', { id: 7, value: 1.5, unit: 'kg' }, 'unit'],
  ['Counted', { id: 7, value: 1.5 }, 'id'],
  ['Listed', { name: ['a', 'b'], remark: 'none' }, 'remark'],
  ['文章', { 标题: '新闻', 作者: '某人' }, '标题'],
  ['Bare', {}, undefined],
];

describeWithNeo4j('a large graph that no data set describes', (address) => {
  let graph: OpenGraph;
  let hub: string;
  let people: string[];

  beforeAll(async () => {
    await loadLargeGraph(address);
    for (const [label, properties] of named) await run(address, `CREATE (:\`${label}\` $properties)`, { properties });
    graph = await openNeo4jGraph({ ...address, database: undefined }, await readOntology(folder), limits);
    [hub = ''] = await members('Hub', 1);
    people = await members('Person', 40);
  }, 300_000);
  afterAll(async () => {
    await graph.store.close();
  });

  const members = async (label: string, limit: number) =>
    idsIn((await ask(graph, 'neighbours', { ids: [`label:${label}`], limit })).table.rows[0]?.[3]);
  const row = async (query: string, input: Record<string, Json>) => {
    const { table } = await ask(graph, query, input);
    return Object.fromEntries(table.columns.map((column, index) => [column, table.rows[0]?.[index] ?? null]));
  };

  it('gets an ontology from its schema, the largest labels first', () => {
    const { ontology } = graph;
    expect(Ontology.parse(ontology)).toEqual(ontology);
    expect([ontology.key, ontology.title.en]).toEqual([null, 'neo4j']);
    const names = ontology.labels.map(({ name }) => name);
    expect(names.slice(0, 4)).toEqual(['Person', 'Reading', 'Company', 'Employee']);
    expect(names).toEqual(expect.arrayContaining(oddLabels));
    expect(ontology.labels[0]?.description.en).toBe('150,000 in the database');
    expect(ontology.types.find(({ name }) => name === 'LOCATED_IN')?.ends).toEqual([{ from: 'Company', to: 'Place' }]);
    expect(ontology.types.map(({ name }) => name)).toEqual(expect.arrayContaining(oddTypes));
  });

  it('names nodes by the likeliest property of their label', () => {
    const properties = new Map(graph.ontology.labels.map(({ name, nameProperty }) => [name, nameProperty]));
    expect(named.map(([label]) => [label, properties.get(label)])).toEqual(
      named.map(([label, , name]) => [label, name]),
    );
    expect(['Person', 'Company', 'Place', '🦜'].map((label) => properties.get(label))).toEqual([
      'name',
      'title',
      'label',
      'full name',
    ]);
  });

  it('has the same queries as a data set, with the same columns, as far as they mean anything', async () => {
    const names = catalogue.filter((query) => query.isFor(graph.ontology)).map(({ name }) => name);
    expect(names).toEqual([
      'overview',
      'search',
      'node',
      'neighbours',
      'neighbour-counts',
      'common-neighbours',
      'paths',
      'evidence',
      'schema',
    ]);
    const embedded = await openEmbedded();
    const [a = '', b = ''] = people;
    for (const name of names) {
      const [ours, theirs] = await Promise.all([
        ask(embedded, name, inputFor(name, 'jinhua-lawyers-association', 'association-party-committee')),
        ask(graph, name, inputFor(name, a, b)),
      ]);
      expect([name, theirs.table.columns]).toEqual([name, ours.table.columns]);
      expect(Answer.parse(theirs)).toEqual(theirs);
      const ids = new Set(theirs.graph.nodes.map(({ id }) => id));
      expect(theirs.graph.relationships.filter(({ start, end }) => !ids.has(start) || !ids.has(end))).toEqual([]);
    }
    await embedded.close();
  });

  it('opens on its schema: labels as nodes, types as relationships, both with counts', async () => {
    const { graph: picture, table, notices } = await ask(graph, 'overview', {});
    expect(picture.nodes.find(({ id }) => id === 'label:Person')).toEqual({
      id: 'label:Person',
      labels: ['Person'],
      properties: { name: 'Person (150,000)', count: 150_000 },
    });
    expect(table.rows.length).toBe(graph.ontology.labels.length);
    const between = (start: string, type: string, end: string) =>
      picture.relationships.find(
        (item) => item.type === type && item.start === `label:${start}` && item.end === `label:${end}`,
      )?.properties;
    expect(between('组织 机构', '属于', '组织 机构')).toEqual({ count: 10 });
    expect(between('Person', 'FOLLOWS', 'Hub')).toEqual({ count: hubSize, isSampled: true });
    expect(Number(between('Person', 'works for', 'Company')?.['count'])).toBe(150_000);
    expect(Number(between('Employee', 'works for', 'Company')?.['count'])).toBeGreaterThan(0);
    expect(notices[0]?.detail).toContain('works for');
  });

  it('gives the nodes of labels as neighbours of their nodes, whatever the labels are called', async () => {
    const all = [...oddLabels, 'Person'].map((label) => `label:${label}`);
    const { table, graph: found } = await ask(graph, 'neighbours', { ids: [...all, people[0] ?? ''], limit: 3 });
    expect(table.rows).toHaveLength(all.length + 1);
    for (const [cell = null, total, relationships, neighbours] of table.rows.slice(1)) {
      const [id = ''] = idsIn([cell]);
      expect([id, total, length(relationships)]).toEqual([id, id === 'label:Person' ? 150_000 : 10, 3]);
      const nodes = found.nodes.filter((node) => idsIn(neighbours).includes(node.id));
      expect(nodes.map(({ labels }) => labels.includes(id.slice('label:'.length)))).toEqual([true, true, true]);
    }
    expect(await row('neighbour-counts', { ids: ['label:__proto__'] })).toEqual({
      id: 'label:__proto__',
      type: 'label:node',
      direction: 'out',
      total: 10,
      label: '__proto__',
      count: 10,
    });
  });

  it('pages through the nodes of a label without a repetition, and narrows them down', async () => {
    const ids = ['label:Person'];
    const pages = await Promise.all(
      [0, 25, 149_975].map(async (skip) => idsIn((await row('neighbours', { ids, limit: 25, skip }))['neighbours'])),
    );
    expect(new Set(pages.flat()).size).toBe(75);
    expect((await row('neighbours', { ids, labels: ['Employee'] }))['total']).toBe(15_000);
    const [, , , fourth = ''] = people;
    const others = [fourth, hub];
    expect(await row('neighbours', { ids, others })).toMatchObject({ total: 1, neighbours: [{ $node: fourth }] });
    expect((await row('neighbours', { ids, kinds: ['out:label:node'] }))['total']).toBe(150_000);
    const nothing: Record<string, Json>[] = [
      { direction: 'in' },
      { kinds: ['out:KNOWS'] },
      { avoid: ['label:node'] },
      { types: ['KNOWS'] },
    ];
    for (const none of nothing) {
      expect((await row('neighbours', { ids, ...none }))['total']).toBe(0);
    }
  });

  it('says how many neighbours a hub has, and gives a page of them', async () => {
    const found = await row('neighbours', { ids: [hub], limit: 25, skip: 1000 });
    expect([found['total'], length(found['neighbours'])]).toEqual([hubSize, 25]);
    const { table } = await ask(graph, 'neighbour-counts', { ids: [hub] });
    expect(table.rows).toEqual([
      [hub, 'FOLLOWS', 'in', hubSize, 'Employee', hubSize / 10],
      [hub, 'FOLLOWS', 'in', hubSize, 'Person', hubSize],
    ]);
  });

  it('finds neighbours by kinds, whatever the types are called', async () => {
    for (const [index, type] of oddTypes.entries()) {
      const [id = ''] = await members(oddLabels[index] ?? '', 1);
      const found = await row('neighbours', { ids: [id], kinds: [`out:${type}`] });
      expect([type, found['total']]).toEqual([type, 1]);
    }
  });

  it('finds what two nodes have in common, from a hub as well', async () => {
    const common = await row('common-neighbours', { ids: people.slice(0, 2) });
    expect([common['node'], common['total']]).toEqual([{ $node: hub }, 1]);
    const { graph: found, table } = await ask(graph, 'common-neighbours', { ids: [hub, people[0] ?? ''] });
    const friends = found.relationships.filter(({ type }) => type === 'KNOWS');
    expect(friends.length).toBe(table.rows.length);
    expect(table.rows[0]?.[2]).toBe(table.rows.length);
  });

  it('finds paths, by the types that are left', async () => {
    const [from = '', to = ''] = people;
    const shortest = await row('paths', { from, to });
    expect(idsOnPath(shortest['path'])[2]).toBe(hub);
    expect((await ask(graph, 'paths', { from, to, avoid: ['FOLLOWS'], maxHops: 3 })).table.rows).toEqual([]);
    const { table } = await ask(graph, 'paths', { from, to: hub, kind: 'all', maxHops: 3, limit: 100 });
    expect(table.rows.length).toBeGreaterThan(2);
    for (const [path, hops] of table.rows) {
      const nodes = idsOnPath(path).filter((_, index) => index % 2 === 0);
      expect([nodes.at(-1), nodes.length, new Set(nodes).size]).toEqual([hub, Number(hops) + 1, nodes.length]);
    }
  });

  it('finds paths and what is common between labels, in the schema picture', async () => {
    const ends = { from: 'label:Reading', to: 'label:Person' };
    const shortest = await row('paths', ends);
    expect([idsOnPath(shortest['path']).filter((_, index) => index % 2 === 0), shortest['hops']]).toEqual([
      ['label:Reading', 'label:Place', 'label:Company', 'label:Person'],
      3,
    ]);
    expect((await ask(graph, 'paths', { ...ends, maxHops: 2 })).table.rows).toEqual([]);
    expect((await ask(graph, 'paths', { ...ends, avoid: ['works for'] })).table.rows).toEqual([]);
    const { table } = await ask(graph, 'paths', { ...ends, kind: 'all' });
    // Employees work for companies, and know persons and are known by them.
    expect(table.rows.map(([, hops]) => hops)).toEqual([3, 4, 4, 4, 4].slice(0, table.rows.length));
    expect(table.rows.length).toBeGreaterThan(2);
    const common = await ask(graph, 'common-neighbours', { ids: ['label:Reading', 'label:Company'] });
    expect(common.table.rows.map(([cell, relationships, total]) => [cell, length(relationships), total])).toEqual([
      [{ $node: 'label:Place' }, 2, 1],
    ]);
    expect((await ask(graph, 'common-neighbours', { ids: ['label:Reading', 'label:🦜'] })).table.rows).toEqual([]);
    // A label is no node of the graph: there is no way from one to the other.
    await expect(ask(graph, 'paths', { from: hub, to: 'label:Hub' })).rejects.toMatchObject({ code: 'unknown-node' });
    await expect(ask(graph, 'common-neighbours', { ids: [hub, 'label:Hub'] })).rejects.toMatchObject({
      values: { id: 'label:Hub' },
    });
  });

  it('finds names of every kind, inside too, and says how many there are', async () => {
    for (const name of hardNames) {
      const found = await row('search', { text: name.slice(0, 200).trim() });
      expect([name, found['total']]).toEqual([name, 150]);
    }
    expect(await row('search', { text: 'PERSON 14998' })).toMatchObject({ total: 12, foundBy: 'exact' });
    expect(await row('search', { text: '19 公司' })).toMatchObject({ foundBy: 'name' });
    expect((await ask(graph, 'search', { text: 'nobody at all' })).table.rows).toEqual([]);
    const html = await ask(graph, 'search', { text: '<img' });
    expect(html.graph.nodes[0]?.properties['name']).toBe('<img src=x onerror="alert(1)">');
  });

  it('has no evidence, but says what is not there', async () => {
    for (const id of [people[0] ?? '', 'label:Person']) {
      const { table, graph: found } = await ask(graph, 'evidence', { id });
      expect([table.rows, found.nodes.map((node) => node.id)]).toEqual([[], [id]]);
    }
    for (const id of ['nobody', 'label:Nobody', '4:x:1', 'label:']) {
      for (const query of ['node', 'evidence']) {
        await expect(ask(graph, query, { id })).rejects.toMatchObject({ code: 'unknown-node', values: { id } });
      }
      for (const query of ['neighbours', 'neighbour-counts']) {
        await expect(ask(graph, query, { ids: [id] })).rejects.toMatchObject({ code: 'unknown-node', values: { id } });
      }
    }
  });

  it('answers over HTTP, names with commas and all, and lists what it can answer', async () => {
    const settings = readSettings({});
    const app = createApp({
      dataSets: new DataSets({ ...graph, scenes: [] }),
      settings,
      logger: pino({ level: 'silent' }),
    });
    const server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const bound = server.address();
    const url = `http://127.0.0.1:${typeof bound === 'object' && bound ? bound.port : 0}/api`;
    const infos: QueryInfo[] = await (await fetch(`${url}/queries`)).json();
    expect(infos.map(({ name }) => name)).not.toContain('timeline');
    expect(infos.filter(({ cypher }) => cypher.includes('Entity'))).toEqual([]);
    expect((await fetch(`${url}/queries/timeline`)).status).toBe(404);
    const search = new URLSearchParams({ ids: 'label:a,b' });
    const answer: Answer = await (await fetch(`${url}/queries/neighbours?${search}`)).json();
    expect(answer.table.rows[0]?.[1]).toBe(10);
    const document: { paths: object } = await (await fetch(`${url}/openapi.json`)).json();
    expect(Object.keys(document.paths)).toContain('/api/queries/overview');
    expect(Object.keys(document.paths)).not.toContain('/api/queries/timeline');
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });

  it('answers each query far from its time limit', async () => {
    const [from = '', to = ''] = people;
    const questions: [string, Record<string, Json>][] = [
      ['overview', {}],
      ['search', { text: 'person 7' }],
      ['search', { text: '医院' }],
      ['search', { text: 'person' }],
      ['node', { id: from }],
      ['neighbours', { ids: [from] }],
      ['neighbours', { ids: people }],
      ['neighbours', { ids: [hub] }],
      ['neighbours', { ids: [hub], kinds: ['in:FOLLOWS'], limit: 1000 }],
      ['neighbours', { ids: ['label:Person'] }],
      ['neighbours', { ids: ['label:Person'], skip: 100_000 }],
      ['neighbours', { ids: ['label:Person', 'label:Company', 'label:__proto__'] }],
      ['neighbour-counts', { ids: [from] }],
      ['neighbour-counts', { ids: [hub] }],
      ['neighbour-counts', { ids: ['label:Person'] }],
      ['common-neighbours', { ids: [from, to] }],
      ['common-neighbours', { ids: [hub, from] }],
      ['paths', { from, to }],
      ['paths', { from, to, kind: 'all-shortest', avoid: ['FOLLOWS'] }],
      ['paths', { from, to, kind: 'all', maxHops: 3 }],
      ['paths', { from, to, kind: 'all' }],
      ['evidence', { id: from }],
      ['schema', {}],
    ];
    const lines: string[] = [];
    for (const [query, input] of questions) {
      const times: number[] = [];
      for (let round = 0; round < 6; round += 1) {
        const begin = performance.now();
        await ask(graph, query, input);
        // The first time, the database has a plan to make.
        if (round > 0) times.push(performance.now() - begin);
      }
      const middle = times.toSorted((left, right) => left - right)[2] ?? Number.NaN;
      const shown = JSON.stringify(input).replaceAll(/\d+:[-\w]+:\d+/g, '…');
      lines.push(
        `${middle.toFixed(0).padStart(5)} ms  ${query} ${shown.length > 90 ? `${shown.slice(0, 90)}…` : shown}`,
      );
      expect([query, shown, middle < limits.timeoutMs / 2]).toEqual([query, shown, true]);
    }
    console.log(['medians of five on 200,000 nodes:', ...lines].join('\n'));
  });

  it('has lost nothing by all this', async () => {
    const counts = await graph.store.count({});
    expect(counts.nodes).toBe(200_501 + oddLabels.length * 10 + named.length);
  });
});

const limits = readSettings({}).queryLimits;
const folder = 'graph-seed/jinhua-2011';

function inputFor(query: string, from: string, to: string): Record<string, Json> {
  const inputs: Record<string, Record<string, Json>> = {
    search: { text: 'a' },
    node: { id: from },
    neighbours: { ids: [from] },
    'neighbour-counts': { ids: [from] },
    'common-neighbours': { ids: [from, to] },
    paths: { from, to },
    evidence: { id: from },
  };
  return inputs[query] ?? {};
}

async function run({ uri, username, password }: Neo4jAddress, cypher: string, params: Record<string, unknown>) {
  const driver = neo4j.driver(uri, neo4j.auth.basic(username, password));
  try {
    await driver.executeQuery(cypher, params);
  } finally {
    await driver.close();
  }
}

function idsIn(cells: Json | undefined): string[] {
  return (Array.isArray(cells) ? cells : []).flatMap((cell) => {
    const id = typeof cell === 'object' && cell !== null && !Array.isArray(cell) ? cell['$node'] : undefined;
    return typeof id === 'string' ? [id] : [];
  });
}

function idsOnPath(cell: Json | undefined): string[] {
  const path = typeof cell === 'object' && cell !== null && !Array.isArray(cell) ? cell['$path'] : undefined;
  return (Array.isArray(path) ? path : []).flatMap((id) => (typeof id === 'string' ? [id] : []));
}

function length(cells: Json | undefined): number {
  return Array.isArray(cells) ? cells.length : -1;
}
