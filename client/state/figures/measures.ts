import { computed } from '@preact/signals-core';
import { figuresOfChart, measuresOf } from './figure-charts.ts';
import type { Disagreement, FigureChart, Measure } from './figure-charts.ts';
import { figuresIn } from './figures.ts';
import type { Figure } from './figures.ts';
import { knownFigures } from './known-figures.ts';
import { inLocale } from '../locale.ts';
import { ontology } from '../ontology.ts';

/** The figures of the data set by what they measure; empty until they have arrived. */
export const measures = computed<readonly Measure[]>(() => {
  const known = knownFigures.value;
  return known.kind === 'answered' && ontology.value ? measuresOf(figuresIn(known.answer), ontology.value) : [];
});

/** A measure's title in the reader's language; its name, where the data set has none. */
export function measureTitle(name: string): string {
  const titled = ontology.value?.measures.find((measure) => measure.name === name);
  return titled ? inLocale(titled.title) : name;
}

/** What the figures have to do with a node: it is one of them, or what they measure. */
export interface FiguresOfNode {
  measure: Measure;
  charts: readonly FigureChart[];
  disagreements: readonly Disagreement[];
}

/** The charts that a node is on, by measure. A figure alone needs none beside its own number. */
export function figuresOfNode(id: string): FiguresOfNode[] {
  const isAbout = ({ id: figure, of }: Figure): boolean => figure === id || of.includes(id);
  return measures.value.flatMap((measure) => {
    const charts = measure.charts.filter(
      (chart) => figuresOfChart(chart).some(isAbout) && !(chart.kind === 'number' && chart.figures[0].id === id),
    );
    const disagreements = measure.disagreements.filter((one) =>
      [...one.figures, ...(one.kind === 'sum' ? [one.total] : [])].some(isAbout),
    );
    return charts.length + disagreements.length > 0 ? [{ measure, charts, disagreements }] : [];
  });
}

/** What a card tells of a node: a series, or a figure alone. */
export interface Spark {
  key: string;
  measure: string;
  figures: readonly Figure[];
}

/** The figures of a node in order of measure, series first: each is of the node itself, not of its parts. */
export function sparksOfNode(id: string): Spark[] {
  const isOwn = ({ of }: Figure): boolean => of.includes(id);
  const series = measures.value.flatMap(({ name, charts }) =>
    charts
      .filter(({ kind, figures }) => kind === 'series' && figures.every(isOwn))
      .map(({ key, figures }): Spark => ({ key: `${name} ${key}`, measure: name, figures })),
  );
  const inSeries = new Set(series.flatMap(({ figures }) => figures));
  const alone = measures.value
    .flatMap(({ figures }) => figures)
    .filter((figure) => isOwn(figure) && !inSeries.has(figure))
    .map((figure): Spark => ({ key: figure.id, measure: figure.measure, figures: [figure] }));
  return [...series, ...alone];
}
