import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCaption } from '../../client/canvas/break-caption.ts';
import { captionSize, unitsOf } from '../../client/canvas/caption-box.ts';
import { chooseCaptions } from '../../client/canvas/choose-captions.ts';
import type { Caption } from '../../client/canvas/choose-captions.ts';

const bare = (text: string): string => text.replaceAll(/[\s\u2068\u2069]/g, '');

const caption = (id: string, x: number, y: number): Caption => ({
  id,
  x,
  y,
  size: 30,
  margin: 5,
  width: 90,
  height: 20,
  isUrgent: false,
});

describe('captions of a picture', () => {
  it('are all shown where there is room', () => {
    const captions = [caption('a', 0, 0), caption('b', 120, 0), caption('c', 0, 80)];
    expect(chooseCaptions(captions, 1)).toEqual({ chosen: new Set(['a', 'b', 'c']), hidden: 0 });
  });

  it('give way to those that come before them', () => {
    const captions = [caption('first', 0, 0), caption('second', 50, 0), caption('far', 300, 0)];
    expect(chooseCaptions(captions, 1)).toEqual({ chosen: new Set(['first', 'far']), hidden: 1 });
  });

  it('never cover a node, not even one of less weight', () => {
    const captions = [caption('first', 0, 0), caption('below', 0, 30)];
    expect(chooseCaptions(captions, 1).chosen).toEqual(new Set(['below']));
  });

  it('are shown whatever they cover where the reader has chosen them', () => {
    const chosen = Object.assign(caption('chosen', 0, 0), { isUrgent: true });
    expect(chooseCaptions([chosen, caption('below', 0, 30)], 1).chosen).toEqual(new Set(['chosen', 'below']));
  });

  it('do not cover each other, however many there are and from however far one looks', () => {
    const coordinate = fc.integer({ min: -400, max: 400 });
    const captions = fc
      .array(fc.tuple(coordinate, coordinate), { maxLength: 80 })
      .map((points) => points.map(([x, y], index) => caption(`n${index}`, x, y)));
    fc.assert(
      fc.property(captions, fc.constantFrom(0.02, 0.3, 1, 4), (all, zoom) => {
        const { chosen, hidden } = chooseCaptions(all, zoom);
        expect(chosen.size + hidden).toBe(all.length);
        const shown = all.filter(({ id }) => chosen.has(id));
        const covering = shown.flatMap((one, index) =>
          shown.slice(index + 1).filter((other) => {
            const [width, height] = [90 - Math.abs(one.x - other.x), 20 - Math.abs(one.y - other.y)];
            return width > 0 && height > 0 && width * height > 0.12 * 90 * 20 + 1e-6;
          }),
        );
        expect(covering).toEqual([]);
      }),
    );
  });

  it('are chosen among 20,000 nodes before a reader notices', () => {
    const captions = Array.from({ length: 20_000 }, (_, index) =>
      caption(`n${index}`, (index % 141) * 60, Math.floor(index / 141) * 60),
    );
    const started = performance.now();
    expect(chooseCaptions(captions, 0.1).hidden).toBeGreaterThan(0);
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

describe('a caption on the picture', () => {
  it('is shortened when it is long, between characters as readers see them', () => {
    const long = breakCaption('律'.repeat(500));
    expect(long.endsWith('…')).toBe(true);
    expect(long.split('\n').length).toBeLessThanOrEqual(5);
    const family = '👩‍👩‍👧‍👦';
    const people = breakCaption(family.repeat(100));
    expect(people.replaceAll(family, '').replaceAll(/[\n…]/g, '')).toBe('');
  });

  it('keeps words whole, in whatever script, and breaks those without end', () => {
    expect(breakCaption('International Criminal Court')).toBe('International\nCriminal Court');
    const arabic = 'جمهورية مصر العربية';
    expect(
      breakCaption(arabic)
        .replaceAll(/[\u2068\u2069]/g, '')
        .split(/\s/),
    ).toEqual(arabic.split(' '));
    const endless = breakCaption('a'.repeat(50)).split('\n');
    expect(Math.max(...endless.map(unitsOf))).toBeLessThanOrEqual(14);
  });

  it('isolates lines that run from right to left', () => {
    for (const line of breakCaption('שלום עולם').split('\n')) expect(line).toMatch(/^\u2068.*\u2069$/);
    expect(breakCaption('金华')).toBe('金华');
  });

  it('leaves what looks like HTML as it is', () => {
    expect(breakCaption('<b>x</b>').replaceAll('\n', '')).toBe('<b>x</b>');
  });

  it('loses nothing when it is short enough', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (text) => {
        fc.pre(!text.includes('…'));
        expect(bare(breakCaption(text))).toBe(bare(text));
      }),
    );
  });

  it('is measured by its letters alone', () => {
    expect(captionSize('', 16)).toEqual({ width: 0, height: 0 });
    expect(captionSize('律师', 16).width).toBeCloseTo(2 * captionSize('师', 16).width);
    expect(captionSize('律师\n事务所', 16).height).toBe(40);
    expect(unitsOf('é')).toBe(1);
  });
});
