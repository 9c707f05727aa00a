import { assert, boolean, constantFrom, nat, property } from 'fast-check';
import { describe, expect, test } from 'vitest';
import { numbersIn } from '../../graph-seed/numbers-in-text.ts';

/** What each number of a text is read as. */
const readings = (text: string): unknown[] =>
  numbersIn(text).map(({ start, end, values, date }) => [text.slice(start, end), date ?? values.at(-1)]);

describe('the numbers in a text', () => {
  test.each<[string, unknown[]]>([
    ['2006年5月31日成立', [['2006年5月31日', '2006-05-31']]],
    [
      '2006年度,有1492家',
      [
        ['2006年度', '2006'],
        ['1492', 1492],
      ],
    ],
    [
      '总金额25.28亿元,资料2万余份',
      [
        ['25.28亿', 2_528_000_000],
        ['2万', 20_000],
      ],
    ],
    [
      '现有律师30名,20名党员',
      [
        ['30', 30],
        ['20', 20],
      ],
    ],
  ])('are read as Chinese writes them: %s', (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  test.each<[string, unknown[]]>([
    [
      'signed on 20 May 1875 by 17 states',
      [
        ['20 May 1875', '1875-05-20'],
        ['17', 17],
      ],
    ],
    [
      'On May 20, 1875, in May 1875 and in 1875.',
      [
        ['May 20, 1875', '1875-05-20'],
        ['May 1875', '1875-05'],
        ['1875', '1875'],
      ],
    ],
    [
      'seven base units, Twenty-two others',
      [
        ['seven', 7],
        ['Twenty-two', 22],
      ],
    ],
    [
      'a hundred and five, two hundred thousand',
      [
        ['a hundred and five', 105],
        ['two hundred thousand', 200_000],
      ],
    ],
    [
      '43,520 square metres, 1.5 million grams',
      [
        ['43,520', 43_520],
        ['1.5 million', 1_500_000],
      ],
    ],
    ['one of the 11th, someone, the second, often', [['11', 11]]],
    [
      'three and four, ten, 12, 13.',
      [
        ['three', 3],
        ['four', 4],
        ['ten', 10],
        ['12', 12],
        ['13', 13],
      ],
    ],
  ])('are read as English writes them: %s', (text, expected) => {
    expect(readings(text)).toEqual(expected);
  });

  test('are read back whatever number is written, with or without commas', () => {
    assert(
      property(nat(), boolean(), constantFrom('about ', '有', ''), (number, hasCommas, before) => {
        const written = hasCommas ? number.toLocaleString('en') : String(number);
        const [first, ...others] = numbersIn(`${before}${written} in all`);
        expect([first?.values, others]).toEqual([[number], []]);
        expect([first?.start, first?.end]).toEqual([before.length, before.length + written.length]);
      }),
    );
  });

  test('may also be what they count in: 2万 is 2 of ten thousand each', () => {
    expect(numbersIn('2万')[0]?.values).toEqual([2, 20_000]);
  });
});
