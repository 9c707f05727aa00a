import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LoadSlice } from '../../client/state/exporting/pdf/typeface.ts';
import type { PdfOptions } from '../../client/state/exporting/write-pdf.ts';
import { writePdf } from '../../client/state/exporting/write-pdf.ts';
import type { Drawing, PathShape, Shape, TextShape } from '../../client/state/picture/shapes.ts';
import { describePdfs, dotsOf, fontsOf, imagesOf, informationOf, linksOf, textOf } from '../poppler/read-pdf.ts';
import { loadSlice } from './load-slice.ts';

const box = { x: -300, y: -300, width: 600, height: 600 };

function drawingOf(shapes: Shape[], given: Partial<Drawing> = {}): Drawing {
  return { title: '金华市律师协会', box, background: '#ffffff', shapes, ...given };
}

function text(written: string, given: Partial<TextShape> = {}): TextShape {
  return {
    kind: 'text',
    x: 0,
    y: 0,
    text: written,
    size: 14,
    weight: 400,
    colour: '#1d2026',
    anchor: 'middle',
    halo: null,
    ...given,
  };
}

const path = (d: string, given: Partial<PathShape> = {}): PathShape => ({
  kind: 'path',
  d,
  fill: '#ff0000',
  stroke: null,
  ...given,
});

const square = 'M -50 -50 L 50 -50 L 50 50 L -50 50 Z';

const options: PdfOptions = {
  page: 'drawing',
  source: '先进事迹 · http://127.0.0.1:4300/',
  language: 'zh',
  creator: 'Document graph explorer',
  createdAt: new Date('2026-01-02T03:04:05Z'),
};

const write = (shapes: Shape[], given: Partial<PdfOptions> = {}, drawing: Partial<Drawing> = {}) =>
  writePdf(drawingOf(shapes, drawing), { ...options, ...given }, loadSlice);

/** The colour at a place of the drawing, on a page that is as large as it is. */
async function colourAt(shapes: Shape[], x: number, y: number): Promise<string> {
  const { bytes } = await write(shapes);
  const dots = await dotsOf(bytes);
  // Margin and title, and three points for four units.
  return dots.at(36 + (x - box.x) * 0.75, 36 + 30 + (y - box.y) * 0.75);
}

describePdfs('a picture as PDF', () => {
  it('has its names as text, in Chinese and English, each once though it has a rim', async () => {
    const halo = { colour: '#ffffff', width: 2 };
    const { bytes, undrawn } = await write([
      text('金华市律师协会党委', { y: -40, halo }),
      text('Jinhua Lawyers’ Association (2011)', { y: 40, weight: 600, halo }),
    ]);
    expect((await textOf(bytes)).trim().split('\n')).toEqual([
      '金华市律师协会',
      '先进事迹 · http://127.0.0.1:4300/',
      '金华市律师协会党委',
      'Jinhua Lawyers’ Association (2011)',
    ]);
    expect(undrawn).toEqual([]);
  });

  it('embeds of its font only what it draws, and no image', async () => {
    const { bytes } = await write([text('金华市律师协会党委'), path('M0 0L10 0L10 10Z')]);
    const fonts = await fontsOf(bytes);
    expect(fonts.length).toBeGreaterThan(1);
    expect(fonts.filter((font) => !font.isEmbedded || !font.isSubset || !font.hasUnicode)).toEqual([]);
    expect(await imagesOf(bytes)).toEqual([]);
    // The slices that these few characters are taken from come to ten times as much.
    expect(bytes.length).toBeLessThan(40_000);
  });

  it('says what it is: its title, language and time, and the program that made it', async () => {
    const { bytes } = await write([], { language: 'en' });
    const information = await informationOf(bytes);
    expect(information.get('Title')).toBe('金华市律师协会');
    expect(information.get('Creator')).toBe(options.creator);
    expect(information.get('Producer')).toBe(options.creator);
    expect(information.get('CreationDate')).toContain('2026');
    expect(Buffer.from(bytes).toString('latin1')).toMatch(/\/Lang \(en\)/);
  });

  it.each([
    ['a4', { width: 400, height: 200 }, [842, 595]],
    ['a4', { width: 200, height: 400 }, [595, 842]],
    ['a3', { width: 4000, height: 2000 }, [1191, 842]],
    ['drawing', { width: 4000, height: 2000 }, [3072, 1622]],
    ['drawing', { width: 200_000, height: 10 }, [14_400, 360]],
    ['a4', { width: 0, height: 0 }, [842, 595]],
  ] as const)('is put on a page of %s, turned as it is: %j', async (page, size, [width, height]) => {
    const { bytes } = await write(
      [text('金华')],
      { page },
      { box: { x: -size.width / 2, y: -size.height / 2, ...size } },
    );
    const [, ...sides] = (await informationOf(bytes)).get('Page size')?.match(/^([\d.]+) x ([\d.]+)/) ?? [];
    expect(sides.map((side) => Math.round(Number(side)))).toEqual([width, height]);
  });

  it('leads where its groups lead, but to web pages only', async () => {
    const links = ['http://127.0.0.1:4300/#s=金华', 'javascript:alert(1)', '/x'];
    const groups = links.map((link) => ({ kind: 'group', title: 'x', shapes: [path(square)], link }) as const);
    const { bytes } = await write(groups);
    expect((await linksOf(bytes)).map(decodeURI)).toEqual(['http://127.0.0.1:4300/#s=金华']);
  });
});

describePdfs('the shapes of a picture as PDF', () => {
  it('are curves of the second order where they are so', async () => {
    const arch = path('M -100 0 Q 0 160 100 0 Z');
    expect(await colourAt([arch], 0, 76)).toBe('#ff0000');
    expect(await colourAt([arch], 0, 84)).toBe('#ffffff');
    expect(await colourAt([arch], -70, 44)).toBe('#ffffff');
  });

  it('are circles where they are made of arcs', async () => {
    const disc = path('M -50 0 A 50 50 0 1 0 50 0 A 50 50 0 1 0 -50 0 Z');
    for (const [x, y] of [
      [46, 0],
      [0, -46],
      [33, 33],
    ] as const)
      expect(await colourAt([disc], x, y)).toBe('#ff0000');
    for (const [x, y] of [
      [54, 0],
      [0, -54],
      [39, 39],
    ] as const)
      expect(await colourAt([disc], x, y)).toBe('#ffffff');
  });

  it('lie over one another in their order, and let through what their opacity lets through', async () => {
    expect(await colourAt([path(square), path(square, { fill: '#0000ff' })], 0, 0)).toBe('#0000ff');
    expect(await colourAt([path(square, { fill: '#000000', opacity: 0.5 })], 0, 0)).toMatch(/^#(7f|80){3}$/);
  });

  it('have dashes and gaps', async () => {
    const stroke = { colour: '#ff0000', width: 8, dash: [40, 40] };
    const line = path('M -160 0 L 160 0', { fill: null, stroke });
    expect(await colourAt([line], -140, 0)).toBe('#ff0000');
    expect(await colourAt([line], -100, 0)).toBe('#ffffff');
    expect(await colourAt([line], -60, 0)).toBe('#ff0000');
  });

  it('have round ends where they are said to be round', async () => {
    const stroke = { colour: '#ff0000', width: 40, dash: [] };
    const line = (isRound: boolean): PathShape =>
      path('M -100 0 L 100 0', { fill: null, stroke: { ...stroke, isRound } });
    expect(await colourAt([line(true)], 112, 0)).toBe('#ff0000');
    expect(await colourAt([line(false)], 112, 0)).toBe('#ffffff');
  });

  it('are turned about their place where text is', async () => {
    const { bytes } = await write([text('金华市律师协会', { size: 40, anchor: 'start', angle: 90 })]);
    const dots = await dotsOf(bytes);
    const isInked = (left: number, top: number): boolean =>
      Array.from({ length: 30 * 30 }, (_, index) => dots.at(left + (index % 30), top + Math.floor(index / 30))).some(
        (colour) => colour !== '#ffffff',
      );
    const middle = { x: dots.width / 2, y: 36 + 30 + 225 };
    expect(isInked(middle.x - 5, middle.y + 100)).toBe(true);
    expect(isInked(middle.x + 100, middle.y - 25)).toBe(false);
  });

  it('end where the picture ends', async () => {
    const { bytes } = await write([path('M -1000 -1000 L 1000 -1000 L 1000 1000 L -1000 1000 Z')]);
    const dots = await dotsOf(bytes);
    expect(dots.at(10, 10)).toBe('#ffffff');
    expect(dots.at(dots.width / 2, dots.height / 2)).toBe('#ff0000');
  });
});

describePdfs('letters that the font does not have', () => {
  it('have a box in their place, and are told', async () => {
    const { bytes, undrawn } = await write([text('律 👨‍👩‍👧 师 שלום 😀 한 协')]);
    expect(undrawn).toEqual(['👨‍👩‍👧', 'ש', 'ל', 'ו', 'ם', '😀', '한']);
    expect(await textOf(bytes)).toContain('律 □ 师 □□□□ □ □ 协');
  });

  it('leave other letters as they were: any text gives a file that can be read', async () => {
    const unit = fc.oneof(
      fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
      fc.constantFrom('金', '华', 'a', ' ', '\n', '\0', '\u202e', '\u0301', '\ud800'),
    );
    await fc.assert(
      fc.asyncProperty(fc.string({ unit, maxLength: 30 }), async (given) => {
        // A mark right behind it would be a part of the first letter, and make that another one.
        const { bytes } = await write([text(`始 ${given} 终`)], {}, { title: given });
        expect(await textOf(bytes)).toContain('始');
      }),
      { numRuns: 25, examples: [['\ua926']] },
    );
  });
});

const missing: LoadSlice = async () => {
  throw new Error('no such font');
};

const half: LoadSlice = async (weight, slice) => {
  const whole = await loadSlice(weight, slice);
  return whole.slice(0, whole.length / 2);
};

const page = new TextEncoder().encode(
  `<!doctype html><title>Not found</title>${'<p>There is nothing here.</p>'.repeat(9)}`,
);

describe('a font that is not there', () => {
  it.each([
    ['the failure', 'nothing came', missing, 'no such font'],
    ['the mistake', 'something else came', async () => page, 'this is no WOFF font'],
    ['the mistake', 'an empty file came', async () => new Uint8Array(), 'this is no WOFF font'],
    ['the mistake', 'a part of it came', half, 'this WOFF font is cut off'],
  ])('means %s rather than a PDF without letters, where %s', async (_which, _what, load, message) => {
    await expect(writePdf(drawingOf([]), options, load)).rejects.toThrow(message);
  });
});
