import { array, assert, constantFrom, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BeyondSyntax } from '../../server/store/cypher-cursor.ts';
import { TextEdits } from '../../server/store/cypher-edits.ts';
import { parseCypher } from '../../server/store/cypher-parser.ts';
import type { Expression } from '../../server/store/cypher-syntax.ts';
import { toRust } from '../../server/store/regular-expression.ts';

/** What a query returns first. */
function returned(expression: string): Expression {
  const [clause] = parseCypher(`RETURN ${expression}`).parts[0] ?? [];
  const [item] = clause?.kind === 'return' ? clause.projection.items : [];
  if (!item) throw new Error(`nothing is returned by ${expression}`);
  return item.value;
}

/** An expression with brackets round each operator and its sides. */
function bracketed(expression: Expression): string {
  if (expression.kind === 'binary') {
    return `(${bracketed(expression.left)} ${expression.operator} ${bracketed(expression.right)})`;
  }
  if (expression.kind === 'unary') return `(${expression.operator} ${bracketed(expression.of)})`;
  if (expression.kind === 'null-test') return `(${bracketed(expression.of)} IS)`;
  return expression.kind === 'literal' ? String(expression.value) : expression.kind;
}

/** Where a text says what the tree has no place for; its end, if it does nowhere. */
function placeBeyond(cypher: string): number {
  try {
    parseCypher(cypher);
    return cypher.length;
  } catch (error) {
    if (error instanceof BeyondSyntax) return error.start;
    throw error;
  }
}

describe('a query as a tree', () => {
  it('has what binds more further in', () => {
    expect(bracketed(returned('1 + 2 * 3 ^ 4 - 5'))).toBe('((1 + (2 * (3 ^ 4))) - 5)');
    expect(bracketed(returned('NOT 1 = 2 OR 3 < 4 AND true XOR false'))).toBe(
      '((NOT (1 = 2)) OR (((3 < 4) AND true) XOR false))',
    );
    expect(bracketed(returned('1 = 2 IN 3'))).toBe('(1 = (2 IN 3))');
    expect(bracketed(returned('1 < 2 < 3'))).toBe('((1 < 2) AND (2 < 3))');
    expect(bracketed(returned('-2 ^ 2'))).toBe('((- 2) ^ 2)');
    expect(bracketed(returned('1 + 2 IS NOT NULL'))).toBe('((1 + 2) IS)');
  });

  it('tells patterns from brackets and lists from comprehensions', () => {
    const kinds = ['(a)-->(b)', '(a) - (b)', '[a IN b]', '[(a)--(b) | 1]', '[(a) - b]', 'a {.b}', 'COUNT { (a) }'];
    expect(kinds.map((text) => returned(text).kind)).toEqual(
      'pattern,binary,comprehension,pattern-comprehension,list,projection,count'.split(','),
    );
  });

  it('knows what literals are', () => {
    const values = ['0x1F', '.5', '1e3', String.raw`'a\'\u0031'`, 'null', 'TRUE'].map((text) => {
      const literal = returned(text);
      return literal.kind === 'literal' ? literal.value : literal.kind;
    });
    expect(values).toEqual([31, 0.5, 1000, "a'1", null, true]);
  });

  it('knows where each expression stands', () => {
    for (const text of ['a.b', '(1 + 2)', 'size([1])', 'CASE WHEN true THEN 1 END', 'x[1..2]', '{a: 1}', 'n:A:B']) {
      const { start, end } = returned(text);
      expect(`RETURN ${text}`.slice(start, end)).toBe(text);
    }
  });

  it('is made of any text, or the place is told where it cannot be', () => {
    const words = constantFrom(
      ...'MATCH OPTIONAL RETURN WITH WHERE AS n m x 1 2.5 1e- "b" ( ) [ ] { } , . : | - > < = + * ^ $p null NOT IN IS CASE WHEN THEN END ORDER BY UNWIND UNION CALL EXISTS COUNT shortestPath( all( reduce( .. ; ` \\ 律 😀'.split(
        ' ',
      ),
    );
    assert(
      property(array(words, { maxLength: 20 }), (list) => {
        const cypher = list.join(' ');
        expect(placeBeyond(cypher)).toBeLessThanOrEqual(cypher.length);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('changes to a text', () => {
  it('nest, are made once, and replace', () => {
    const edits = new TextEdits();
    edits.wrap({ start: 2, end: 3 }, '[', ']');
    edits.wrap({ start: 2, end: 3 }, '[', ']');
    edits.wrap({ start: 0, end: 3 }, 'f(', ')');
    edits.wrap({ start: 2, end: 3 }, '<', '>');
    edits.replace({ start: 4, end: 6 }, '!');
    expect(edits.apply('a+b cd')).toBe('f(a+<[b]>) !');
    expect([edits.touches({ start: 0, end: 3 }), edits.touches({ start: 0, end: 1 })]).toEqual([true, false]);
  });
});

describe('a regular expression of Java', () => {
  it('is one of Rust where both read it alike', () => {
    expect(toRust('律师[a-c]+(x|y)?')).toBe('律师[a-c]+(x|y)?');
    expect(toRust('a.')).toBe(String.raw`a[^\n\r\u{85}\u{2028}\u{2029}]`);
    expect(toRust('(?i)a1')).toBe('[aA]1');
  });

  it.each([String.raw`\w`, String.raw`\d+`, 'a(?=b)', String.raw`(a)\1`, '^a', '(?i)[a-z]', '[a&&b]', '[', 'é(?i)'])(
    'is none of Rust where they do not, or where we do not know: %s',
    (java) => {
      expect(toRust(java)).toBeUndefined();
    },
  );
});
