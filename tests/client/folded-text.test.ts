import { array, assert as check, constantFrom, property } from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { FoldedText, foldedPhrase } from '../../client/state/reading/folded-text.ts';

/** Chinese and other letters, accents in one and in two parts, signs that change places, Hangul in parts, all kinds of white space. */
const signs = [
  '甲',
  '𠀀',
  '，',
  'か',
  '\u3099',
  'a',
  'é',
  'e',
  '\u0301',
  '\u0323',
  '\u212b',
  '\u1112',
  '\u1161',
  '\u11ab',
];
const spaces = [' ', '\n', '\t', '\u3000', '\u00a0'];
const someText = array(constantFrom(...signs, ...spaces), { maxLength: 40 }).map((all) => all.join(''));
const someWords = array(
  array(constantFrom('甲', '乙。', 'a', 'é', 'Å', '한'), { minLength: 1, maxLength: 4 }).map((all) => all.join('')),
  { minLength: 1, maxLength: 12 },
);
const someBreaks = array(constantFrom(' ', '\n', '\r\n   ', '\u3000\u3000'), { minLength: 1, maxLength: 12 });

describe('a folded text', () => {
  it('has composed characters, single spaces, and none beside Chinese characters', () => {
    check(
      property(someText, (source) => {
        const { text } = new FoldedText(source);
        expect(text.normalize('NFC')).toBe(text);
        expect(text).not.toMatch(/ {2}|[\n\t\u3000\u00a0]|[甲𠀀，か] (?!\p{M})| [甲𠀀，か]/u);
        expect(text.replaceAll(' ', '').normalize('NFC')).toBe(source.replaceAll(/\s/gu, '').normalize('NFC'));
      }),
    );
  });

  it('leads from each place to a part of the source that has the phrase', () => {
    check(
      property(someText, someText, (source, phrase) => {
        const folded = new FoldedText(source);
        for (const { start, end } of folded.placesOf(phrase)) {
          expect(start).toBeLessThan(end);
          expect(new FoldedText(source.slice(start, end)).text).toContain(foldedPhrase(phrase));
        }
        expect(folded.placesOf(phrase).length > 0).toBe(foldedPhrase(phrase) !== '' && folded.includes(phrase));
      }),
    );
  });

  it('has every part of itself, however lines are broken and accents are written in either', () => {
    check(
      property(someWords, someBreaks, constantFrom('NFC', 'NFD'), (words, breaks, form) => {
        const source = words.map((word, index) => word + (breaks[index % breaks.length] ?? '')).join('');
        const folded = new FoldedText(source.normalize(form));
        for (const [index] of words.entries()) {
          const phrase = words.slice(0, index + 1).join(' ');
          const [first] = folded.placesOf(phrase);
          expect(first?.start).toBe(0);
          expect(foldedPhrase(source.normalize(form).slice(0, first?.end))).toBe(foldedPhrase(phrase));
        }
      }),
    );
  });
});

test('the white space that a quote ends with is no part of it, but a space between words is', () => {
  const folded = new FoldedText('the  General\nConference, 在 2011\n年');
  expect(folded.placesOf(' General Conference\n')).toEqual([{ start: 5, end: 23 }]);
  expect(folded.includes('GeneralConference')).toBe(false);
  expect(folded.placesOf('在2011年')).toEqual([{ start: 25, end: 33 }]);
});
