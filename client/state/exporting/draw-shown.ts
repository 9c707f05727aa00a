import { canvasControls } from '../picture/canvas-controls.ts';
import type { Drawing } from '../picture/shapes.ts';
import { surface } from '../view/view.ts';
import { ExportError } from './export-error.ts';
import type { ExportOptions } from './export-options.ts';

/**
 * What is on screen as shapes, as the reader has chosen: the picture, or the organisation chart where that stands in its
 * place. Rejects with an ExportError where there is none.
 */
export function drawShown(options: Pick<ExportOptions, 'area' | 'background'>): Promise<Drawing> {
  return surface.peek() === 'chart' ? drawChart(options) : drawPicture(options);
}

async function drawPicture({ area, background }: Pick<ExportOptions, 'area' | 'background'>): Promise<Drawing> {
  const controls = canvasControls.peek();
  if (!controls) throw new ExportError('exporting.nothingDrawn');
  const scheme = background === 'none' ? 'seen' : background;
  return controls.shapesOfPicture({ area, scheme, hasGround: background !== 'none' });
}

/** All of the chart, whatever part of it is in sight. */
async function drawChart({ background }: Pick<ExportOptions, 'background'>): Promise<Drawing> {
  const [{ drawingOfChart }, { laidOutChart }, { scheme }] = await Promise.all([
    import('../org-chart/draw-chart.ts'),
    import('../org-chart/laid-out.ts'),
    import('../scheme.ts'),
  ]);
  const laidOut = laidOutChart.peek();
  if (!laidOut) throw new ExportError('exporting.nothingDrawn');
  const isSeen = background === 'seen' || background === 'none';
  return drawingOfChart(laidOut, isSeen ? scheme.peek() : background, background !== 'none');
}
