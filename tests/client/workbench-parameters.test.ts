import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { jsonMistakeAt } from '../../client/state/workbench/json-mistake.ts';
import { draftOf, readDraft, valuesOf } from '../../client/state/workbench/parameter-drafts.ts';
import type { ParameterDraft, ParameterKind } from '../../client/state/workbench/parameter-drafts.ts';
import { parametersOfText } from '../../client/state/workbench/parameters-of-text.ts';

const namesIn = (cypher: string): string[] => parametersOfText(cypher).map(({ name }) => name);

describe('the parameters of a text', () => {
  it.each([
    ['RETURN $name', ['name']],
    ['RETURN $名称 + $naïve_2', ['名称', 'naïve_2']],
    ['RETURN $`odd name`, $`with `` in it`', ['odd name', 'with ` in it']],
    ['RETURN $a, $b, $a', ['a', 'b']],
    ['RETURN $1', ['1']],
    [`RETURN '$no', "it's $no", 'a\\'$no', \`$no\``, []],
    ['RETURN 1 // $no\n, $yes /* $no\n$no */', ['yes']],
    ['RETURN a$b', []],
    ["RETURN '$no", []],
    ['RETURN 1 /* $no', []],
    ['RETURN $`no', []],
    ['RETURN $', []],
  ])('%s', (cypher, names) => {
    expect(namesIn(cypher)).toEqual(names);
  });

  it('stand where they are said to stand', () => {
    expect(parametersOfText('RETURN $a,\n $`b c`')).toMatchObject([
      { name: 'a', start: 7, end: 9 },
      { name: 'b c', start: 12, end: 18 },
    ]);
  });

  it('are whole numbers behind LIMIT and SKIP', () => {
    const found = parametersOfText('MATCH (n {id: $id}) RETURN n skip $from LIMIT /* so many */ $most');
    expect(found.map(({ name, isCount }) => [name, isCount])).toEqual([
      ['id', false],
      ['from', true],
      ['most', true],
    ]);
  });

  it('are found whatever strings, comments and names stand before them', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '$', ' ', '\n', '/', '*', '中', '😀') });
    const harmless = fc.oneof(
      text.map((inner) => `'${inner}'`),
      text.map((inner) => `"${inner}"`),
      text.map((inner) => `\`${inner}\``),
      text.map((inner) => `/*${inner.replaceAll('*/', '')}*/`),
      text.map((inner) => `//${inner.replaceAll('\n', '')}\n`),
    );
    fc.assert(
      fc.property(fc.array(harmless), (parts) => {
        expect(namesIn(`${parts.join(' ')} $found ${parts.join(' ')}`)).toEqual(['found']);
      }),
    );
  });
});

describe('where a text stops being JSON', () => {
  it.each([
    ['', 0],
    ['  ', 2],
    ['{"a": 1,}', 8],
    ['{"a": 1', 7],
    ["{'a': 1}", 1],
    ['[1 2]', 3],
    ['[1, 2]]', 6],
    ['[1}', 2],
    ['{"a" 1}', 5],
    ['{a: 1}', 1],
    ['01', 1],
    ['"a\nb"', 0],
    ['nul', 0],
    ['{"a": 1}', null],
    [' [1, -2.5e3, "\\u4e2d", {}, [], null, true] ', null],
  ])('%j: %j', (text, at) => {
    expect(jsonMistakeAt(text)).toBe(at);
  });

  it('is nowhere in what can be parsed, and somewhere in all else', () => {
    const whole = fc.json();
    const broken = fc
      .tuple(whole, fc.nat(), fc.constantFrom('', ',', '"', '}', ']', '{', '\\', 'e', '0'))
      .map(([json, place, sign]) => {
        const at = place % (json.length + 1);
        return json.slice(0, at) + sign + json.slice(at + 1);
      });
    const any = fc.string({ unit: fc.constantFrom(...Array.from('[]{}",:0-1.e\\u \ntrue')) });
    fc.assert(
      fc.property(fc.oneof(whole, broken, any), (text) => {
        const at = jsonMistakeAt(text);
        expect([at === null, (at ?? 0) <= text.length]).toEqual([isJson(text), true]);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is found however deep it lies', () => {
    expect(jsonMistakeAt(`${'['.repeat(100_000)}x`)).toBe(100_000);
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const draft = (kind: ParameterKind, text: string): ParameterDraft => ({ kind, text });

describe('a value that is typed', () => {
  it.each<[ParameterKind, string, unknown]>([
    ['text', ' as it is ', ' as it is '],
    ['text', '', ''],
    ['integer', ' -42 ', -42],
    ['number', '2.5e3', 2500],
    ['boolean', 'true', true],
    ['boolean', 'false', false],
    ['list', 'a\n\nb c\n', ['a', 'b c']],
    ['list', '', []],
    ['list', '1\n -2.5e3 \ntrue\nfalse\n007\n1,5', [1, -2500, true, false, '007', '1,5']],
    ['list', '"2011"\n"true"\n""\n"a\\nb"\n"open\n"a" b', ['2011', 'true', '', 'a\nb', '"open', '"a" b']],
    ['node', 'law-firms', 'law-firms'],
    ['json', '{"a": [1, null]}', { a: [1, null] }],
  ])('as %s: %j', (kind, text, value) => {
    expect(readDraft(draft(kind, text))).toEqual({ value });
  });

  it.each<[ParameterKind, string, object]>([
    ['integer', '', { word: 'parameters.notInteger' }],
    ['integer', '1.5', { word: 'parameters.notInteger' }],
    ['integer', '9007199254740993', { word: 'parameters.tooLarge' }],
    ['number', '', { word: 'parameters.notNumber' }],
    ['number', '1,5', { word: 'parameters.notNumber' }],
    ['number', '1e999', { word: 'parameters.notNumber' }],
    ['list', 'a\n  9007199254740993', { word: 'parameters.tooLarge', at: 4 }],
    ['node', '', { word: 'parameters.noNode' }],
    ['json', ' ', { word: 'parameters.missing', at: 1 }],
    ['json', '9007199254740993', { word: 'parameters.tooLarge', at: 0 }],
    ['json', '{"9007199254740993": ["-9007199254740993", -9007199254740993]}', { word: 'parameters.tooLarge', at: 43 }],
    ['json', '{"\\"": [1, 1e999]}', { word: 'parameters.tooLarge', at: 11 }],
    ['json', '{"a": }', { word: 'parameters.notJson', at: 6 }],
  ])('as %s is none: %j', (kind, text, mistake) => {
    expect(readDraft(draft(kind, text))).toEqual(mistake);
  });

  it('is the value that it was made from, whatever that was', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const there = JSON.parse(JSON.stringify(value));
        expect(readDraft(draftOf(there))).toEqual({ value: there });
      }),
    );
  });

  it('is a list of lines, where a list has only texts, numbers, true and false', () => {
    const item = fc.oneof(fc.string(), fc.constantFrom('1', 'true', '"', '""', ' 5 '), fc.integer(), fc.boolean());
    fc.assert(
      fc.property(fc.array(item, { minLength: 1 }), (list) => {
        const made = draftOf(list);
        expect(made.kind).toBe('list');
        expect(readDraft(made)).toEqual({ value: list });
      }),
    );
  });

  it('keeps each digit of a whole number in JSON, or is none', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(2n ** 70n), max: 2n ** 70n }), (number) => {
        const read = readDraft(draft('json', `{"id": [${number}]}`));
        const isSaid = 'value' in read && JSON.stringify(read.value) === `{"id":[${number}]}`;
        expect(isSaid || ('word' in read && read.word === 'parameters.tooLarge')).toBe(true);
      }),
    );
  });

  it('goes with its query, and those of other queries do not', () => {
    const drafts = new Map([
      ['a', draft('integer', '1')],
      ['unused', draft('integer', 'x')],
      ['__proto__', draft('text', 'harmless')],
      ['b', draft('integer', 'x')],
    ]);
    const { values, mistakes } = valuesOf(['a', 'b', 'c', '__proto__'], drafts);
    expect(JSON.stringify(values)).toBe('{"a":1,"__proto__":"harmless"}');
    expect([...mistakes]).toEqual([
      ['b', { word: 'parameters.notInteger' }],
      ['c', { word: 'parameters.missing' }],
    ]);
  });
});
