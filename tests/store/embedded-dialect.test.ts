import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Json } from '../../server/contract.ts';
import { readOntology } from '../../server/ontology.ts';
import { catalogue } from '../../server/queries/catalogue.ts';
import { tokenize } from '../../server/store/cypher-text.ts';
import { checkDialect } from '../../server/store/embedded-dialect.ts';
import { checkReadOnly } from '../../server/store/embedded-refusals.ts';
import { openEmbedded } from '../../server/store/embedded.ts';
import { limits, problem, rows } from './contract-suite.ts';
import { fixture, key } from './fixture.ts';

const folder = await mkdtemp(join(tmpdir(), 'embedded-dialect-'));
const store = openEmbedded({ path: join(folder, 'dialect.grafeo'), key });

beforeAll(async () => {
  await store.write(fixture);
});

afterAll(async () => {
  await store.close();
  await rm(folder, { recursive: true, force: true });
});

async function notices(cypher: string): Promise<string[]> {
  return (await store.readUntrusted(cypher, {}, limits)).notices.map(({ code }) => code);
}

/** Queries that the engine answers wrongly, with the right rows. */
const wrong: [string, Json[][]][] = [
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN true THEN n END AS x", [[{ $node: 'city' }]]],
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN false THEN null ELSE n END AS x", [[{ $node: 'city' }]]],
  ["MATCH (n:Entity {id: 'city'}) OPTIONAL MATCH (n)-[:NO]->(m) RETURN coalesce(m, n) AS x", [[{ $node: 'city' }]]],
  ['RETURN [1, 2, 3][-2..] AS x', [[[2, 3]]]],
  ['RETURN [1, 2, 3][0..-1] AS x', [[[1, 2]]]],
  ['RETURN [1, 2] + 3 AS x', [[[1, 2, 3]]]],
  ["RETURN 'a' + [1] AS x", [[['a', 1]]]],
  ['RETURN 2 ^ 3 ^ 2 AS x', [[64]]],
  ['MATCH (n:Place {unknown: null}) RETURN n', []],
];

/** Queries that look like those, and are answered rightly. */
const right: [string, Json[][]][] = [
  ["MATCH (n:Entity {id: 'city'}) RETURN CASE WHEN true THEN n.name END AS x", [['金华市']]],
  [
    "MATCH (n:Entity {id: 'city'}) WITH n.name AS name RETURN CASE WHEN true THEN name ELSE null END AS x",
    [['金华市']],
  ],
  ["MATCH (n:Entity {id: 'city'}) RETURN coalesce(n.nothing, n.name) AS x", [['金华市']]],
  ['RETURN [1, 2, 3][-1] AS x, [1, 2, 3][1..] AS y, [1, 2, 3][..2] AS z', [[3, [2, 3], [1, 2]]]],
  ['RETURN [1, 2] + [3] AS x, [1, 2][0] + 3 AS y', [[[1, 2, 3], 4]]],
  [
    "MATCH (n:Entity {id: 'association'}) RETURN [n.name] + n.aliases AS x, n.aliases[0] + '!' AS y",
    [[['金华市律师协会', '市律协', '律协'], '市律协!']],
  ],
  ['RETURN 2 ^ 3 AS x, {a: null} AS y', [[8, { a: null }]]],
  ['MATCH (n:Place) WHERE n.unknown IS NULL RETURN count(n) AS x', [[2]]],
  ['MATCH (n:PartyBranch) RETURN min(n.order) AS x, max(n.order) AS y', [[1, 10]]],
  ['MATCH ()-[r:HAS_BRANCH|RUNS]->() RETURN count(r) AS x', [[4]]],
];

/** Cypher that the engine does not parse, and how the difference is called. */
const rejected: [string, string][] = [
  ['MATCH (n:Place|Figure) RETURN n', 'label expressions'],
  ['MATCH (n:Place&!Figure) RETURN n', 'label expressions'],
  ['MATCH (n:!Place) RETURN n', 'label expressions'],
  ["MATCH (n:$('Place')) RETURN n", 'label expressions'],
  ['MATCH (a)-[:PART_OF]->+(b) RETURN b', 'quantified'],
  ['MATCH (a)-[:PART_OF]->{1,2}(b) RETURN b', 'quantified'],
  ['MATCH (a) ((x)-[:PART_OF]->(y)){1,2} (b) RETURN b', 'quantified'],
  ['MATCH p = SHORTEST 1 (a)-[*]-(b) RETURN p', 'SHORTEST'],
  ['RETURN COLLECT { MATCH (n:Place) RETURN n.id } AS x', 'COLLECT'],
  ['MATCH (n:Place WHERE n.name IS NOT NULL) RETURN n', 'WHERE inside'],
  ["RETURN duration.between(date('2020-01-01'), date('2020-02-01')) AS x", 'dot'],
  ['MATCH (n) WHERE EXISTS { MATCH (n)-->(m) RETURN m } RETURN n', 'RETURN inside'],
  ['RETURN CASE 2 WHEN 1, 2 THEN true END AS x', 'CASE'],
  ['MATCH (n) RETURN n.set AS x', 'keyword'],
  ['MATCH (n) RETURN collect(n.id)[0..2] AS x', 'collect'],
];

describe('a typed query in the embedded dialect', () => {
  for (const [cypher, rightRows] of wrong) {
    it(`is refused, for it would be answered wrongly: ${cypher}`, async () => {
      expect(await rows(store, cypher)).not.toEqual(rightRows);
      const error = await problem(store.readUntrusted(cypher, {}, limits));
      expect(error.code).toBe('cypher-unsupported');
      expect(error.message).toContain('NEO4J_URI');
      expect(error.values?.what).toMatch(/\w/);
    });
  }

  it('is refused when it would sort nodes or count a pattern', async () => {
    for (const cypher of ['MATCH (n) RETURN min(n) AS x', 'MATCH (n) RETURN size((n)-->()) AS x']) {
      expect((await problem(store.readUntrusted(cypher, {}, limits))).code).toBe('cypher-unsupported');
    }
  });

  for (const [cypher, rightRows] of right) {
    it(`is answered rightly: ${cypher}`, async () => {
      expect((await store.readUntrusted(cypher, {}, limits)).table.rows).toEqual(rightRows);
    });
  }

  for (const [cypher, what] of rejected) {
    it(`is told what the engine lacks: ${cypher}`, async () => {
      const error = await problem(store.readUntrusted(cypher, {}, limits));
      expect(error.code).toBe('cypher-unsupported');
      expect(error.message).toContain(what);
      expect(error.message).toContain('NEO4J_URI');
    });
  }

  it('is told of corners in which an answer may differ', async () => {
    expect(await notices('MATCH (n:Nothing) RETURN sum(n.value) AS x')).toEqual(['dialect-sum']);
    expect(await notices('MATCH (n:PartyBranch) RETURN sum(n.order) AS x')).toEqual([]);
    expect(await notices("MATCH (n) WHERE n.value = '869' RETURN n")).toEqual(['dialect-numeral']);
    expect(await notices("MATCH (n) WHERE n.name = '金华市' RETURN n")).toEqual([]);
  });
});

describe('the catalogue', async () => {
  const ontology = await readOntology('graph-seed/jinhua-2011');
  for (const query of catalogue) {
    it(`has nothing in it that the embedded engine is refused or answers wrongly: ${query.name}`, () => {
      const { cypher } = query.info(ontology);
      expect(() => checkReadOnly(cypher, tokenize(cypher))).not.toThrow();
      expect(() => checkDialect(tokenize(cypher))).not.toThrow();
    });
  }
});
