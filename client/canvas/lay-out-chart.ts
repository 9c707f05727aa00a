import { effect } from '@preact/signals-core';
import { runChartLayout } from '../layout/run-chart-layout.ts';
import type { ChartTask } from '../layout/chart-task.ts';
import type { CardFace } from '../state/org-chart/card-face.ts';
import type { Chart } from '../state/org-chart/chart.ts';
import {
  chartAttempts,
  faces,
  hasLayoutFailed,
  isChartArranging,
  laidOutChart,
  measureText,
} from '../state/org-chart/laid-out.ts';
import { chart, hasHierarchy, loadChart } from '../state/org-chart/open-chart.ts';
import { isChartCompact } from '../state/view/view.ts';
import { measureByGlyphs } from './chart-glyphs.ts';

/** Fetches the organisation chart and keeps it laid out, in a worker, until the answered function is called. */
export function followChart(): () => void {
  measureText.value = measureByGlyphs();
  const leaving = new AbortController();
  const stopLoading = effect(() => {
    void chartAttempts.value;
    if (hasHierarchy.value) queueMicrotask(() => void loadChart(leaving.signal));
  });
  let running = new AbortController();
  const stop = effect(() => {
    void chartAttempts.value;
    const { value: present } = chart;
    const { value: known } = faces;
    const { value: isCompact } = isChartCompact;
    running.abort();
    if (!present) return;
    running = new AbortController();
    // Not in the effect itself, which would follow whatever is read there.
    queueMicrotask(() => void layOut(present, known, isCompact, running.signal));
  });
  return () => {
    stopLoading();
    stop();
    running.abort();
    leaving.abort();
  };
}

/** Lays a chart out, and puts it in the place of the one before unless there is a newer one by then. */
async function layOut(
  present: Chart,
  known: ReadonlyMap<string, CardFace>,
  isCompact: boolean,
  stopped: AbortSignal,
): Promise<void> {
  if (stopped.aborted) return;
  isChartArranging.value = true;
  hasLayoutFailed.value = false;
  try {
    const places = await runChartLayout(taskOf(present, known, isCompact), stopped);
    if (places && !stopped.aborted) laidOutChart.value = { chart: present, faces: known, ...places };
  } catch {
    hasLayoutFailed.value = !stopped.aborted;
  } finally {
    if (!stopped.aborted) isChartArranging.value = false;
  }
}

function taskOf({ cards, lines }: Chart, known: ReadonlyMap<string, CardFace>, isCompact: boolean): ChartTask {
  return {
    cards: cards.map(({ id, parent }) => {
      const { width = 0, height = 0 } = known.get(id) ?? {};
      return { id, parent, width, height };
    }),
    lines: lines.map(({ relationship: { id, start, end }, kind }) => ({
      id,
      start,
      end,
      kind: kind === 'branch' ? 'branch' : 'other',
    })),
    isCompact,
  };
}
