import { signal } from '@preact/signals-core';

/** What buttons and keys ask of the canvas while there is one. */
export interface CanvasControls {
  zoomBy: (factor: number) => void;
  fit: () => void;
}

export const canvasControls = signal<CanvasControls | null>(null);

/** How much one step of a button or key changes the zoom. */
export const zoomStep = 1.3;
