import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { longestQuery, tokenize } from '../../server/store/cypher-text.ts';
import { didYouMean } from '../../server/store/did-you-mean.ts';
import { KnownNames } from '../../server/store/known-names.ts';
import { namesInText } from '../../server/store/names-in-text.ts';
import { problemCode } from './contract-suite.ts';

const found = (cypher: string) => namesInText(tokenize(cypher)).map(({ kind, name }) => `${kind} ${name}`);

describe('the names in a text', () => {
  it.each([
    ['MATCH (n:Person) RETURN n', 'label Person'],
    ['MATCH (:Person) RETURN 1 AS one', 'label Person'],
    ['MATCH (n:Person:Lawyer) RETURN n', 'label Person, label Lawyer'],
    ['MATCH (n:A|B) RETURN n', 'label A, label B'],
    ['MATCH (n:!(A&B)|%) RETURN n', 'label A, label B'],
    ['MATCH (n:`odd name`) RETURN n', 'label odd name'],
    ['MATCH (n)-[:KNOWS]->(m) RETURN m', 'type KNOWS'],
    ['MATCH (n)-[r:KNOWS|LIKES]->(m) RETURN r', 'type KNOWS, type LIKES'],
    ['MATCH (n)-[r:KNOWS|:LIKES*1..3]->(m) RETURN r', 'type KNOWS, type LIKES'],
    [
      "MATCH (n:A {name: 'x', born: 1})-[r:B {since: 2}]->() RETURN n",
      'label A, property name, property born, type B, property since',
    ],
    ['MATCH (n {a: {b: 1}, c: [1]}) RETURN n', 'property a, property c'],
    ['MATCH (n) WHERE n:A AND n.name = 1 RETURN n.born AS born', 'label A, property name, property born'],
    ['MATCH ()-[r]->() WHERE r:T RETURN r.since AS x', 'type T, property since'],
    ['MATCH (n) WITH n AS m RETURN m.name AS name', 'property name'],
    ['UNWIND $rows AS row RETURN row:Label AS x', 'labelOrType Label'],
    ['MATCH (n) WHERE EXISTS { MATCH (n)-[:T]->(m:B) WHERE m.x = 1 } RETURN n', 'type T, label B, property x'],
    ['MATCH (n) RETURN [(n)-[:T]->(m:B) | m.name] AS names', 'type T, label B'],
    ['MATCH (n) RETURN [x IN nodes(p) WHERE x:A | x.name] AS names', 'labelOrType A'],
    ['MATCH (n) RETURN n {.name, other: n.born} AS map', 'property born'],
  ])('of %s are %s', (cypher, names) => {
    expect(found(cypher).join(', ')).toBe(names);
  });

  it.each([
    "WITH {name: 'x', list: [1]} AS map RETURN map.name AS name",
    'UNWIND $rows AS row RETURN row.anything AS x, $map.key AS y',
    'MATCH (n) RETURN {a: n, b: n} AS map',
    'MATCH (n) WITH {x: 1} AS n RETURN n.x AS x',
    'MATCH ()-[r*1..2]->() RETURN r[0].x AS x',
    "RETURN 'MATCH (n:Label)' AS text // (n:Other)",
    'CALL db.labels() YIELD label RETURN label',
    'RETURN date.truncate("day") AS x',
    'RETURN 1 IS :: INTEGER AS x',
    'MATCH (n) RETURN [1, 2, 3][0..n] AS x',
    'RETURN (1 + 2) AS `n:Label`',
  ])('are none in %s', (cypher) => {
    expect(found(cypher)).toEqual([]);
  });

  it('are looked for in any text, and what is found stands where it is said to', () => {
    const piece = fc.constantFrom(
      'MATCH',
      '(',
      ')',
      '[',
      ']',
      '{',
      '}',
      ':',
      '.',
      ',',
      '-',
      '>',
      '|',
      '&',
      '!',
      '*',
      'n',
      'r',
      'AS',
      'WITH',
      '`x y`',
      '1',
      "'s'",
      '$p',
      ' ',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const cypher = pieces.join(' ');
        for (const { name, start } of namesInText(tokenize(cypher))) {
          expect(cypher.slice(start).replace(/^`/, '').startsWith(name)).toBe(true);
        }
      }),
    );
  });
});

describe('names that may have been meant', () => {
  const known = ['Campaign', 'Association', 'Award', 'Place', 'PartyBranch', 'Passage', 'passage'];

  it.each([
    ['Campain', ['Campaign']],
    ['campaign', ['Campaign']],
    ['Asociation', ['Association']],
    ['Palce', ['Place']],
    ['Party', ['PartyBranch']],
    ['Passage', ['passage']],
    ['Pasage', ['Passage', 'passage']],
    ['Zzz', []],
    ['x'.repeat(10_000), []],
  ])('for %.20s are %j', (name, meant) => {
    expect(didYouMean(name, known)).toEqual(meant);
  });

  it('are three at most, the nearest first', () => {
    expect(didYouMean('name0', ['name12', 'name1', 'name2', 'name3', 'nme0', 'name'])).toEqual([
      'name',
      'name1',
      'name2',
    ]);
  });

  it('include each name from which one letter is missing', () => {
    const word = fc.string({ minLength: 4, maxLength: 20, unit: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f') });
    fc.assert(
      fc.property(word, fc.nat(), (name, at) => {
        const cut = at % name.length;
        expect(didYouMean(name.slice(0, cut) + name.slice(cut + 1), [name])).toEqual([name]);
      }),
    );
  });
});

describe('names that the database does not have', () => {
  it('are asked for only when a text has one that is not known, and then anew', async () => {
    const reads = [
      { labels: ['A'], types: [], properties: [] },
      { labels: ['A', 'B'], types: [], properties: [] },
    ];
    let asked = 0;
    const known = new KnownNames(() =>
      Promise.resolve(reads[Math.min(asked++, 1)] ?? { labels: [], types: [], properties: [] }),
    );
    expect(await known.noticesFor('MATCH (n:A) RETURN n')).toEqual([]);
    expect(await known.noticesFor('MATCH (n:A) RETURN n')).toEqual([]);
    expect(asked).toBe(1);
    expect(await known.noticesFor('MATCH (n:B) RETURN n')).toEqual([]);
    expect(asked).toBe(2);
    expect(await known.noticesFor('RETURN 1 AS one')).toEqual([]);
    expect(asked).toBe(2);
    expect((await known.noticesFor('MATCH (n:C) RETURN n')).map(({ code }) => code)).toEqual(['unknown-label']);
  });

  it('are not looked for in a text that is too long to be run', async () => {
    let asked = 0;
    const known = new KnownNames(() => {
      asked += 1;
      return Promise.resolve({ labels: [], types: [], properties: [] });
    });
    expect(await problemCode(known.noticesFor(`RETURN 1 AS one ${' '.repeat(longestQuery)}`))).toBe('cypher-too-long');
    expect(asked).toBe(0);
  });

  it('are told once each, and ten at most', async () => {
    const known = new KnownNames(() => Promise.resolve({ labels: ['A'], types: [], properties: [] }));
    const labels = Array.from({ length: 30 }, (_, index) => `(:Nobody${index % 15})`).join(', ');
    const notices = await known.noticesFor(`MATCH ${labels} RETURN 1 AS one`);
    expect(notices.map(({ values }) => values?.['name'])).toEqual(
      Array.from({ length: 10 }, (_, index) => `Nobody${index}`),
    );
  });
});
