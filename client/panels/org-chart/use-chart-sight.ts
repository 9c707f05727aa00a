import { effect } from '@preact/signals-core';
import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import { chartCamera, isInside, sightOf, widened } from '../../state/org-chart/chart-camera.ts';
import type { Size } from '../../state/org-chart/chart-camera.ts';
import type { Box } from '../../state/picture/shapes.ts';

/** How far beyond what is in sight parts are drawn, as a share of it: looking round a little draws nothing anew. */
const beyond = 0.5;
/** How many times smaller what is in sight may become before less is drawn. */
const wasteful = 4;

export const sizeOf = ({ clientWidth: width, clientHeight: height }: Element): Size => ({ width, height });

/**
 * Keeps a layer at the place that the camera says, without drawing it anew. Answers the area of the chart whose parts are to
 * be drawn: it changes only when looking round has left it.
 */
export function useChartSight(frame: RefObject<HTMLElement | null>, layer: RefObject<SVGGElement | null>): Box | null {
  const [area, setArea] = useState<Box | null>(null);
  useEffect(() => {
    const element = frame.current;
    if (!element) return undefined;
    const look = (): void => {
      const { x, y, zoom } = chartCamera.value;
      layer.current?.setAttribute('transform', `scale(${zoom}) translate(${-x} ${-y})`);
      const sight = sightOf(chartCamera.value, sizeOf(element));
      setArea((before) => {
        const isFit = before && isInside(sight, before) && before.width < sight.width * wasteful;
        return isFit ? before : widened(sight, beyond);
      });
    };
    const stop = effect(look);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    return () => {
      stop();
      observer.disconnect();
    };
  }, [frame, layer]);
  return area;
}
