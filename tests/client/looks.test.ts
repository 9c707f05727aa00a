import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { icons as seedIcons } from '../../graph-seed/icons.ts';
import { looksOf } from '../../server/any-graph/palette.ts';
import { readOntology } from '../../server/ontology.ts';
import { builtInDataSets } from '../built-in-data-sets.ts';
import { contrast } from './contrast.ts';

const root = fileURLToPath(new URL('../..', import.meta.url));
const textOf = (path: string): string => readFileSync(`${root}/${path}`, 'utf8');

/** What the page asks of a browser for its colours. */
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
afterAll(() => {
  vi.unstubAllGlobals();
});

describe('the looks of the page', async () => {
  const ontologies = await Promise.all(builtInDataSets.map(({ folder }) => readOntology(folder)));
  const labels = ontologies.flatMap((ontology) => ontology.labels);
  // As many labels as somebody else's graph may have, some with names that choose their icon.
  const names = ['Person', '公司', ...Array.from({ length: 98 }, (_, index) => `Label ${index}`)];
  const made = names.map((name, index) => Object.assign({ name }, looksOf(name, index)));
  const { palette } = await import('../../client/state/scheme.ts');

  it('have an icon for every label, of the built-in data sets and of any other', () => {
    const [, list = ''] = /icons\/\{([^}]+)\}\.svg/.exec(textOf('client/state/picture/icons.ts')) ?? [];
    const icons = list.split(',');
    expect([...labels, ...made].map(({ icon }) => icon).filter((icon) => !icons.includes(icon))).toEqual([]);
    expect(icons).toEqual([...seedIcons]);
    const missing = icons.filter((icon) => !existsSync(`${root}/node_modules/lucide-static/icons/${icon}.svg`));
    expect(missing).toEqual([]);
  });

  it('are the same in the picture as round it', () => {
    const tokens = textOf('client/styles/tokens.css');
    for (const name of ['ground', 'ink', 'muted', 'accent'] as const) {
      const [, light, dark] = new RegExp(`--${name}: light-dark\\((#\\w+), (#\\w+)\\)`).exec(tokens) ?? [];
      expect([name, light, dark]).toEqual([name, palette.light[name], palette.dark[name]]);
    }
  });

  it('let text be read on every ground: at least 4.5 to 1', () => {
    for (const { ground, ink, muted, accent } of Object.values(palette)) {
      for (const colour of [ink, muted, accent]) expect(contrast(ground, colour)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it('let every label be told from the ground, and its icon from the label: at least 3 to 1', () => {
    for (const { name, colour } of [...labels, ...made]) {
      for (const scheme of ['light', 'dark'] as const) {
        const { ground, icon } = palette[scheme];
        expect([name, scheme, contrast(colour[scheme], ground) >= 3]).toEqual([name, scheme, true]);
        expect([name, scheme, contrast(colour[scheme], icon) >= 3]).toEqual([name, scheme, true]);
      }
    }
  });

  it('let no two labels of any graph look the same, and neighbours in the list differ in colour and shape', () => {
    const whole = made.map(({ colour, shape, icon }) => `${colour.light} ${shape} ${icon}`);
    expect(new Set(whole).size).toBe(made.length);
    for (const [index, { colour, shape }] of made.slice(1).entries()) {
      expect([colour.light, shape]).not.toContain(made[index]?.colour.light);
      expect([colour.light, shape]).not.toContain(made[index]?.shape);
    }
  });
});
