import { describe, expect } from 'vitest';
import { limits, rows, type Suite } from './contract-suite.ts';
import { fixture, fixtureNode, fixtureRelationship, key } from './fixture.ts';

const ids = (items: { id: string }[]) => items.map(({ id }) => id);

/** What an answer is made of. */
export function describeReading({ store, test, openAnother }: Suite): void {
  describe('a node in an answer', () => {
    test('is whole, with its key as id and its labels sorted without the key label', async () => {
      const { graph, table } = await store().read('MATCH (n:Entity) RETURN n ORDER BY n.id', {}, limits);
      const expected = fixture.nodes.toSorted((left, right) => (left.id < right.id ? -1 : 1));
      expect(graph.nodes).toEqual(expected);
      expect(graph.relationships).toEqual([]);
      expect(table).toEqual({ columns: ['n'], rows: expected.map(({ id }) => [{ $node: id }]) });
    });

    test('leaves what serves the database only behind, and is known by its key all the same', async () => {
      const hiding = await openAnother({ ...key, hidden: ['id', 'searchText'] });
      try {
        const cypher = "MATCH (n:Entity {id: 'association'})-[r:HAS_COMMITTEE]->(m) RETURN n, r, n.searchText AS text";
        const { graph, table } = await hiding.read(cypher, {}, limits);
        const { id: _, searchText, ...shown } = fixtureNode('association').properties;
        expect(graph.nodes[0]).toEqual({ ...fixtureNode('association'), properties: shown });
        expect(ids(graph.nodes)).toEqual(['association', 'committee']);
        expect(graph.relationships.map(({ properties }) => Object.keys(properties))).not.toContain('id');
        expect(ids(graph.relationships)).toEqual(['association.HAS_COMMITTEE.committee']);
        expect(table.rows[0]?.[2]).toBe(searchText);
      } finally {
        await hiding.close();
      }
    });

    test('comes once, however often it is returned', async () => {
      const answer = await store().read(
        "MATCH (n:Entity {id: 'committee'})-[:HAS_BRANCH]->(b) RETURN n, b, n AS again ORDER BY b.order",
        {},
        limits,
      );
      expect(ids(answer.graph.nodes)).toEqual(['committee', 'branch-1', 'branch-2', 'branch-10']);
      expect(answer.table.rows[1]).toEqual([{ $node: 'committee' }, { $node: 'branch-2' }, { $node: 'committee' }]);
    });

    test('may be in a list or a map', async () => {
      const answer = await store().read(
        'MATCH (b:PartyBranch) WITH b ORDER BY b.order WITH collect(b) AS branches RETURN branches, {first: branches[0], count: size(branches)} AS summary',
        {},
        limits,
      );
      const [first, second, third] = ['branch-1', 'branch-2', 'branch-10'].map((id) => ({ $node: id }));
      expect(answer.table.rows).toEqual([[[first, second, third], { first, count: 3 }]]);
      expect(ids(answer.graph.nodes)).toEqual(['branch-1', 'branch-2', 'branch-10']);
    });

    test('that an optional match does not find is null', async () => {
      const answer = await store().read(
        "MATCH (n:Entity {id: 'everything'}) OPTIONAL MATCH (n)-[r]-(m) RETURN n, r, m",
        {},
        limits,
      );
      expect(answer.table.rows).toEqual([[{ $node: 'everything' }, null, null]]);
      expect(answer.graph.relationships).toEqual([]);
    });
  });

  describe('a relationship in an answer', () => {
    test('brings both of its ends, so that the graph is closed', async () => {
      const answer = await store().read('MATCH ()-[r:HAS_BRANCH]->(b) RETURN r ORDER BY b.order', {}, limits);
      const expected = ['branch-1', 'branch-2', 'branch-10'].map((id) => `committee.HAS_BRANCH.${id}`);
      expect(answer.graph.relationships).toEqual(expected.map(fixtureRelationship));
      expect(answer.table.rows).toEqual(expected.map((id) => [{ $relationship: id }]));
      expect(ids(answer.graph.nodes).toSorted()).toEqual(['branch-1', 'branch-10', 'branch-2', 'committee']);
      expect(answer.graph.nodes).toContainEqual(fixtureNode('committee'));
    });

    test('keeps its direction, whichever way it is matched', async () => {
      const answer = await store().read("MATCH (n:Entity {id: 'city'})<-[r]-(m) RETURN r, m", {}, limits);
      expect(answer.graph.relationships).toEqual([fixtureRelationship('association.LOCATED_IN.city')]);
    });

    test('is told from a parallel one, and may be a loop', async () => {
      const parallel = await store().read('MATCH ()-[r:SUPERVISES]->() RETURN r ORDER BY r.id', {}, limits);
      expect(ids(parallel.graph.relationships)).toEqual([
        'bureau.SUPERVISES.association',
        'bureau.SUPERVISES.association.2',
      ]);
      const loop = await store().read('MATCH ()-[r:REPEATS]->() RETURN r', {}, limits);
      expect(loop.graph.relationships).toEqual([fixtureRelationship('campaign.REPEATS.campaign')]);
      expect(ids(loop.graph.nodes)).toEqual(['campaign']);
    });
  });

  describePaths({ store, test });
  describeValues({ store, test });
  describeAbout({ store, test });
}

function describePaths({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  describe('a path in an answer', () => {
    const expected = {
      $path: [
        'province',
        'city.PART_OF.province',
        'city',
        'association.LOCATED_IN.city',
        'association',
        'association.HAS_COMMITTEE.committee',
        'committee',
      ],
    };
    const ends = "(a:Entity {id: 'province'}), (b:Entity {id: 'committee'})";

    test('is its nodes and relationships in order, whichever way these point', async () => {
      const answer = await store().read(`MATCH ${ends} MATCH p = (a)-[*..4]-(b) RETURN p`, {}, limits);
      expect(answer.table.rows).toEqual([[expected]]);
      expect(ids(answer.graph.nodes)).toEqual(['province', 'city', 'association', 'committee']);
      expect(answer.graph.relationships[0]).toEqual(fixtureRelationship('city.PART_OF.province'));
    });

    test('may be the shortest', async () => {
      const cypher = `MATCH ${ends} MATCH p = allShortestPaths((a)-[*..6]-(b)) RETURN p, length(p) AS hops, [n IN nodes(p) | n.id] AS ids`;
      expect(await rows(store(), cypher)).toEqual([[expected, 3, ['province', 'city', 'association', 'committee']]]);
    });

    test('may be of length nought', async () => {
      const cypher = "MATCH p = (a:Entity {id: 'province'})-[*0..0]-(b) RETURN p";
      expect(await rows(store(), cypher)).toEqual([[{ $path: ['province'] }]]);
    });
  });
}

function describeValues({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  describe('a value in an answer', () => {
    test('may be of any kind that JSON has', async () => {
      const cypher =
        "RETURN '金华' AS zh, '⚖️👩‍⚖️' AS emoji, '' AS blank, 42 AS whole, -1.5 AS fraction, true AS yes, null AS nothing, [1, 'two', [null]] AS list, [] AS none, {a: 1, b: {c: '丙'}} AS map";
      const { columns, rows: found } = (await store().read(cypher, {}, limits)).table;
      expect(columns).toEqual(['zh', 'emoji', 'blank', 'whole', 'fraction', 'yes', 'nothing', 'list', 'none', 'map']);
      expect(found).toEqual([
        ['金华', '⚖️👩‍⚖️', '', 42, -1.5, true, null, [1, 'two', [null]], [], { a: 1, b: { c: '丙' } }],
      ]);
    });

    test('is found whatever its column is called', async () => {
      const cypher = 'RETURN 1 AS `__proto__`, 2 AS `constructor`, 3 AS `1`, 4 AS `a b`, 5 AS `律师`';
      const { columns, rows: found } = (await store().read(cypher, {}, limits)).table;
      expect(columns).toEqual(['__proto__', 'constructor', '1', 'a b', '律师']);
      expect(found).toEqual([[1, 2, 3, 4, 5]]);
    });

    test('is a text when it is a whole number that a JSON reader would round', async () => {
      expect(
        await rows(store(), 'RETURN 9007199254740991 AS exact, 9007199254740993 AS large, -9007199254740993 AS low'),
      ).toEqual([[9007199254740991, '9007199254740993', '-9007199254740993']]);
    });

    test('is a text in ISO 8601 when it is a date', async () => {
      expect(await rows(store(), "RETURN date('2011-05-31') AS day")).toEqual([['2011-05-31']]);
    });

    test('that was written as a whole number is one', async () => {
      const cypher = "MATCH (n:Entity {id: 'lawyers'}) RETURN toString(n.value) AS text, n.value / 2 AS half";
      expect(await rows(store(), cypher)).toEqual([['869', 434]]);
    });

    test('that is a parameter stays a value, whatever it looks like', async () => {
      const before = await store().count({});
      for (const text of ["x'}) DETACH DELETE n //", '$id', '`', '\\', "' OR 1=1 --", '"}) RETURN 1;', '\u0000']) {
        expect(await rows(store(), 'RETURN $text AS text', { text })).toEqual([[text]]);
        expect(await rows(store(), 'MATCH (n:Entity {id: $text}) RETURN n', { text })).toEqual([]);
      }
      expect(await store().count({})).toEqual(before);
    });

    test('that is a parameter may be of any kind, and a whole number counts rows', async () => {
      const params = {
        whole: 2,
        fraction: 0.5,
        yes: true,
        none: null,
        list: ['a', 1, null],
        map: { deep: { er: [1] } },
      };
      const cypher =
        'RETURN $whole AS whole, $fraction AS fraction, $yes AS yes, $none AS none, $list AS list, $map AS map, $list[0] AS item, $map.deep AS inner';
      expect(await rows(store(), cypher, params)).toEqual([
        [2, 0.5, true, null, ['a', 1, null], { deep: { er: [1] } }, 'a', { er: [1] }],
      ]);
      const page = 'MATCH (b:PartyBranch) RETURN b.order AS place ORDER BY place SKIP $skip LIMIT $limit';
      expect(await rows(store(), page, { skip: 1, limit: 1 })).toEqual([[2]]);
    });
  });
}

function describeAbout({ store, test }: Pick<Suite, 'store' | 'test'>): void {
  describe('a store', () => {
    test('gives rows in the order of the query, each time', async () => {
      const cypher = 'MATCH (n:Entity)-[r]->(m) RETURN n.id AS start, r.id AS id, m.id AS end ORDER BY type(r), id';
      const expected = fixture.relationships
        .toSorted((left, right) => (`${left.type} ${left.id}` < `${right.type} ${right.id}` ? -1 : 1))
        .map(({ start, id, end }) => [start, id, end]);
      expect(await rows(store(), cypher)).toEqual(expected);
      expect(await rows(store(), cypher)).toEqual(expected);
    });

    test('answers many reads at once, each with its own rows', async () => {
      const numbers = Array.from({ length: 30 }, (_, index) => index);
      const answers = await Promise.all(numbers.map((number) => rows(store(), 'RETURN $number AS number', { number })));
      expect(answers).toEqual(numbers.map((number) => [[number]]));
    });

    test('answers with the columns when there is no row', async () => {
      const answer = await store().read("MATCH (n:Entity {id: 'nobody'}) RETURN n, n.name AS name", {}, limits);
      expect(answer.table).toEqual({ columns: ['n', 'name'], rows: [] });
      expect(answer).toMatchObject({ truncated: false, graph: { nodes: [], relationships: [] } });
      expect(answer.ms).toBeGreaterThanOrEqual(0);
    });

    test('answers a typed query like one of the catalogue', async () => {
      const cypher = 'MATCH (n:Entity {id: $id})-[r]->(m) RETURN n, r, m ORDER BY m.id';
      const typed = await store().readUntrusted(cypher, { id: 'committee' }, limits);
      const named = await store().read(cypher, { id: 'committee' }, limits);
      expect(typed.table).toEqual(named.table);
      expect(typed.graph).toEqual(named.graph);
      expect(typed.truncated).toBe(false);
    });

    test('tells its counts', async () => {
      expect(await store().count({})).toEqual({
        nodes: fixture.nodes.length,
        relationships: fixture.relationships.length,
      });
    });

    test('tells its labels and types with their counts, sorted and without the key label, and its properties', async () => {
      const schema = await store().schema({});
      expect(schema.labels).toEqual(counted(fixture.nodes.flatMap(({ labels }) => labels)));
      expect(schema.types).toEqual(counted(fixture.relationships.map(({ type }) => type)));
      const properties = [...fixture.nodes, ...fixture.relationships].flatMap((item) => Object.keys(item.properties));
      expect(schema.properties).toEqual([...new Set(properties)].toSorted());
    });

    test('tells its name and version', () => {
      expect(store().engine.name).toMatch(/\w/);
      expect(store().engine.version).toMatch(/^\d+\.\d+/);
      return Promise.resolve();
    });
  });
}

function counted(names: string[]): { name: string; count: number }[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count })).toSorted((a, b) => (a.name < b.name ? -1 : 1));
}
