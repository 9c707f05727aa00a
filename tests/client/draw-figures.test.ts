import { beforeAll, describe, expect, it } from 'vitest';
import { drawFigures } from '../../client/state/exporting/draw-figures.ts';
import { newestOf } from '../../client/state/figures/figure-charts.ts';
import type { FigureChart } from '../../client/state/figures/figure-charts.ts';
import { loadFigures } from '../../client/state/figures/known-figures.ts';
import { figuresOfNode, measures, sparksOfNode } from '../../client/state/figures/measures.ts';
import { start } from '../../client/state/view/session.ts';
import type { Drawing, Shape } from '../../client/state/picture/shapes.ts';
import { againstApp } from './against-app.ts';

againstApp();
beforeAll(async () => {
  await start();
  // The page does not wait for them.
  await loadFigures();
});

/** Colours that tell where they come from. */
const colours = {
  ground: '#000001',
  ink: '#000002',
  line: '#000003',
  muted: '#000004',
  accent: '#000006',
};

function chartOf(measure: string): FigureChart {
  const chart = measures.value.find(({ name }) => name === measure)?.charts[0];
  if (!chart) throw new Error(`there is no chart of ${measure}`);
  return chart;
}

const flat = (shapes: readonly Shape[]): Shape[] =>
  shapes.flatMap((shape) => (shape.kind === 'group' ? [shape, ...flat(shape.shapes)] : [shape]));
const textsIn = ({ shapes }: Drawing): string[] =>
  flat(shapes).flatMap((one) => (one.kind === 'text' ? [one.text] : []));

describe('a chart as a drawing', () => {
  it('of a series has its numbers, times and axis in words, and says each figure with its quote', () => {
    const drawing = drawFigures(chartOf('coverage'), '覆盖面', colours);
    expect(textsIn(drawing)).toEqual(
      expect.arrayContaining(['覆盖面', '32 %', '100 %', '2005年', '2010年', '0', '50', '100']),
    );
    const groups = flat(drawing.shapes).flatMap((one) => (one.kind === 'group' ? [one.title] : []));
    expect(groups).toHaveLength(2);
    expect(groups[0]).toContain('从2005年的32%');
  });

  it('of a whole has its parts, and draws what is derived hollow', () => {
    const drawing = drawFigures(chartOf('branches'), '党支部', colours);
    expect(textsIn(drawing)).toEqual(expect.arrayContaining(['13', '24', '37 个', '13 个', '24 个', '联合党支部数']));
    const fills = flat(drawing.shapes).flatMap((one) => (one.kind === 'path' && one.fill !== null ? [one.fill] : []));
    expect(fills).toEqual(['#000006', '#000006', '#000001']);
  });

  it('has all of its texts within it', () => {
    for (const { charts } of measures.value) {
      for (const chart of charts) {
        const { box, shapes } = drawFigures(chart, 'A measure with a title of some length', colours);
        for (const shape of flat(shapes)) {
          if (shape.kind !== 'text') continue;
          expect(shape.y).toBeLessThan(box.height);
          expect(shape.x).toBeGreaterThan(0);
          expect(shape.x).toBeLessThan(box.width);
        }
      }
    }
  });

  it('is of the newest figures, where there are too many to be told apart', () => {
    const chart = chartOf('coverage');
    const [figure] = chart.figures;
    if (chart.kind !== 'series' || !figure) throw new Error('coverage is a series');
    const figures = Array.from({ length: 500 }, (_, index) => ({
      ...figure,
      id: `f${index}`,
      time: String(1500 + index),
    }));
    const drawn = newestOf({ ...chart, figures }).figures;
    expect([drawn.length, drawn[0]?.id, drawn.at(-1)?.id]).toEqual([60, 'f440', 'f499']);
  });
});

describe('the figures of a node', () => {
  it('are the charts that it is on, as a figure or as what they measure', () => {
    expect(figuresOfNode('lawyers').map(({ measure }) => measure.name)).toEqual(
      expect.arrayContaining(['complaints', 'lawyers', 'complaints-drop']),
    );
    expect(figuresOfNode('figure-standard-rooms').flatMap(({ charts }) => charts.map(({ kind }) => kind))).toEqual([
      'whole',
    ]);
    // Its number stands at its head already.
    expect(figuresOfNode('figure-lawyers')).toEqual([]);
    expect(figuresOfNode('jinhua-lawyers-association')).toEqual([]);
  });

  it('are told on a card as one line for each series and each number of its own', () => {
    const lines = sparksOfNode('lawyers').map(({ measure, figures }) => [measure, figures.map(({ value }) => value)]);
    expect(lines[0]).toEqual(['complaints', [82, 12]]);
    expect(lines).toContainEqual(['lawyers', [869]]);
    expect(sparksOfNode('activity-rooms').map(({ figures }) => figures.map(({ value }) => value))).toEqual([[37]]);
  });
});
