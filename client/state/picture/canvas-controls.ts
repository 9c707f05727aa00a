import { signal } from '@preact/signals-core';
import type { palette } from '../scheme.ts';
import type { Drawing } from './shapes.ts';

/** How a picture is taken. */
export interface Look {
  /** All that is drawn, or the part in sight. */
  area: 'picture' | 'sight';
  /** The colours that it is taken in; `seen` are those of the page. */
  scheme: 'seen' | keyof typeof palette;
  /** Whether the ground is drawn, too. */
  hasGround: boolean;
}

/** What buttons and keys ask of the canvas while there is one. */
export interface CanvasControls {
  zoomBy: (factor: number) => void;
  fit: () => void;
  /** What is drawn, as shapes. */
  shapesOfPicture: (look: Look) => Promise<Drawing>;
}

export const canvasControls = signal<CanvasControls | null>(null);

/** How much one step of a button or key changes the zoom. */
export const zoomStep = 1.3;
