import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { coverageOf } from '../../graph-seed/coverage.ts';
import type { Answer } from '../../server/contract/answer.ts';
import type { Json } from '../../server/contract/json.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { cases } from './cases.ts';
import type { LoadedStore } from './loaded-store.ts';
import { ask, openEmbedded } from './loaded-store.ts';

let loaded: LoadedStore;
beforeAll(async () => {
  loaded = await openEmbedded();
});
afterAll(async () => {
  await loaded.close();
});

const rowsOf = async (query: string, input: Record<string, Json>) => (await ask(loaded, query, input)).table.rows;

describe('the catalogue', () => {
  it('asks every query at least once in the comparison of both engines', () => {
    const asked = new Set(cases.map(([query]) => query));
    const names = catalogue.map(({ name }) => name);
    expect(names.filter((name) => !asked.has(name) && name !== 'schema')).toEqual([]);
    expect(new Set(names).size).toBe(names.length);
  });

  it('says in both languages what each query and each parameter is', () => {
    for (const query of catalogue) {
      const { title, description, parameters } = query.info(loaded.ontology);
      expect([title.zh, description.zh].every((text) => /\p{Script=Han}/u.test(text))).toBe(true);
      expect(description.en).toMatch(/\.$/);
      const properties = Object.values(parameters['properties'] ?? {});
      for (const property of properties) expect(property).toHaveProperty(['x-title', 'zh']);
    }
  });

  it('orders the rows of every query', () => {
    const texts = catalogue.map((query) => query.info(loaded.ontology).cypher).filter((text) => text.includes('MATCH'));
    expect(texts.filter((text) => !/ORDER BY [^\n]*(\bid|\.id|\bi|label|\])(\s*LIMIT \$limit)?$/.test(text))).toEqual(
      [],
    );
  });

  it.each(cases)('answers %s %j with a closed graph', async (query, input) => {
    const { graph, table } = await ask(loaded, query, input);
    const ids = new Set(graph.nodes.map(({ id }) => id));
    expect(ids.size).toBe(graph.nodes.length);
    expect(graph.relationships.filter(({ start, end }) => !ids.has(start) || !ids.has(end))).toEqual([]);
    expect(table.rows.every((row) => row.length === table.columns.length)).toBe(true);
  });
});

describe('overview', () => {
  it('is a picture of 20 to 60 nodes, none of them unconnected', async () => {
    const { graph } = await ask(loaded, 'overview', {});
    expect(graph.nodes.length).toBeGreaterThanOrEqual(20);
    expect(graph.nodes.length).toBeLessThanOrEqual(60);
    const connected = new Set(graph.relationships.flatMap(({ start, end }) => [start, end]));
    expect(graph.nodes.filter(({ id }) => !connected.has(id)).map(({ id }) => id)).toEqual([]);
  });
});

describe('search', () => {
  it.each([
    ['律师协会', 'jinhua-lawyers-association', 'exact'],
    ['律师协会党委', 'association-party-committee', 'exact'],
    ['jinhua lawyers association', 'jinhua-lawyers-association', 'exact'],
    ['lsxhdw', 'association-party-committee', 'pinyin'],
  ])('finds %s', async (text, id, foundBy) => {
    expect(await firstFound(text)).toEqual([id, foundBy]);
  });

  it('finds inside words, by pinyin, by initials and by English', async () => {
    for (const text of ['师协', 'lvshixiehui', 'lsxh', 'lawyers assoc']) {
      const found = await rowsOf('search', { text, limit: 100 });
      expect(found.map(([cell]) => idIn(cell))).toContain('jinhua-lawyers-association');
    }
  });

  it('wants every word', async () => {
    const found = await rowsOf('search', { text: '律师 党委', limit: 100 });
    expect(found.map(([cell]) => idIn(cell))).toContain('association-party-committee');
    expect(found.map(([cell]) => idIn(cell))).not.toContain('law-firms');
  });

  it('puts passages and sections after what they are about', async () => {
    const { graph, table } = await ask(loaded, 'search', { text: '法律援助', limit: 100 });
    const labels = new Map(graph.nodes.map((node) => [node.id, node.labels]));
    const isPart = table.rows.map(([cell]) =>
      ['Passage', 'Section', 'Document'].some((label) => labels.get(idIn(cell))?.includes(label)),
    );
    expect(isPart).toContain(true);
    expect(isPart).toEqual(isPart.toSorted((left, right) => Number(left) - Number(right)));
  });

  it('says how many there are when it gives only the first', async () => {
    const all = await rowsOf('search', { text: '党', limit: 100 });
    const some = await rowsOf('search', { text: '党', limit: 3 });
    expect(some).toEqual(all.slice(0, 3));
    expect(Number(some[0]?.[2])).toBeGreaterThanOrEqual(all.length);
  });

  it('takes signs as text', async () => {
    expect(await rowsOf('search', { text: `'"\\ {}(` })).toEqual([]);
    expect(await rowsOf('search', { text: '.*' })).toEqual([]);
  });
});

describe('neighbours', () => {
  const id = 'association-party-committee';

  it('tell the total that the filters leave, and a page of it', async () => {
    const all = await ask(loaded, 'neighbours', { ids: [id], limit: 1000 });
    const [total, relationships] = pick(all, 'total', 'relationships');
    expect(total).toBe(length(relationships));
    const page = await ask(loaded, 'neighbours', { ids: [id], limit: 3, skip: 2 });
    expect(pick(page, 'total', 'relationships')).toEqual([
      total,
      Array.isArray(relationships) ? relationships.slice(2, 5) : [],
    ]);
    expect(length(pick(page, 'neighbours')[0])).toBe(3);
  });

  it('divide into those that come in and those that go out', async () => {
    const totals = await Promise.all(
      ['both', 'in', 'out'].map(
        async (direction) => pick(await ask(loaded, 'neighbours', { ids: [id], direction }), 'total')[0],
      ),
    );
    expect(Number(totals[0])).toBe(Number(totals[1]) + Number(totals[2]));
    const { graph } = await ask(loaded, 'neighbours', { ids: [id], direction: 'in', limit: 1000 });
    expect(new Set(graph.relationships.map(({ end }) => end))).toEqual(new Set([id]));
  });

  it('are counted by type, direction and label as they are listed', async () => {
    const counts = await rowsOf('neighbour-counts', { ids: [id] });
    for (const [, type, direction, total, label, count] of counts) {
      const of = { ids: [id], types: [type ?? ''], direction: direction ?? '' };
      expect(pick(await ask(loaded, 'neighbours', of), 'total')).toEqual([total]);
      expect(pick(await ask(loaded, 'neighbours', { ...of, labels: [label ?? ''] }), 'total')).toEqual([count]);
    }
    expect(counts.length).toBeGreaterThan(5);
  });

  it('come by any choice of kinds in one request', async () => {
    const counts = await rowsOf('neighbour-counts', { ids: [id] });
    const sizes = new Map(
      counts.map(([, type, direction, total]) => [`${textOf(direction)}:${textOf(type)}`, Number(total)]),
    );
    const kinds = [...sizes.keys()].filter((_, index) => index % 2 === 0);
    expect(kinds.length).toBeGreaterThan(2);
    const { graph, table } = await ask(loaded, 'neighbours', { ids: [id], kinds, limit: 1000 });
    expect(table.rows[0]?.[1]).toBe(kinds.reduce((sum, kind) => sum + (sizes.get(kind) ?? 0), 0));
    const found = graph.relationships.map(({ type, start }) => `${start === id ? 'out' : 'in'}:${type}`);
    expect(new Set(found)).toEqual(new Set(kinds));
  });

  it('are only those that are asked for by id', async () => {
    const others = ['party-branches', 'jinhua-lawyers-association', 'nobody'];
    const { graph, table } = await ask(loaded, 'neighbours', { ids: [id], others });
    expect(graph.nodes.map((node) => node.id).toSorted()).toEqual([id, ...others.slice(0, 2)].toSorted());
    expect(table.rows[0]?.[1]).toBe(graph.relationships.length);
  });

  it.each([['HAS_BRANCH'], ['both:HAS_BRANCH'], ['out:'], ['out']])('have no kind %s', async (kind) => {
    await expect(ask(loaded, 'neighbours', { ids: [id], kinds: [kind] })).rejects.toMatchObject({
      code: 'invalid-parameter',
      message: expect.stringContaining('kinds'),
    });
  });

  it('of several nodes come in one answer, each node once', async () => {
    const rows = await rowsOf('neighbours', { ids: ['party-branches', id, 'party-branches'] });
    expect(rows.map(([cell]) => idIn(cell))).toEqual([id, 'party-branches']);
  });
});

describe('given nodes', () => {
  it('have a row each, however often they are named', async () => {
    for (const query of ['among', 'neighbours', 'nodes']) {
      const rows = await rowsOf(query, { ids: ['lawyers', 'law-firms', 'lawyers'] });
      expect([query, rows.map(([node]) => idIn(node)).toSorted()]).toEqual([query, ['law-firms', 'lawyers']]);
    }
  });
});

describe('paths', () => {
  const ends = { from: 'jinhua-lawyers-association', to: 'party-branches' };

  it('are shortest first, and all of them when asked for', async () => {
    const [one] = await rowsOf('paths', ends);
    const all = await rowsOf('paths', { ...ends, kind: 'all-shortest' });
    expect(all[0]).toEqual(one);
    expect(all.length).toBeGreaterThan(1);
    expect(new Set(all.map(([, hops]) => hops)).size).toBe(1);
  });

  it('are all that there are up to a number of steps, none of them through a node twice', async () => {
    const expected = simplePaths(ends, 3, (type) => !structuralTypes().has(type));
    const rows = await rowsOf('paths', { ...ends, kind: 'all', maxHops: 3, limit: 100 });
    expect(rows.map(([path]) => JSON.stringify(path)).toSorted()).toEqual(expected.toSorted());
    const hops = rows.map(([, steps]) => Number(steps));
    expect(new Set(hops).size).toBeGreaterThan(1);
    expect(hops).toEqual(hops.toSorted((left, right) => left - right));
  });

  it('are refused when all of them may be too many', async () => {
    await expect(ask(loaded, 'paths', { ...ends, kind: 'all', maxHops: 5 })).rejects.toMatchObject({
      code: 'invalid-parameter',
      values: { parameter: 'maxHops' },
    });
  });

  it('walk along no type that is to be avoided, and by default not through citations', async () => {
    const { graph } = await ask(loaded, 'paths', { ...ends, avoid: ['HAS_BRANCH'], kind: 'all-shortest' });
    expect(graph.relationships.map(({ type }) => type)).not.toContain('HAS_BRANCH');
    expect(await rowsOf('paths', { ...ends, to: 'passage-title' })).toEqual([]);
    expect(await rowsOf('paths', { ...ends, to: 'passage-title', avoid: [] })).toHaveLength(1);
  });
});

describe('common neighbours', () => {
  const ids = ['jinhua-lawyers-association', 'association-party-committee'];

  it('are related to every one of the given nodes, and say how many there are', async () => {
    const expected = commonTo(ids, (type) => !structuralTypes().has(type));
    const rows = await rowsOf('common-neighbours', { ids, limit: 1000 });
    expect(rows.map(([cell]) => idIn(cell)).toSorted()).toEqual(expected.toSorted());
    expect(rows.length).toBeGreaterThan(1);
    const [first, ...others] = await rowsOf('common-neighbours', { ids: [...ids, ...ids], limit: 1 });
    expect([first?.[0], first?.[2], others]).toEqual([rows[0]?.[0], rows.length, []]);
  });

  it('come with every relationship to the given nodes', async () => {
    const { graph, table } = await ask(loaded, 'common-neighbours', { ids, avoid: [], limit: 1000 });
    expect(table.rows.map(([cell]) => idIn(cell)).toSorted()).toEqual(commonTo(ids, () => true).toSorted());
    for (const [node, relationships] of table.rows) {
      const ends = graph.relationships.filter(({ start, end }) => [start, end].includes(idIn(node)));
      expect(length(relationships)).toBe(ends.length);
    }
  });

  it('need two nodes', async () => {
    for (const given of [['lawyers'], ['lawyers', 'lawyers']]) {
      await expect(ask(loaded, 'common-neighbours', { ids: given })).rejects.toMatchObject({
        code: 'invalid-parameter',
      });
    }
  });
});

describe('evidence', () => {
  it('of a node is its quotes, each with its whole passage, in reading order', async () => {
    const { graph, table } = await ask(loaded, 'evidence', { id: 'jinhua-lawyers-association' });
    const node = graph.nodes.find(({ id }) => id === 'jinhua-lawyers-association');
    expect(table.rows.map(([address]) => address)).toEqual(node?.properties['evidence']);
    expect(table.rows.map(([, quote]) => quote)).toEqual(node?.properties['quotes']);
    const orders = table.rows.map((row) => {
      const passage = graph.nodes.find(({ id }) => id === idIn(row[3]));
      return Number(passage?.properties['order']);
    });
    expect(orders).toEqual(orders.toSorted((left, right) => left - right));
  });

  it('is there for every node and relationship that says where it comes from', async () => {
    const { nodes, relationships } = loaded.batch;
    const evidenced = [...nodes, ...relationships].filter(({ properties }) => Array.isArray(properties['evidence']));
    expect(evidenced.length).toBeGreaterThan(200);
    for (const { id, properties } of evidenced) {
      expect([id, await rowsOf('evidence', { id })]).toEqual([
        id,
        expect.objectContaining({ length: length(properties['evidence']) }),
      ]);
    }
  });
});

describe('facts', () => {
  it('are the premises of whatever is derived, each found by its id', async () => {
    const { nodes, relationships } = loaded.batch;
    const derived = [...nodes, ...relationships].filter(({ properties }) => properties['basis'] === 'derived');
    expect(derived.length).toBeGreaterThan(40);
    for (const { id, properties } of derived) {
      const { graph } = await ask(loaded, 'facts', { ids: [properties['premises'] ?? []].flat().map(String) });
      const found = [...graph.nodes, ...graph.relationships].map((fact) => fact.id);
      expect([id, found]).toEqual([id, expect.arrayContaining([properties['premises'] ?? []].flat())]);
    }
  });

  it('that are gone are left out, and what was not asked for is there only as the end of a relationship', async () => {
    const rows = await rowsOf('facts', { ids: ['lawyers', 'jinhua.LOCATED_IN.zhejiang', 'nobody', 'a.LOCATED_IN.b'] });
    expect(rows).toEqual([
      [{ $node: 'jinhua' }, { $relationship: 'jinhua.LOCATED_IN.zhejiang' }, { $node: 'zhejiang' }],
      [{ $node: 'lawyers' }, null, null],
    ]);
  });
});

describe('passages', () => {
  it('come whole and in reading order, with what each one gave', async () => {
    const { graph, table } = await ask(loaded, 'passages', {});
    const orders = table.rows.map(([cell]) => graph.nodes.find(({ id }) => id === idIn(cell))?.properties['order']);
    expect(orders).toEqual(orders.map((_, index) => index + 1));
    const ofFigures = new Set(loaded.batch.nodes.flatMap(({ id, labels }) => (labels.includes('Figure') ? [id] : [])));
    for (const [passage, , citedBy, facts, figures] of table.rows) {
      const id = idIn(passage);
      const { nodes, relationships } = loaded.batch;
      const address = nodes.find((node) => node.id === id)?.properties['address'];
      const citing = new Set(
        relationships.flatMap(({ type, start, end }) => (type === 'CITES' && end === id ? [start] : [])),
      );
      const stating = relationships.filter(({ properties }) =>
        [properties['evidence'] ?? []].flat().some((at) => at === address),
      );
      const numbers = [...citing].filter((each) => ofFigures.has(each)).length;
      expect([id, citedBy, facts, figures]).toEqual([id, citing.size, stating.length, numbers]);
    }
  });

  it('of a section include those of the sections inside it', async () => {
    const outer = (await rowsOf('passages', { section: 'section-s1' })).map(([cell]) => idIn(cell));
    const inner = (await rowsOf('passages', { section: 'section-s1-i1' })).map(([cell]) => idIn(cell));
    expect(inner.length).toBeGreaterThan(0);
    expect(outer).toEqual(expect.arrayContaining(inner));
    expect(outer.length).toBeGreaterThan(inner.length);
  });
});

describe('coverage', () => {
  it('counts for each passage what the author of the data set wrote of it, in reading order', async () => {
    const { graph, table } = await ask(loaded, 'coverage', {});
    const address = new Map(graph.nodes.map(({ id, properties }) => [id, properties['address']]));
    expect(table.columns.slice(1)).toEqual(['nodes', 'relationships', 'figures', 'leftOut']);
    expect(table.rows.map(([passage, ...counts]) => [address.get(idIn(passage)), ...counts])).toEqual(
      coverageOf(loaded.values, undefined).map(({ at, nodes, relationships, figures, leftOut }) => [
        at,
        nodes,
        relationships,
        figures,
        leftOut.length,
      ]),
    );
    expect(table.rows.some((row) => row.slice(1).every((count) => Number(count) > 0))).toBe(true);
  });
});

const inOrderOfIds = <Item extends { id: string }>(items: readonly Item[]): Item[] =>
  items.toSorted((left, right) => (left.id < right.id ? -1 : 1));

const sectionIds = () =>
  inOrderOfIds(loaded.batch.nodes.filter(({ labels }) => labels.includes('Section'))).map(({ id }) => id);

const evidenced = <Item extends { id: string; properties: Record<string, unknown> }>(items: readonly Item[]) =>
  inOrderOfIds(items.filter(({ properties }) => 'evidence' in properties));

const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

describe('mentions', () => {
  it('have every section whole, and of each node and each relationship with evidence what names it, once', async () => {
    const { graph, table } = await ask(loaded, 'mentions', {});
    const { nodes, relationships } = loaded.batch;
    expect(table.columns).toEqual(['section', 'id', 'name', 'nameEn', 'time', 'evidence', 'quotes']);
    expect(graph.nodes.map(({ id }) => id)).toEqual(sectionIds());
    expect(graph.relationships).toEqual([]);
    expect(table.rows).toEqual([
      ...sectionIds().map((id) => [{ $node: id }, id, null, null, null, null, null]),
      ...evidenced(nodes).map(({ id, properties: { name, nameEn, evidence, quotes } }) => [
        null,
        id,
        name,
        nameEn,
        null,
        evidence,
        quotes,
      ]),
      ...evidenced(relationships).map(({ id, properties: { at, since, until, evidence, quotes } }) => {
        const time = since || until ? `${textIn(since)}/${textIn(until)}` : (at ?? null);
        return [null, id, null, null, time, evidence, quotes];
      }),
    ]);
    expect(table.rows.map((row) => row[4])).toEqual(expect.arrayContaining([expect.stringMatching(/^\d{4}-\d{2}$/)]));
  });

  it('tell by the id of a relationship what it is between', async () => {
    const { table } = await ask(loaded, 'mentions', {});
    const ids = new Set(table.rows.map(([, id]) => id));
    for (const { id, type, start, end } of evidenced(loaded.batch.relationships)) {
      expect(ids).toContain(id);
      expect(`${id}.`.startsWith(`${start}.${type}.${end}.`)).toBe(true);
    }
  });

  it('have the sections still where the answer is cut: the outline of the document is made of them', async () => {
    const ids = sectionIds();
    const { table, truncated } = await ask(loaded, 'mentions', {}, { maxRows: ids.length + 1 });
    expect([truncated, table.rows.length]).toEqual([true, ids.length + 1]);
    expect(table.rows.slice(0, -1).map(([section]) => idIn(section))).toEqual(ids);
  });
});

describe('org-structure', () => {
  it('has every relationship of the hierarchy, parents before children', async () => {
    const rows = await rowsOf('org-structure', {});
    const hierarchy = new Set(loaded.ontology.types.filter((type) => type.hierarchy).map(({ name }) => name));
    const expected = loaded.batch.relationships.filter(({ type }) => hierarchy.has(type)).map(({ id }) => id);
    expect(rows.map((row) => idIn(row[2])).toSorted()).toEqual(expected.toSorted());
    const depths = rows.map(([depth]) => Number(depth));
    expect(depths).toEqual(depths.toSorted((left, right) => left - right));
    expect(depths[0]).toBe(1);
    expect(Math.max(...depths)).toBeGreaterThan(1);
  });
});

describe('org-chart', () => {
  it('is empty where no type of the data set is drawn', async () => {
    const types = loaded.ontology.types.map((type) => {
      const { beside: _, ...rest } = type;
      return { ...rest, hierarchy: false };
    });
    const { table } = await ask({ store: loaded.store, ontology: { ...loaded.ontology, types } }, 'org-chart', {});
    expect(table).toMatchObject({ columns: ['above', 'relationship', 'below'], rows: [] });
  });

  it('has the hierarchy, what stands beside it, and the figures of those bodies', async () => {
    const rows = await rowsOf('org-chart', {});
    const { ontology, batch } = loaded;
    const isOfChart = new Map(ontology.types.map(({ name, hierarchy, beside }) => [name, hierarchy || beside]));
    const lines = batch.relationships.filter(({ type }) => isOfChart.get(type));
    const bodies = new Set(lines.flatMap(({ start, end }) => [start, end]));
    const figures = batch.relationships.filter(({ type, end }) => type === 'MEASURES' && bodies.has(end));
    expect(rows.map((row) => idIn(row[1])).toSorted()).toEqual([...lines, ...figures].map(({ id }) => id).toSorted());
    expect(figures.map(({ end }) => end)).toContain('joint-branches');
  });
});

describe('figures and the timeline', () => {
  it('put a series in the order of time', async () => {
    const rows = await rowsOf('figures', { measure: 'coverage' });
    expect(rows.filter((row) => row[3] === '%').map(([, time, value]) => [time, value])).toEqual(
      expect.arrayContaining([
        ['2005', 32],
        ['2010', 100],
      ]),
    );
    const times = rows.map(([, time]) => textOf(time));
    expect(times).toEqual(times.toSorted());
  });

  it('have every dated node and relationship once', async () => {
    const rows = await rowsOf('timeline', {});
    const dated = loaded.batch.nodes.filter(({ properties }) => properties['at'] ?? properties['period']);
    const datedRelationships = loaded.batch.relationships.filter(
      ({ properties }) => properties['at'] ?? properties['since'] ?? properties['until'],
    );
    expect(rows.length).toBe(dated.length + datedRelationships.length);
    const dates = rows.map(([date]) => textOf(date));
    expect(dates).toEqual(dates.toSorted());
  });
});

describe('schema', () => {
  it('counts labels and types as they are', async () => {
    const rows = await rowsOf('schema', {});
    const passages = loaded.batch.nodes.filter(({ labels }) => labels.includes('Passage')).length;
    const citations = loaded.batch.relationships.filter(({ type }) => type === 'CITES').length;
    expect(rows).toEqual(
      expect.arrayContaining([
        ['label', 'Passage', passages],
        ['type', 'CITES', citations],
      ]),
    );
    expect(rows).toContainEqual(['property', 'nameEn', null]);
  });
});

describe('a wrong question', () => {
  it.each([
    ['node', {}, 'invalid-parameter', 'parameter id: it is missing'],
    ['node', { id: 7 }, 'invalid-parameter', 'parameter id: expected string, received number'],
    [
      'node',
      { id: 'jinhua-lawyers-association', depth: 1 },
      'invalid-parameter',
      'parameter depth: there is no such parameter',
    ],
    ['overview', { depth: 0 }, 'invalid-parameter', 'parameter depth: too small'],
    ['search', { text: '  ' }, 'invalid-parameter', 'parameter text: too small'],
    ['neighbours', { ids: [] }, 'invalid-parameter', 'parameter ids: too small'],
    ['neighbours', { ids: ['party-branches'], direction: 'up' }, 'invalid-parameter', 'parameter direction: '],
    [
      'paths',
      { from: 'party-branches', to: 'party-branches' },
      'invalid-parameter',
      'parameter to: it is the same node as from',
    ],
    ['org-structure', { types: ['X`]-() DETACH DELETE n //'] }, 'invalid-parameter', 'there is no relationship type X'],
    ['node', { id: 'nobody' }, 'unknown-node', 'there is no node with the id nobody'],
    ['neighbours', { ids: ['party-branches', 'nobody'] }, 'unknown-node', 'nobody'],
    ['neighbour-counts', { ids: ['nobody'] }, 'unknown-node', 'nobody'],
    ['paths', { from: 'party-branches', to: 'nobody' }, 'unknown-node', 'nobody'],
    ['evidence', { id: 'nobody' }, 'unknown-node', 'nobody'],
    ['evidence', { id: 'a.HAS_BRANCH.b' }, 'unknown-relationship', 'a.HAS_BRANCH.b'],
    ['passages', { section: 'nobody' }, 'unknown-node', 'nobody'],
    ['passage-mentions', { id: 'nobody' }, 'unknown-node', 'nobody'],
    ['figures', { node: 'nobody' }, 'unknown-node', 'nobody'],
  ])('%s %j is %s and names what is wrong', async (query, input, code, detail) => {
    await expect(ask(loaded, query, input)).rejects.toMatchObject({ code, message: expect.stringContaining(detail) });
  });
});

async function firstFound(text: string): Promise<(Json | undefined)[]> {
  const [row] = await rowsOf('search', { text });
  return [idIn(row?.[0]), row?.[1]];
}

function pick({ table }: Answer, ...columns: string[]): (Json | undefined)[] {
  return columns.map((column) => table.rows[0]?.[table.columns.indexOf(column)]);
}

function length(value: unknown): number {
  return Array.isArray(value) ? value.length : -1;
}

function idIn(cell: Json | undefined): string {
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return '';
  return textOf(cell['$node'] ?? cell['$relationship']);
}

function textOf(cell: Json | undefined): string {
  return typeof cell === 'string' ? cell : '';
}

/** Every path without a repetition, found by hand, in the form of a table's cell. */
function simplePaths({ from, to }: { from: string; to: string }, most: number, walks: (type: string) => boolean) {
  const found: string[] = [];
  const walk = (path: string[], visited: string[]): void => {
    const at = visited.at(-1);
    if (at === to) found.push(JSON.stringify({ $path: path }));
    if (at === to || visited.length > most) return;
    for (const { id, type, start, end } of loaded.batch.relationships) {
      if (!walks(type) || (start !== at && end !== at)) continue;
      const next = start === at ? end : start;
      if (!visited.includes(next)) walk([...path, id, next], [...visited, next]);
    }
  };
  walk([from], [from]);
  return found;
}

function structuralTypes(): Set<string> {
  return new Set(loaded.ontology.types.flatMap((type) => (type.isStructural ? [type.name] : [])));
}

function commonTo(ids: string[], counts: (type: string) => boolean): string[] {
  const related = ids.map((id) =>
    loaded.batch.relationships
      .filter(({ type, start, end }) => counts(type) && start !== end && [start, end].includes(id))
      .map(({ start, end }) => (start === id ? end : start)),
  );
  const [first = [], ...others] = related;
  return [...new Set(first)].filter((id) => others.every((list) => list.includes(id)));
}
