import { canvasControls } from '../canvas-controls.ts';
import type { Drawing } from '../shapes.ts';
import { ExportError } from './export-error.ts';
import type { ExportOptions } from './export-options.ts';

/** What is on screen as shapes, as the reader has chosen. Rejects with an ExportError where nothing is. */
export async function drawShown({ area, background }: Pick<ExportOptions, 'area' | 'background'>): Promise<Drawing> {
  const controls = canvasControls.peek();
  if (!controls) throw new ExportError('exporting.nothingDrawn');
  const scheme = background === 'none' ? 'seen' : background;
  return controls.shapesOfPicture({ area, scheme, hasGround: background !== 'none' });
}
