import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import * as fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { breakCaption } from '../../client/canvas/break-caption.ts';
import { unitsOf } from '../../client/canvas/caption-box.ts';
import {
  fill,
  formatDate,
  formatNumber,
  formatShort,
  languageOf,
  locale,
  problemSentence,
  t,
} from '../../client/state/locale.ts';
import type { Word } from '../../client/state/locale.ts';
import { en } from '../../client/state/words/en.ts';
import { zh } from '../../client/state/words/zh.ts';

const places = (text: string): string[] => (text.match(/\{\w+\}/g) ?? []).toSorted();
const words = (text: string): string[] => text.match(/[\p{Script=Latin}\p{N}’]+/gu) ?? [];

afterEach(() => {
  locale.value = 'zh';
});

describe('the words of the page', () => {
  const keys = Object.keys(zh).filter((key): key is Word => key in zh);

  it('have the same places for values in both languages', () => {
    expect(Object.keys(en).toSorted()).toEqual(keys.toSorted());
    const unlike = keys.filter((key) => places(zh[key]).join() !== places(en[key]).join());
    expect(unlike).toEqual([]);
  });

  it('are all used', () => {
    const folder = fileURLToPath(new URL('../../client', import.meta.url));
    const source = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name) && !/^(dist|state.words)/.test(name))
      .map((name) => readFileSync(join(folder, name), 'utf8'))
      .join('\n');
    // By its key, or by a key that is put together from what stands before its last part.
    const isUsed = (key: string): boolean =>
      source.includes(`'${key}'`) || source.includes(`\`${key.replace(/[^.]+$/, '')}\${`);
    expect(keys.filter((key) => !isUsed(key))).toEqual([]);
  });

  it('are in their language', () => {
    const han = /\p{Script=Han}/u;
    expect(keys.filter((key) => han.test(en[key])).toSorted()).toEqual(['page.language']);
    // Names of programs are the same everywhere; what is between values need not have a letter.
    const foreign = keys.filter((key) => {
      const rest = zh[key].replaceAll(/\{\w+\}/g, '');
      return /\p{L}/u.test(rest) && !han.test(rest);
    });
    expect(foreign.toSorted()).toEqual(['engine.neo4j', 'page.language']);
  });

  it('take values, and show a place that has none', () => {
    expect(fill('{a} of {b}', { a: 1234, b: 'x' })).toBe(`${formatNumber(1234)} of x`);
    expect(fill('{a} {constructor}', { a: '$&' })).toBe('$& {constructor}');
  });

  it.each([
    ['count.nodesOf', 1, '1 node'],
    ['count.nodesOf', 2, '2 nodes'],
    ['count.nodesOf', 0, '0 nodes'],
    ['list.relationships', 1, '1 relationship'],
    ['more.title', 1, '1 more relationship'],
    ['table.rows', 1200, '1,200 rows'],
  ] as const)('%s counts %i as English does', (word, n, text) => {
    locale.value = 'en';
    expect(t(word, { n })).toBe(text);
  });

  it('never put a word in the plural after a number that may be one', () => {
    // The number of these is always two or more, and so are limits.
    const always = new Set([
      'many.title',
      'announce.selectedMany',
      'announce.grouped',
      'path.foundMany',
      'path.via',
      'path.most',
    ]);
    const nouns = 'nodes|relationships|passages|rows|columns|steps|paths|runs|queries|tabs';
    const plural = keys.filter((key) =>
      new RegExp(`\\{(?!limit|most)\\w+\\} (?:\\w+ )?(?:${nouns})\\b(?! (?:by|of))`).test(en[key]),
    );
    expect(plural.filter((key) => !always.has(key))).toEqual([]);
  });

  it('tell a problem in the reader’s language, an unheard-of one with its detail', () => {
    const problem = { type: 'about:blank', title: 'x', status: 404, detail: 'the detail', code: 'unknown-node' };
    expect(problemSentence({ ...problem, values: { id: 'nobody' } })).toBe(t('error.unknown-node', { id: 'nobody' }));
    expect(problemSentence({ ...problem, code: 'never-heard-of' })).toContain('the detail');
    locale.value = 'en';
    expect(problemSentence({ ...problem, values: { id: 'nobody' } })).toContain('nobody');
  });

  it('know which text is Chinese', () => {
    expect([languageOf('党支部'), languageOf('Party branch'), languageOf('2006')]).toEqual([
      'zh-CN',
      undefined,
      undefined,
    ]);
  });
});

describe('a number where there is little room', () => {
  it('is exact up to four digits, then as short as the language has it', () => {
    locale.value = 'en';
    expect([9_999, 15_000, 1_250_000].map(formatShort)).toEqual(['9,999', '15K', '1.3M']);
    locale.value = 'zh';
    expect([9_999, 15_000, 1_250_000].map(formatShort)).toEqual(['9,999', '1.5万', '125万']);
  });
});

describe('a date', () => {
  it.each([
    ['2006', '2006年', '2006'],
    ['2006-05', '2006年5月', 'May 2006'],
    ['1997-12-03', '1997年12月3日', '3 December 1997'],
    ['2005/2010', '2005年至2010年', '2005 to 2010'],
    ['/2010-03', '截至2010年3月', 'until March 2010'],
    ['2006-05/', '2006年5月以来', 'since May 2006'],
  ])('is as precise as it is: %s', (iso, chinese, english) => {
    expect(formatDate(iso)).toBe(chinese);
    locale.value = 'en';
    expect(formatDate(iso)).toBe(english);
  });
});

describe('a caption', () => {
  const pieces = fc.constantFrom(
    '律',
    '师',
    '党委',
    '“',
    '”',
    '，',
    ' ',
    'Party',
    'lawyers’',
    '2006',
    '37',
    '%',
    '\n',
    '😀',
  );
  // Longer ones are shortened, and longer words are cut: tests of captions on the canvas see to that.
  const caption = fc
    .array(pieces, { maxLength: 20 })
    .map((parts) => parts.join(''))
    .filter((text) => unitsOf(text) <= 56 && !/[\p{Script=Latin}\p{N}%’”，]{27}/u.test(text));

  it('loses no character when it is broken into lines', () => {
    fc.assert(
      fc.property(caption, fc.integer({ min: 2, max: 30 }), (text, most) => {
        expect(breakCaption(text, most).replaceAll(/\s/g, '')).toBe(text.replaceAll(/\s/g, ''));
      }),
    );
  });

  it('keeps Latin words and numbers whole', () => {
    fc.assert(
      fc.property(caption, fc.integer({ min: 2, max: 30 }), (text, most) => {
        expect(breakCaption(text, most).split('\n').flatMap(words)).toEqual(words(text));
      }),
    );
  });

  it('is broken in Chinese where it is too long, never before a closing mark', () => {
    expect(breakCaption('金华市律师协会党委', 14)).toBe('金华市律师\n协会党委');
    expect(breakCaption('律师', 14)).toBe('律师');
    fc.assert(
      fc.property(caption, (text) => {
        const lines = breakCaption(text.replaceAll(/^[”，]+/gm, '').replaceAll(/\s[”，]+/g, ''), 8).split('\n');
        expect(lines.filter((line) => /^[”，]/.test(line))).toEqual([]);
      }),
    );
  });
});
