import { assert, property, string } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkSize, deepestQuery, longestQuery, positionAt, tokenize } from '../../server/store/cypher-text.ts';
import { problemCode } from './contract-suite.ts';

const texts = (cypher: string) => tokenize(cypher).map(({ kind, text }) => `${kind} ${text}`);
const codeOf = (cypher: string) => problemCode(Promise.resolve().then(() => checkSize(cypher)));

describe('tokens of a Cypher text', () => {
  it('are words, names, strings, numbers, parameters and symbols', () => {
    expect(texts("MATCH (n:`协 会` {id: $id}) RETURN n.x[1..2], 'it\\'s', \"a'b\", 1.5e3")).toEqual([
      'word MATCH',
      'symbol (',
      'word n',
      'symbol :',
      'name 协 会',
      'symbol {',
      'word id',
      'symbol :',
      'parameter id',
      'symbol }',
      'symbol )',
      'word RETURN',
      'word n',
      'symbol .',
      'word x',
      'symbol [',
      'number 1',
      'symbol .',
      'symbol .',
      'number 2',
      'symbol ]',
      'symbol ,',
      "string 'it\\'s'",
      'symbol ,',
      'string "a\'b"',
      'symbol ,',
      'number 1.5e3',
    ]);
  });

  it('leave comments out, and know that a string or name is none', () => {
    expect(texts("RETURN /* CREATE */ 1 // SET\n, '// x', `/* y */`")).toEqual([
      'word RETURN',
      'number 1',
      'symbol ,',
      "string '// x'",
      'symbol ,',
      'name /* y */',
    ]);
  });

  it('end with what is not closed', () => {
    expect(texts("a 'b")).toEqual(['word a', "string 'b"]);
    expect(texts("a 'b\\")).toEqual(['word a', "string 'b\\"]);
    expect(texts('a `b')).toEqual(['word a', 'name b']);
    expect(texts('a /* b')).toEqual(['word a']);
  });

  it('unescape a backtick in a name', () => {
    expect(texts('`a``b` $`c``d`')).toEqual(['name a`b', 'parameter c`d']);
  });

  it('cover the text in order, whatever it is', () => {
    assert(
      property(string({ unit: 'grapheme', maxLength: 200 }), (cypher) => {
        let last = 0;
        for (const { start, end } of tokenize(cypher)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(cypher.length);
      }),
    );
  });
});

describe('the size of a typed query', () => {
  it('may be what people type', () => {
    expect(() => checkSize(`RETURN ${'[1], (2), '.repeat(200)} 3`)).not.toThrow();
    expect(() => checkSize(`RETURN '${'[('.repeat(1000)}' AS x // ${'('.repeat(1000)}`)).not.toThrow();
    expect(() => checkSize(`RETURN ${'['.repeat(deepestQuery)}${']'.repeat(deepestQuery)}`)).not.toThrow();
  });

  it('is counted in bytes', async () => {
    expect(() => checkSize('x'.repeat(longestQuery))).not.toThrow();
    expect(await codeOf('x'.repeat(longestQuery + 1))).toBe('cypher-too-long');
    expect(await codeOf('律'.repeat(longestQuery / 2))).toBe('cypher-too-long');
  });

  for (const [what, cypher] of [
    ['brackets', '['.repeat(deepestQuery + 1)],
    ['braces', '{a: '.repeat(deepestQuery + 1)],
    ['a mixture', '([{'.repeat(deepestQuery)],
    ['CASE', 'CASE WHEN '.repeat(deepestQuery + 1)],
    ['CASE whose END is a name', 'CASE WHEN end THEN '.repeat(deepestQuery + 1)],
    ['NOT', 'not '.repeat(deepestQuery + 1)],
    ['signs', '- '.repeat(deepestQuery + 1)],
    ['escaped brackets', String.raw`\u005b`.repeat(deepestQuery + 1)],
    ['brackets behind an escaped quote', String.raw`'\u0027${'['.repeat(deepestQuery + 1)}`],
  ] as const) {
    it(`may not be too deep in ${what}`, async () => {
      expect(await codeOf(`RETURN ${cypher}`)).toBe('cypher-too-long');
    });
  }
});

describe('a position in a Cypher text', () => {
  it('counts lines and columns from 1', () => {
    const cypher = 'MATCH (n)\r\nRETURN 律\n.';
    expect(positionAt(cypher, 0)).toEqual({ line: 1, column: 1, offset: 0 });
    expect(positionAt(cypher, 11)).toEqual({ line: 2, column: 1, offset: 11 });
    expect(positionAt(cypher, 18)).toEqual({ line: 2, column: 8, offset: 18 });
    expect(positionAt(cypher, 20)).toEqual({ line: 3, column: 1, offset: 20 });
  });
});
