import { signal } from '@preact/signals-core';

/** A part of the picture, in its own units. */
export interface Area {
  x1: number;
  y1: number;
  x2: number;
  y2: number;
}

/** What the reader sees of the picture; null while there is no canvas. */
export const sight = signal<Area | null>(null);
