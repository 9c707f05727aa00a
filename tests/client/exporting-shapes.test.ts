import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { badgePaths } from '../../client/canvas/badges.ts';
import { svgShapes } from '../../client/state/exporting/icon-shapes.ts';
import { placePath } from '../../client/state/exporting/place-path.ts';
import { writeSvg } from '../../client/state/exporting/write-svg.ts';
import type { Drawing, Shape } from '../../client/state/picture/shapes.ts';
import { readOntology } from '../../server/ontology.ts';

const asItIs = { x: 0, y: 0, scale: 1 };
const root = fileURLToPath(new URL('../..', import.meta.url));
const { labels } = await readOntology(join(root, 'graph-seed/jinhua-2011'));
const icons = [...new Set(labels.map(({ icon }) => icon))];

describe('a path that is placed', () => {
  it.each([
    ['M1 2 3 4', 'M1 2L3 4'],
    ['m1 2l3 4', 'M1 2L4 6'],
    ['M1 1h2v3H0V0z', 'M1 1L3 1L3 4L0 4L0 0Z'],
    ['M2 2zm1 1l1 0', 'M2 2ZM3 3L4 3'],
    ['M0 0c1 1 2 2 3 3q1 1 2 0', 'M0 0C1 1 2 2 3 3Q4 4 5 3'],
    ['m1 1a2 2 0 015 5', 'M1 1A2 2 0 0 1 6 6'],
    ['M.5.5-1-1', 'M0.5 0.5L-1 -1'],
    ['M1e1,2 L 3 ,4', 'M10 2L3 4'],
  ])('%s has absolute commands: %s', (d, absolute) => {
    expect(placePath(d, asItIs)).toBe(absolute);
  });

  it('is moved and enlarged, arcs with their radii', () => {
    expect(placePath('M1 1a2 3 45 1 0 2 2h1', { x: 10, y: 20, scale: 2 })).toBe('M12 22A4 6 45 1 0 16 26L18 26');
  });

  it('stays as it is when it is placed once more where it is', () => {
    for (const d of Object.values(badgePaths)) {
      const placed = placePath(d, { x: 3, y: 5, scale: 0.5 });
      expect(placePath(placed, asItIs)).toBe(placed);
    }
  });

  it.each(['M1', 'M1 2 3', 'L', 'M0 0S1 1 2 2', 'M0 0T1 1', 'M0 0L1 x', 'M0 0Z1'])('%s is no path of ours', (d) => {
    expect(() => placePath(d, asItIs)).toThrow(/takes|understood|no number/);
  });
});

describe('icons as shapes', () => {
  it.each(icons)('%s lies within its square, with commands that every writer knows', (icon) => {
    const svg = readFileSync(join(root, `node_modules/lucide-static/icons/${icon}.svg`), 'utf8');
    const look = { colour: '#123456', middle: { x: 100, y: 200 }, size: 48, strokeWidth: 2, opacity: 1 };
    const shapes = svgShapes(svg, look);
    expect(shapes.length).toBeGreaterThan(0);
    for (const { d, stroke } of shapes) {
      expect(d).toMatch(/^M[MLCQAZ\d\s.-]+$/);
      expect(stroke).toMatchObject({ colour: '#123456', width: 4, isRound: true });
      for (const { x, y } of endsOf(d)) {
        expect(Math.max(Math.abs(x - 100), Math.abs(y - 200))).toBeLessThanOrEqual(24);
      }
    }
  });
});

/** Where the commands of an absolute path end. */
const endsOf = (d: string): { x: number; y: number }[] =>
  [...d.matchAll(/[MLCQA]([^MLCQAZ]+)/g)].map(([, numbers = '']) => {
    const [x = 0, y = 0] = numbers.trim().split(/\s+/).map(Number).slice(-2);
    return { x, y };
  });

const drawing = (shapes: readonly Shape[]): Drawing => ({
  title: 'A & B',
  box: { x: -1, y: -2, width: 30, height: 40 },
  background: null,
  shapes,
});

describe('a drawing as SVG', () => {
  const text: Shape = {
    kind: 'text',
    x: 1,
    y: 2,
    text: 'a <b> & "c"',
    size: 16,
    weight: 600,
    colour: '#000000',
    anchor: 'middle',
    angle: 30,
    halo: { colour: '#ffffff', width: 2.5 },
  };
  it('has each text once, and its rim as a second look at the same', () => {
    const svg = writeSvg(drawing([text, text]));
    expect(svg.match(/<text /g)).toHaveLength(2);
    expect(svg).toContain('<use xlink:href="#t1" stroke="#ffffff" stroke-width="5"');
    expect(svg).toContain(
      'id="t2" x="1" y="2" font-size="16" font-weight="600" text-anchor="middle" transform="rotate(30 1 2)"',
    );
    expect(svg).toContain('>a &lt;b&gt; &amp; &quot;c&quot;</text>');
  });

  it('has its box, its ground where there is one, and links', () => {
    const link: Shape = { kind: 'group', title: 'here', link: 'https://example.org/?a=1&b="2"', shapes: [] };
    const svg = writeSvg({ ...drawing([link]), background: '#faf9f6' });
    expect(svg).toContain('viewBox="-1 -2 30 40"');
    expect(svg).toContain('<rect x="-1" y="-2" width="30" height="40" fill="#faf9f6"/>');
    expect(svg).toContain('<a xlink:href="https://example.org/?a=1&amp;b=&quot;2&quot;">');
    expect(writeSvg(drawing([]))).not.toContain('<rect');
  });

  it('has dashes, round ends and opacity of lines', () => {
    const stroke = { colour: '#8b919c', width: 1.4, dash: [6, 3], isRound: true };
    const svg = writeSvg(drawing([{ kind: 'path', d: 'M0 0L1 1', fill: null, stroke, opacity: 0.8 }]));
    expect(svg).toContain(
      '<path d="M0 0L1 1" fill="none" opacity="0.8" stroke="#8b919c" stroke-width="1.4" stroke-dasharray="6 3" stroke-linecap="round" stroke-linejoin="round"/>',
    );
  });
});
