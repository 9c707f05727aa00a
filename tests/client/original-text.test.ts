import { EventEmitter, once } from 'node:events';
import { array, assert as check, constantFrom, integer, property, record } from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { FoldedText } from '../../client/state/reading/folded-text.ts';
import { knownMentions } from '../../client/state/reading/mentions.ts';
import { readTextFile } from '../../client/state/reading/text-file.ts';
import {
  askAgainForText,
  closeText,
  loadServerText,
  marksIn,
  openAgain,
  openTextFile,
  originalText,
  serverRefusal,
  takenText,
  textRefusal,
} from '../../client/state/reading/original-text.ts';
import { ontology } from '../../client/state/ontology.ts';
import { omissionsOf } from '../../client/state/reading/omissions.ts';
import { knownPassages } from '../../client/state/reading/passages.ts';
import { partsOf, piecesOf, portionOf } from '../../client/state/reading/text-parts.ts';
import { mismatches } from '../../client/state/reading/text-mismatches.ts';
import { visibleText } from '../../client/state/visible-text.ts';
import { marksOf } from '../../server/passage-text/marks.ts';
import { tinyDocument } from '../seed/tiny-data-set.ts';
import { answered, away, madeOntology, passage, said } from './made-document.ts';

/** Whether a character is in one of some ranges. */
const isIn = (ranges: { start: number; end: number }[], index: number): boolean =>
  ranges.some(({ start, end }) => start <= index && index < end);

const file = (text: string | Uint8Array<ArrayBuffer>, name = 'text.txt'): File => new File([text], name);

const omission = passage('s1.i1.2', '每年学习', {
  leftOutQuotes: ['每年学习2次'],
  leftOut: ['每年学习2次：太细'],
  leftOutEn: ['每年学习2次: too fine'],
});

beforeEach(() => {
  knownPassages.value = answered([
    passage('title', '甲协会简介'),
    passage('lead.1', '甲协会成立'),
    passage('lead.2', '甲协会设有'),
    passage('s1.head', '一、工作'),
    passage('s1.i1.1', '一是学习'),
    omission,
  ]);
  knownMentions.value = said(
    ['jia', ['lead.1', 'title'], ['甲协会成立于2001年5月', '甲协会简介']],
    ['founded', ['lead.1'], ['成立于2001年5月,现有']],
    ['yi', ['lead.2'], ['丙支部']],
  );
  takenText.value = null;
  textRefusal.value = null;
  serverRefusal.value = null;
});

describe('a text that the reader opens', () => {
  it('is cut into the passages of the document by the words that they begin with', async () => {
    await openTextFile(file(tinyDocument));
    expect(textRefusal.value).toBeNull();
    expect(originalText.value).toMatchObject({ source: 'file', name: 'text.txt', missing: [] });
    expect([...(originalText.value?.slices.values() ?? [])].join('')).toBe(tinyDocument);
    await closeText();
    expect(originalText.value).toBeNull();
  });

  it('has its quotes marked, those that overlap as one, with what they are evidence of', async () => {
    await openTextFile(file(tinyDocument));
    const overlapping = '甲协会成立于2001年5月,现有';
    expect(marksIn('lead.1')).toEqual([
      { start: 0, end: overlapping.length, quote: overlapping, factIds: ['jia', 'founded'] },
    ]);
    expect(marksIn('lead.1', 10)).toEqual([]);
    expect(marksIn('s1.head')).toEqual([]);
  });

  it('is told where quotes are not at their addresses, and where passages are not found', async () => {
    await openTextFile(file(tinyDocument.replace('一是学习', '首先学习')));
    expect(mismatches.value).toEqual([{ address: 'lead.2', quote: '丙支部', factIds: ['yi'] }]);
    expect(originalText.value?.missing).toEqual([{ at: 's1.i1.1', opening: '一是学习' }]);
    expect(originalText.value?.slices.get('s1.head')).toContain('首先学习');
  });

  it('is told where a quote is at an address that no passage has', async () => {
    knownMentions.value = said(['jia', ['lead.9', 'lead.1'], ['甲', '甲协会']]);
    await openTextFile(file(tinyDocument));
    expect(mismatches.value).toEqual([{ address: 'lead.9', quote: '甲', factIds: ['jia'] }]);
  });

  it('matches however its lines are broken and its accents are written', async () => {
    const wrapped = tinyDocument.replace(/(.{7})/gu, '$1\n  ').normalize('NFD');
    await openTextFile(file(wrapped));
    expect(originalText.value?.missing).toEqual([]);
    expect(mismatches.value).toEqual([{ address: 'lead.2', quote: '丙支部', factIds: ['yi'] }]);
    expect([...(originalText.value?.slices.values() ?? [])].join('')).toBe(wrapped);
    const [mark] = marksIn('lead.1');
    expect(mark?.quote.replaceAll(/\s/g, '')).toBe('甲协会成立于2001年5月,现有');
    expect(originalText.value?.slices.get('lead.1')?.slice(mark?.start, mark?.end)).toBe(mark?.quote);
  });

  it('is the one that was opened last, however long the one before takes to be read', async () => {
    const gate = new EventEmitter();
    const { buffer } = new TextEncoder().encode(tinyDocument);
    const slow = Object.assign(file('', 'slow.txt'), { arrayBuffer: () => once(gate, 'open').then(() => buffer) });
    const first = openTextFile(slow);
    await openTextFile(file(tinyDocument, 'quick.txt'));
    gate.emit('open');
    await first;
    expect(takenText.value?.name).toBe('quick.txt');
    const again = openTextFile(slow);
    await closeText();
    gate.emit('open');
    await again;
    expect(takenText.value).toBeNull();
  });

  it('is not judged at a passage that is not found', async () => {
    await openTextFile(file(tinyDocument.replace('甲协会设有', '它设有')));
    expect(mismatches.value).toEqual([]);
  });

  it('may be written in the way of older Chinese files, and end its lines as on Windows', async () => {
    // 甲乙 and a line break.
    const older = new Uint8Array([0xbc, 0xd7, 0xd2, 0xd2, 0x0d, 0x0a]);
    expect(await readTextFile(file(older))).toBe('甲乙\n');
    expect(await readTextFile(file('\ufeff甲\r乙'))).toBe('甲\n乙');
    expect(await readTextFile(file(new Uint8Array([0xff, 0xfe, 0x32, 0x75, 0x0a, 0x00])))).toBe('甲\n');
    expect(await readTextFile(file(new Uint8Array([0xfe, 0xff, 0x75, 0x32, 0x00, 0x0a])))).toBe('甲\n');
  });

  it.each([
    [
      'of another document',
      file('完全是别的内容。'.repeat(9)),
      { word: 'original.otherFile', values: { n: 6, found: 0 } },
    ],
    ['no text', file(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0xff])), { word: 'original.binary' }],
    ['too large', file(new Uint8Array(5_000_001)), { word: 'original.tooLarge', values: { n: 5 } }],
    ['empty', file(' \n'), { word: 'original.empty' }],
    [
      'gone, or a folder',
      Object.assign(file(''), { arrayBuffer: () => Promise.reject(new DOMException('', 'NotFoundError')) }),
      { word: 'original.unreadable' },
    ],
  ])('is refused with the reason where it is %s, and what was open stays', async (_what, wrong, refusal) => {
    await openTextFile(file(tinyDocument));
    await openTextFile(wrong);
    expect(textRefusal.value).toEqual(refusal);
    expect(originalText.value?.slices.size).toBe(6);
  });

  it('cannot be divided where passages do not tell how they begin', async () => {
    knownPassages.value = answered([{ id: 'one', labels: ['Passage'], properties: { address: 'one' } }]);
    await openTextFile(file(tinyDocument));
    expect(textRefusal.value).toEqual({ word: 'original.noOpenings' });
  });
});

describe('a text that cannot be judged, since the passages did not come', () => {
  const { fetch } = globalThis;
  const { value: none } = ontology;
  const known = answered([passage('title', '甲协会简介')]);
  let arePassagesThere: boolean;

  beforeEach(() => {
    arePassagesThere = false;
    knownPassages.value = away;
    globalThis.fetch = async (input) => {
      const address = input instanceof Request ? input.url : input.toString();
      if (address.includes('document-text')) return new Response(tinyDocument);
      if (arePassagesThere) return Response.json(known.answer);
      throw new TypeError('away');
    };
  });
  afterEach(() => {
    globalThis.fetch = fetch;
    ontology.value = none;
  });

  it('says so, and is opened when it is tried again', async () => {
    await openTextFile(file(tinyDocument));
    expect([textRefusal.value?.word, takenText.value]).toEqual(['original.noPassages', null]);
    arePassagesThere = true;
    await openAgain();
    expect([textRefusal.value, takenText.value?.name]).toEqual([null, 'text.txt']);
  });

  it('is asked for again where it is the server’s, which says nothing of a file that was refused', async () => {
    ontology.value = madeOntology;
    const asked = loadServerText();
    await openTextFile(file(' '));
    await asked;
    expect([textRefusal.value?.word, serverRefusal.value?.word]).toEqual(['original.empty', 'original.noPassages']);
    arePassagesThere = true;
    await askAgainForText();
    expect([textRefusal.value?.word, serverRefusal.value, takenText.value?.source]).toEqual([
      'original.empty',
      null,
      'server',
    ]);
  });
});

describe('the parts of a passage', () => {
  const someText = array(constantFrom('甲', '乙', '丙', ',', '\n'), { maxLength: 40 }).map((all) => all.join(''));
  const somePhrase = array(constantFrom('甲', '乙', '丙'), { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const someQuotes = array(record({ quote: somePhrase, factId: constantFrom('one', 'two') }), { maxLength: 6 });
  const someOmissions = array(record({ quote: somePhrase, reason: constantFrom('a', 'b') }), { maxLength: 4 });

  it('make up all of its text, with each mark whole', () => {
    check(
      property(someText, someQuotes, someOmissions, (text, quotes, omissions) => {
        const marks = marksOf(text, quotes);
        const parts = partsOf(text, marks, omissions);
        expect(parts.map((part) => part.text).join('')).toBe(text);
        expect(parts.flatMap((part) => (part.kind === 'mark' ? [part.mark] : []))).toEqual(marks);
        let at = 0;
        for (const part of parts) {
          expect(part.start).toBe(at);
          at += part.text.length;
        }
      }),
    );
  });

  it('show as left out what is left out and not quoted', () => {
    check(
      property(someText, someQuotes, someOmissions, (text, quotes, omissions) => {
        const marks = marksOf(text, quotes);
        const leftOut = marksOf(
          text,
          omissions.map(({ quote }) => ({ quote, factId: '' })),
          (quote) => new FoldedText(text).placesOf(quote),
        );
        const kinds = partsOf(text, marks, omissions).flatMap((part) => Array.from(part.text, () => part.kind));
        expect(kinds).toEqual(
          Array.from(text, (_, index) => (isIn(marks, index) ? 'mark' : isIn(leftOut, index) ? 'leftOut' : 'plain')),
        );
      }),
    );
  });

  it('are shown in portions that cut neither a mark nor a character', () => {
    const wide = array(constantFrom('甲', '乙', '\u{1f44d}'), { maxLength: 40 }).map((all) => all.join(''));
    check(
      property(wide, someQuotes, integer({ min: 1, max: 60 }), (text, quotes, most) => {
        const parts = partsOf(text, marksOf(text, quotes), []);
        const shown = portionOf(parts, most);
        const end = shown.reduce((length, part) => length + part.text.length, 0);
        expect(text.startsWith(shown.map((part) => part.text).join(''))).toBe(true);
        expect(end).toBeGreaterThanOrEqual(Math.min(most, text.length));
        expect(visibleText(shown.map((part) => part.text).join(''))).not.toContain('⟨');
        expect(shown.slice(0, -1)).toEqual(parts.slice(0, Math.max(0, shown.length - 1)));
        // Marks are whole, and it goes on no farther than they, or a character, do.
        expect(shown.filter((part, index) => part.kind === 'mark' && part.text !== parts[index]?.text)).toEqual([]);
        expect(end <= most + 1 || shown.at(-1)?.kind === 'mark').toBe(true);
      }),
    );
  });

  it('have once what a clause left out has twice, where it overlaps with itself', () => {
    expect(partsOf('甲甲甲', [], [{ quote: '甲甲', reason: 'a' }])).toEqual([
      { kind: 'leftOut', start: 0, text: '甲甲甲', reason: 'a' },
    ]);
  });

  it('let the quotes of what is selected stand out in a mark', () => {
    expect(piecesOf('甲乙丙', ['乙'])).toEqual([
      { text: '甲', isChosen: false },
      { text: '乙', isChosen: true },
      { text: '丙', isChosen: false },
    ]);
    expect(piecesOf('甲乙', [])).toEqual([{ text: '甲乙', isChosen: false }]);
  });
});

test('what was left out comes with its reason in the language of the reader', () => {
  expect(omissionsOf(omission)).toEqual([{ quote: '每年学习2次', reason: '太细' }]);
});

test('what cannot be seen in a text, or turns it round, is named', () => {
  expect(visibleText('a\u202eb\u0000\n\t\u2066\ud800👍🏽\u200d')).toBe('a⟨202E⟩b⟨0000⟩\n\t⟨2066⟩⟨D800⟩👍🏽\u200d');
});
