import type { Drawing, PathShape, Shape, TextShape } from '../picture/shapes.ts';
import { ExportError } from './export-error.ts';

/** Pixels that a picture may have in all, and along a side: beyond, browsers give an empty one or none. */
const mostPixels = 64_000_000;
const mostAlongSide = 16_000;

/** The fonts of the page, the first that is there. */
const fonts = 'system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "WenQuanYi Zen Hei", sans-serif';

/** How large a picture becomes, in pixels. */
export const pixelsOf = ({ box }: Drawing, scale: number): { width: number; height: number } => ({
  width: Math.max(1, Math.ceil(box.width * scale)),
  height: Math.max(1, Math.ceil(box.height * scale)),
});

/** Whether a picture of so many pixels can be made. */
export const isTooLarge = ({ width, height }: { width: number; height: number }): boolean =>
  width * height > mostPixels || Math.max(width, height) > mostAlongSide;

/** What is said of a picture that is too large. */
export const valuesOfTooLarge = (pixels: { width: number; height: number }): Record<string, number> => ({
  ...pixels,
  most: mostPixels / 1e6,
  side: mostAlongSide,
});

/**
 * A drawing as PNG. Rejects with an ExportError where it would have more pixels than there may be.
 * @param scale pixels for each of its units
 */
export async function writePng(drawing: Drawing, scale: number): Promise<Blob> {
  const pixels = pixelsOf(drawing, scale);
  if (isTooLarge(pixels)) throw new ExportError('exporting.tooManyPixels', valuesOfTooLarge(pixels));
  const canvas = document.createElement('canvas');
  Object.assign(canvas, pixels);
  const context = canvas.getContext('2d');
  if (!context) throw new ExportError('exporting.noCanvas');
  if (drawing.background !== null) {
    context.fillStyle = drawing.background;
    context.fillRect(0, 0, pixels.width, pixels.height);
  }
  context.scale(scale, scale);
  context.translate(-drawing.box.x, -drawing.box.y);
  draw(context, drawing.shapes);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
  // Its memory is given back at once, and not when somebody tidies up.
  Object.assign(canvas, { width: 0, height: 0 });
  if (!blob) throw new ExportError('exporting.noCanvas');
  return blob;
}

function draw(context: CanvasRenderingContext2D, shapes: readonly Shape[]): void {
  for (const shape of shapes) {
    if (shape.kind === 'group') {
      draw(context, shape.shapes);
      continue;
    }
    context.globalAlpha = shape.opacity ?? 1;
    if (shape.kind === 'text') {
      drawText(context, shape);
      continue;
    }
    const path = pathOf(shape);
    if (shape.fill !== null) {
      context.fillStyle = shape.fill;
      context.fill(path);
    }
    if (shape.stroke) {
      const { colour, width, dash, isRound = false } = shape.stroke;
      context.strokeStyle = colour;
      context.lineWidth = width;
      context.setLineDash([...dash]);
      context.lineCap = isRound ? 'round' : 'butt';
      context.lineJoin = isRound ? 'round' : 'miter';
      context.stroke(path);
    }
  }
}

const pathOf = ({ d }: PathShape): Path2D => new Path2D(d);

function drawText(context: CanvasRenderingContext2D, { x, y, text, angle = 0, halo, ...style }: TextShape): void {
  const { size, weight, colour, anchor } = style;
  context.save();
  context.translate(x, y);
  context.rotate((angle * Math.PI) / 180);
  context.font = `${weight} ${size}px ${fonts}`;
  context.textAlign = anchor === 'middle' ? 'center' : anchor;
  if (halo) {
    context.strokeStyle = halo.colour;
    context.lineWidth = 2 * halo.width;
    context.lineJoin = 'round';
    context.setLineDash([]);
    context.strokeText(text, 0, 0);
  }
  context.fillStyle = colour;
  context.fillText(text, 0, 0);
  context.restore();
}
