import { useEffect, useLayoutEffect, useRef } from 'react';
import type { RefObject } from 'react';
import { canvasControls } from '../../state/picture/canvas-controls.ts';
import { cameraOfWhole, cameraToOpen, chartCamera, zoomedAt } from '../../state/org-chart/chart-camera.ts';
import { drawingOfChart } from '../../state/org-chart/draw-chart.ts';
import { laidOutChart } from '../../state/org-chart/laid-out.ts';
import type { LaidOutChart } from '../../state/org-chart/laid-out.ts';
import { scheme } from '../../state/scheme.ts';
import { sizeOf } from './use-chart-sight.ts';

/**
 * Lets a chart open as it can be read, and keeps the card that the reader is at in its place when others come or go.
 * @param activeId the card that the reader is at
 */
export function useChartCamera(
  frame: RefObject<HTMLElement | null>,
  laidOut: LaidOutChart,
  activeId: string | undefined,
): void {
  const before = useRef<LaidOutChart | null>(null);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element || before.current === laidOut) return;
    const [was, is] = [before.current, laidOut].map((chart) => activeId && chart?.cards.get(activeId));
    const { x, y, zoom } = chartCamera.peek();
    if (was && is) chartCamera.value = { zoom, x: x + is.x - was.x, y: y + is.y - was.y };
    else if (before.current === null) chartCamera.value = opening(laidOut, element);
    before.current = laidOut;
  }, [frame, laidOut, activeId]);
}

function opening(laidOut: LaidOutChart, element: HTMLElement): typeof chartCamera.value {
  const [first] = laidOut.chart.cards;
  const [corner, face] = [first && laidOut.cards.get(first.id), first && laidOut.faces.get(first.id)];
  return cameraToOpen(
    laidOut,
    corner && face && { ...corner, width: face.width, height: face.height },
    sizeOf(element),
  );
}

/** While the chart is there, what zooms, fits and takes the picture along does so with the chart. */
export function useChartControls(frame: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const ofPicture = canvasControls.peek();
    const sizeNow = (): { width: number; height: number } =>
      frame.current ? sizeOf(frame.current) : { width: 1, height: 1 };
    canvasControls.value = {
      zoomBy(factor) {
        const { width, height } = sizeNow();
        chartCamera.value = zoomedAt(chartCamera.peek(), { x: width / 2, y: height / 2 }, factor);
      },
      fit() {
        const { value } = laidOutChart;
        if (value) chartCamera.value = cameraOfWhole(value, sizeNow());
      },
      async shapesOfPicture({ area, scheme: look, hasGround }) {
        const { value } = laidOutChart;
        if (!value) throw new Error('there is no chart');
        const drawing = drawingOfChart(value, look === 'seen' ? scheme.peek() : look, hasGround);
        if (area === 'picture') return drawing;
        const { x, y, zoom } = chartCamera.peek();
        const { width, height } = sizeNow();
        return { ...drawing, box: { x, y, width: width / zoom, height: height / zoom } };
      },
    };
    return () => {
      canvasControls.value = ofPicture;
    };
  }, [frame]);
}
