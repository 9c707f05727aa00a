import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { breakCaption } from '../../client/canvas/break-caption.ts';
import { captionSize, edgeCaptionPadding, fontSizes, parallelStep, unitsOf } from '../../client/canvas/caption-box.ts';
import { chooseCaptions } from '../../client/canvas/choose-captions.ts';
import type { Caption, Side } from '../../client/canvas/choose-captions.ts';
import { groupCaption } from '../../client/canvas/group-caption.ts';

const bare = (text: string): string => text.replaceAll(/[\s\u2068\u2069]/g, '');

const caption = (id: string, x: number, y: number): Caption => ({
  id,
  x,
  y,
  size: 30,
  margin: 5,
  width: 90,
  height: 20,
  claim: 'usual',
});

const urgent = (id: string, x: number, y: number): Caption => ({ ...caption(id, x, y), claim: 'urgent' });

/** Which captions are shown, and at which side of their nodes. */
const chosenOf = (captions: readonly Caption[]): Record<string, Side> =>
  Object.fromEntries(chooseCaptions(captions, 1).chosen);

describe('captions of a picture', () => {
  it('are all shown where there is room', () => {
    const captions = [caption('a', 0, 0), caption('b', 120, 0), caption('c', 0, 80)];
    expect(chosenOf(captions)).toEqual({ a: 'below', b: 'below', c: 'below' });
    expect(chooseCaptions(captions, 1).hidden).toBe(0);
  });

  it('give way to those that come before them', () => {
    const captions = [caption('first', 0, 0), caption('second', 50, 0), caption('far', 300, 0)];
    expect(chosenOf(captions)).toEqual({ first: 'below', far: 'below' });
    expect(chooseCaptions(captions, 1).hidden).toBe(1);
  });

  it('give way to what stands there otherwise, such as the name of a group', () => {
    const name = { x1: -40, y1: 20, x2: 40, y2: 40 };
    expect([...chooseCaptions([caption('a', 0, 0), caption('b', 120, 0)], 1, [name]).chosen.keys()]).toEqual(['b']);
  });

  it('never cover a node, not even one of less weight', () => {
    const captions = [caption('first', 0, 0), caption('below', 0, 30)];
    expect(chosenOf(captions)).toEqual({ below: 'below' });
  });

  it('go to another side of their nodes where the reader has chosen them and there is no room below', () => {
    expect(chosenOf([urgent('chosen', 0, 0), caption('below', 0, 40)])).toEqual({ chosen: 'above', below: 'below' });
    const between = [urgent('chosen', 0, 0), caption('above', 0, -40), caption('below', 0, 40)];
    expect(chosenOf(between)).toMatchObject({ chosen: 'right' });
    const walled = [...between, caption('right', 60, 0)];
    expect(chosenOf(walled)).toMatchObject({ chosen: 'left' });
  });

  it('give way where the reader has chosen them to nothing but others that are chosen', () => {
    const round = [caption('above', 0, -40), caption('below', 0, 40), caption('right', 60, 0), caption('left', -60, 0)];
    expect(chosenOf([urgent('chosen', 0, 0), ...round])).toMatchObject({ chosen: 'below' });
    const chosen = round.map(({ id, x, y }) => urgent(id, x, y));
    expect(chosenOf([...chosen, urgent('last', 0, 0)])).not.toHaveProperty('last');
    expect(chosenOf([...chosen, { ...urgent('last', 0, 0), claim: 'certain' }])).toMatchObject({ last: 'below' });
  });

  it('do not cover each other where the reader has chosen several', () => {
    expect(chosenOf([urgent('one', 0, 0), urgent('other', 40, 10)])).toEqual({ one: 'below', other: 'above' });
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

  it('are chosen among 20,000 nodes', () => {
    const captions = Array.from({ length: 20_000 }, (_, index) =>
      caption(`n${index}`, (index % 141) * 60, Math.floor(index / 141) * 60),
    );
    const { chosen, hidden } = chooseCaptions(captions, 0.1);
    expect(chosen.size).toBeGreaterThan(0);
    expect(hidden).toBe(captions.length - chosen.size);
  });
});

describe('the captions of lines that run side by side', () => {
  it('do not touch', () => {
    const { height } = captionSize('领导', fontSizes.edge);
    // The middle of a curve is at least half as far out as its control point.
    expect(parallelStep / 2).toBeGreaterThan(height + 2 * edgeCaptionPadding);
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

  it('is shortened before its last line, which is the number of a figure', () => {
    const lines = breakCaption(`${'Enterprises with lawyers '.repeat(9)}\n1,492 enterprises`).split('\n');
    expect(lines.slice(-2).join(' ')).toBe('1,492 enterprises');
    expect(lines.at(-3)?.endsWith('…')).toBe(true);
    expect(breakCaption(`金华\n${'律'.repeat(500)}`).endsWith('…')).toBe(true);
  });

  it('keeps words whole, in whatever script, and breaks those without end', () => {
    expect(breakCaption('International Criminal Court')).toBe('International\nCriminal Court');
    expect(breakCaption('it is "quoted" (10)').split('\n')).toContainEqual(expect.stringContaining('"quoted"'));
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

  it('of a folded group has its number after its name, whichever way the name runs', () => {
    const group = { id: 'group\n1', name: 'شركة', ids: ['a', 'b', 'c'], isFolded: true };
    expect(groupCaption(group)).toBe('\u2068شركة\u2069 · 3');
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

  it('in capitals is given the room that they take', () => {
    expect(captionSize('DETACH', 16).width).toBeGreaterThan(1.2 * captionSize('detach', 16).width);
    expect(captionSize('律师', 16).width).toBeCloseTo(captionSize('abcd', 16).width);
  });
});
