import { computed, signal } from '@preact/signals-core';
import type { Point } from '../../../server/contract/point.ts';
import { faceOf } from './card-face.ts';
import type { CardFace } from './card-face.ts';
import type { Chart } from './chart.ts';
import { chart, chartNodes, figuresOfBodies } from './open-chart.ts';
import type { Measure } from './wrap-text.ts';

/** A chart with the places of all its parts, in CSS pixels from its upper left corner. */
export interface LaidOutChart {
  chart: Chart;
  faces: ReadonlyMap<string, CardFace>;
  width: number;
  height: number;
  cards: ReadonlyMap<string, Point>;
  /** The corners of each line, from its start to its end. */
  lines: ReadonlyMap<string, readonly Point[]>;
}

/** The chart as it stands; null until it is laid out. While another is on its way, it is the one before. */
export const laidOutChart = signal<LaidOutChart | null>(null);

/** Whether the chart is being laid out. */
export const isChartArranging = signal(false);

/** How often the reader has asked for the chart: once, and again where it did not come. */
export const chartAttempts = signal(1);

/** Whether it could not be laid out. */
export const hasLayoutFailed = signal(false);

/** Without a browser's fonts: Chinese characters as wide as high, others by the half. */
const roughMeasure: Measure = (text, size) => {
  const wide = text.match(/[\u2e80-\uffff]/g)?.length ?? 0;
  return size * (wide + (text.length - wide) * 0.58);
};

/** Measures lines of text; whoever has a browser's fonts sets it. */
export const measureText = signal<Measure>(roughMeasure);

/** What stands on each card, in the present language. */
export const faces = computed(() => {
  const found = new Map<string, CardFace>();
  for (const card of chart.value?.cards ?? []) {
    const node = chartNodes.value.get(card.id);
    if (node) found.set(card.id, faceOf(card, node, figuresOfBodies.value.get(card.id) ?? [], measureText.value));
  }
  return found;
});
