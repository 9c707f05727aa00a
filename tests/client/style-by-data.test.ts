import { afterAll, describe, expect, it, vi } from 'vitest';
import type { Node } from '../../server/contract/graph.ts';
import { readOntology } from '../../server/ontology.ts';
import { contrast } from './contrast.ts';

/** What the page asks of a browser for its colours. */
vi.stubGlobal('matchMedia', () => ({ matches: false, addEventListener: () => undefined }));
afterAll(() => {
  vi.unstubAllGlobals();
});

const named = (choices: { by: string }[]): string[] => choices.map(({ by }) => by);

describe('sizes and colours by data', async () => {
  const { colourChoices, colourLegend, colourOf, colourWord, palettes, sizeChoices, sizeOf } =
    await import('../../client/state/picture/looks.ts');
  const { palette } = await import('../../client/state/scheme.ts');
  const { ontology } = await import('../../client/state/ontology.ts');
  const { emptyPicture, picture } = await import('../../client/state/picture/picture.ts');
  const view = await import('../../client/state/view/view.ts');
  ontology.value = await readOntology(new URL('../../graph-seed/jinhua-2011', import.meta.url).pathname);

  const show = (properties: Node['properties'][]): Node[] => {
    const nodes = properties.map((own, index) => ({ id: `n${index}`, labels: ['Thing'], properties: own }));
    picture.value = { ...emptyPicture, nodes: new Map(nodes.map((node) => [node.id, node])) };
    return nodes;
  };

  it('can be told from the ground, and the icon from them: at least 3 to 1, in both schemes', () => {
    for (const colour of [...palettes.categories, ...palettes.scale, palettes.grey]) {
      for (const scheme of ['light', 'dark'] as const) {
        const { ground, icon } = palette[scheme];
        expect([colour[scheme], contrast(colour[scheme], ground) >= 3]).toEqual([colour[scheme], true]);
        expect([colour[scheme], contrast(colour[scheme], icon) >= 3]).toEqual([colour[scheme], true]);
      }
    }
    expect(new Set(palettes.categories.map(({ light }) => light)).size).toBe(palettes.categories.length);
  });

  it('offer the properties on screen: numbers for both, few distinct words for colour', () => {
    show([
      { height: 1, kind: 'a', note: 'x', many: ['p'] },
      { height: 5, kind: 'b', note: 'x', many: ['q'] },
    ]);
    expect(named(sizeChoices.value)).toEqual(['degree', 'none', 'height']);
    expect(named(colourChoices.value)).toEqual(['label', 'degree', 'height', 'kind']);
    show(Array.from({ length: 40 }, (_, index) => ({ kind: `kind ${index}` })));
    expect(named(colourChoices.value)).toEqual(['label', 'degree']);
  });

  it('draw a larger number larger, and what has none smallest', () => {
    const [least, middle, most, without] = show([{ height: 1 }, { height: 50 }, { height: 100 }, {}]).map((node) => {
      view.sizeBy.value = 'height';
      return sizeOf(node);
    });
    view.sizeBy.value = 'degree';
    expect([least, most]).toEqual([28, 72]);
    expect(without).toBe(28);
    expect(middle).toBeGreaterThan(28);
    expect(middle).toBeLessThan(72);
  });

  it('give each word a colour and a line in the key, with its count, and say it in words', () => {
    const nodes = show([{ kind: 'a' }, { kind: 'b' }, { kind: 'a' }, {}]);
    view.colourBy.value = 'kind';
    expect(colourLegend.value.map(({ title, count }) => [title, count])).toEqual([
      ['a', 2],
      ['b', 1],
      ['没有值', 1],
    ]);
    expect(nodes.map(colourWord)).toEqual(['a', 'b', 'a', null]);
    const keyed = new Map(colourLegend.value.map(({ title, colour }) => [title, colour]));
    expect(nodes.map(colourOf)).toEqual(['a', 'b', 'a', '没有值'].map((title) => keyed.get(title)));
    view.colourBy.value = 'label';
    expect(colourLegend.value).toEqual([]);
    expect(nodes.map(colourWord)).toEqual([null, null, null, null]);
  });

  it('give numbers classes from little to much, of which each node is in one', () => {
    const nodes = show(Array.from({ length: 100 }, (_, index) => ({ height: index ** 2 })));
    view.colourBy.value = 'height';
    expect(colourLegend.value.reduce((sum, { count }) => sum + count, 0)).toBe(100);
    expect(colourLegend.value.map(({ count }) => count)).toEqual([20, 20, 20, 20, 20]);
    expect(nodes.filter((node) => colourOf(node) === palettes.grey)).toEqual([]);
    view.colourBy.value = 'label';
  });
});
