import { signal } from '@preact/signals-core';
import { useEffect, useMemo } from 'react';
import { createPortal, flushSync } from 'react-dom';
import { drawingOfChart } from '../../state/org-chart/draw-chart.ts';
import type { LaidOutChart } from '../../state/org-chart/laid-out.ts';
import { ChartShapes } from './chart-shapes.tsx';
import { useSignal } from '../hooks/use-signal.ts';

export const papers = ['A4', 'A3'] as const;
export type Paper = (typeof papers)[number];

/** The paper that the chart is being put on; null while it is not. */
const paper = signal<Paper | null>(null);

/** Opens the browser's dialog for printing, with the chart on one page of a paper. */
export function printChart(chosen: Paper): void {
  flushSync(() => {
    paper.value = chosen;
  });
  print();
}

/** The chart as it is printed: all of it on one page, in the colours of the light scheme, upright or across by its shape. */
export function ChartPrint({ laidOut }: { laidOut: LaidOutChart }) {
  const chosen = useSignal(paper);
  useEffect(() => {
    const stopping = new AbortController();
    const { signal: stopped } = stopping;
    // By the browser's own menu, too.
    addEventListener('beforeprint', () => flushSync(() => void (paper.value ??= 'A4')), { signal: stopped });
    addEventListener('afterprint', () => (paper.value = null), { signal: stopped });
    return () => stopping.abort();
  }, []);
  return chosen && createPortal(<Sheet laidOut={laidOut} paper={chosen} />, document.body);
}

function Sheet({ laidOut, paper: chosen }: { laidOut: LaidOutChart; paper: Paper }) {
  const { title, box, shapes } = useMemo(() => drawingOfChart(laidOut, 'light', false), [laidOut]);
  const { x, y, width, height } = box;
  return (
    <div className="chart-print" data-page={`${chosen}-${width > height ? 'landscape' : 'portrait'}`}>
      <p>{title}</p>
      <svg viewBox={`${x} ${y} ${width} ${height}`}>
        <ChartShapes shapes={shapes} />
      </svg>
    </div>
  );
}
