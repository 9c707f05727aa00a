import { array, assert as check, constantFrom, property, record } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { marksOf } from '../../server/passage-text/marks.ts';
import { merged } from '../../server/passage-text/ranges.ts';
import { sliceDocument } from '../../server/passage-text/slices.ts';
import { openClauses, textCoverage } from '../../server/passage-text/text-coverage.ts';

/** Few letters, so that phrases come again and overlap. */
const someText = array(constantFrom('甲', '乙', 'a', ',', '。', '\n'), { maxLength: 60 }).map((all) => all.join(''));
const somePhrase = array(constantFrom('甲', '乙', 'a', ','), { maxLength: 4 }).map((all) => all.join(''));
const someQuotes = array(record({ quote: somePhrase, factId: constantFrom('one', 'two', 'three') }), {
  maxLength: 8,
});

/** Which characters of a text are within a phrase, told the slow way. */
function isWithin(text: string, phrases: string[]): boolean[] {
  return Array.from(text, (_, index) =>
    phrases.some(
      (phrase) =>
        phrase !== '' &&
        Array.from(phrase).some((__, offset) => offset <= index && text.startsWith(phrase, index - offset)),
    ),
  );
}

describe('cutting a document', () => {
  it('gives back the whole text, passage by passage, where every opening is in its place', () => {
    const passages = array(record({ before: someText, opening: somePhrase }), { minLength: 1, maxLength: 12 });
    check(
      property(passages, (parts) => {
        // A sign with the number makes each opening one that stands nowhere else.
        const numbered = parts.map(({ before, opening }, index) => ({
          at: `lead.${index + 1}`,
          opening: `${index}#${opening}`,
          text: `${index}#${opening}${before}`,
        }));
        const { slices, miscuts } = sliceDocument(numbered.map(({ text }) => text).join(''), numbered);
        expect(miscuts).toEqual([]);
        expect([...slices.values()]).toEqual(numbered.map(({ at, text }) => ({ at, text })));
      }),
    );
  });

  it('loses no character behind the first opening that it finds, whatever is missing', () => {
    check(
      property(someText, array(somePhrase, { maxLength: 8 }), (document, openings) => {
        const passages = openings.map((opening, index) => ({ at: `lead.${index + 1}`, opening }));
        const { slices, miscuts } = sliceDocument(document, passages);
        const whole = [...slices.values()].map(({ text }) => text).join('');
        expect(document.endsWith(whole)).toBe(true);
        expect(passages.filter(({ at }) => !slices.has(at) && !miscuts.some((miscut) => miscut.at === at))).toEqual([]);
        expect(passages.filter(({ at, opening }) => slices.get(at)?.text.startsWith(opening) === false)).toEqual([]);
      }),
    );
  });
});

describe('marks', () => {
  it('have exactly the characters that some quote has, each once and in order', () => {
    check(
      property(someText, someQuotes, (text, quotes) => {
        const marks = marksOf(text, quotes);
        const isMarked = Array.from(
          text,
          (_, index) => marks.filter(({ start, end }) => start <= index && index < end).length,
        );
        const expected = isWithin(
          text,
          quotes.map(({ quote }) => quote),
        );
        expect(isMarked).toEqual(expected.map(Number));
        expect(marks).toEqual(marks.toSorted((one, other) => one.start - other.start));
        for (const { start, end, quote } of marks) expect(text.slice(start, end)).toBe(quote);
      }),
    );
  });

  it('lead to every fact whose quote is in them, and to no other', () => {
    check(
      property(someText, someQuotes, (text, quotes) => {
        for (const mark of marksOf(text, quotes)) {
          const whose = quotes.filter(({ quote }) => quote !== '' && mark.quote.includes(quote));
          expect(mark.factIds.toSorted()).toEqual([...new Set(whose.map(({ factId }) => factId))].toSorted());
        }
      }),
    );
  });

  test('touch without becoming one', () => {
    const marks = marksOf('甲乙丙', [
      { quote: '甲', factId: 'one' },
      { quote: '乙丙', factId: 'two' },
    ]);
    expect(marks.map(({ quote }) => quote)).toEqual(['甲', '乙丙']);
    expect(
      merged([
        { start: 0, end: 2 },
        { start: 1, end: 3 },
      ]),
    ).toEqual([{ start: 0, end: 3 }]);
  });
});

describe('how much of a text is covered', () => {
  it('counts letters and digits, of which a phrase has some or none', () => {
    check(
      property(someText, array(somePhrase, { maxLength: 5 }), (text, phrases) => {
        const inPhrase = isWithin(text, phrases);
        const letters = Array.from(text, (letter, index) => ({ letter, index })).filter(({ letter }) =>
          /\p{L}/u.test(letter),
        );
        expect(textCoverage(text, phrases)).toEqual({
          characters: letters.length,
          covered: letters.filter(({ index }) => inPhrase[index]).length,
        });
      }),
    );
  });

  test('counts a letter outside the basic plane as one', () => {
    expect(textCoverage('𠀀乙。', ['𠀀'])).toEqual({ characters: 2, covered: 1 });
  });

  test('names the clauses that no phrase touches', () => {
    expect(openClauses('甲乙,丙丁;戊。', ['丁'])).toEqual(['甲乙', '戊']);
  });

  test.each<[string, string[]]>([
    ['占地43,520平方米,2005年,100家。', ['占地43,520平方米', '2005年', '100家']],
    ['From 43,520 up, at 10:30: seven; e.g. two.', ['From 43,520 up', 'at 10:30', 'seven', 'e.g. two']],
    ['It began. Dr. A. Smith of St. Ives came! Did No. 5?', ['It began', 'Dr. A. Smith of St. Ives came', 'Did No. 5']],
    ['About 2.5 per cent, i.e. a fortieth.\nMore', ['About 2.5 per cent', 'i.e. a fortieth', 'More']],
  ])('knows clauses in Chinese and in English: %s', (text, clauses) => {
    expect(openClauses(text, [])).toEqual(clauses);
  });
});
