import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { TypeAhead } from '../../client/state/type-ahead.ts';

const lines = [
  ['Opening', ''],
  ['Sentence 1', '“When it was founded'],
  ['Sentence 2', 'Who was there'],
  ['第二部分', '协会何时成立'],
  ['Élan', 'What for'],
  ['部分', '协 会', '20 years'],
];

/** Types characters, each so many milliseconds after the one before; answers the index after each, from where the last led. */
function typed(text: string, from = 0, milliseconds = 100, among: readonly (readonly string[])[] = lines) {
  const typing = new TypeAhead();
  let at = from;
  return text.split('').map((character, index) => {
    const found = typing.type(character, 5_000 + index * milliseconds, {
      count: among.length,
      from: at,
      textsOf: (line) => among[line] ?? [],
    });
    at = found ?? at;
    return found;
  });
}

describe('what is typed in a list', () => {
  it.each([
    { text: 's', indices: [1], how: 'to the next line whose heading begins so' },
    { text: 'w', indices: [1], how: 'to one that says what begins so, whatever signs it begins with' },
    { text: 'who', indices: [1, 1, 2], how: 'with each further character to a nearer one' },
    { text: 'sentence 2', indices: [1, 1, 1, 1, 1, 1, 1, 1, 1, 2], how: 'on with a space' },
    { text: 'www', indices: [1, 2, 4], how: 'from line to line' },
    { text: 'wwww', indices: [1, 2, 4, 1], how: 'round' },
    { text: 'e', indices: [4], how: 'past accents' },
    { text: '协会', indices: [3, 3], how: 'to Chinese' },
    { text: '20', indices: [5, 5], how: 'to digits' },
    { text: 'zz', indices: [undefined, undefined], how: 'nowhere' },
    { text: '“', indices: [undefined], how: 'by a sign alone nowhere' },
  ])('leads $how: “$text”', ({ text, indices }) => {
    expect(typed(text)).toEqual(indices);
  });

  it('begins anew after a pause', () => {
    expect(typed('wo', 0, 100)).toEqual([1, undefined]);
    expect(typed('wo', 0, 1_500)).toEqual([1, 0]);
  });

  it('leads nowhere in a list without lines', () => {
    expect(typed('a', -1, 100, [])).toEqual([undefined]);
  });

  it('takes a key that is held down, and goes from line to line', () => {
    expect(typed('w'.repeat(200)).slice(-4)).toEqual([2, 4, 1, 2]);
  });

  it('leads to a line that begins so, the nearest one further on', () => {
    const text = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '协', ' '), minLength: 1, maxLength: 4 });
    const list = fc.array(text, { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(list, fc.constantFrom('a', 'b', 'e', '协'), fc.nat(), (texts, character, place) => {
        const from = place % texts.length;
        const order = texts.map((_, step) => (from + 1 + step) % texts.length);
        const begins = (index: number): boolean =>
          (texts[index] ?? '').trimStart().replaceAll('é', 'e').startsWith(character);
        const [found] = typed(
          character,
          from,
          100,
          texts.map((each) => [each]),
        );
        expect(found).toBe(order.find(begins));
      }),
    );
  });
});
