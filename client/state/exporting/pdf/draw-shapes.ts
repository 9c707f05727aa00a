import type { Box, PathShape, Shape } from '../../shapes.ts';
import type { Weight } from './font-slices.ts';
import { boxOfPath, boxOfPoints, withoutQuadratics } from './path-data.ts';
import type { Typeface } from './typeface.ts';
import { setText, writeLine } from './write-line.ts';

/** What shapes are drawn with. */
export interface Pen {
  pdf: PDFKit.PDFDocument;
  typefaces: Readonly<Record<Weight, Typeface>>;
}

/** Draws shapes from back to front in the document's present units; answers a box round them, null for nothing. */
export function drawShapes(pen: Pen, shapes: readonly Shape[]): Box | null {
  const boxes = shapes.map((shape) => drawShape(pen, shape)).filter((box) => box !== null);
  return boxes.length > 0 ? around(boxes) : null;
}

function drawShape(pen: Pen, shape: Shape): Box | null {
  const { pdf, typefaces } = pen;
  if (shape.kind === 'path') {
    drawPath(pdf, shape);
    return boxOfPath(shape.d);
  }
  if (shape.kind === 'text') {
    const { x, y, size, anchor, opacity = 1 } = shape;
    const text = setText(pdf, typefaces[shape.weight], shape.text);
    pdf.save().opacity(opacity);
    writeLine(pdf, text, shape);
    pdf.restore();
    const width = text.width * size;
    const left = { start: x, middle: x - width / 2, end: x - width }[anchor];
    return { x: left, y: y - size, width, height: size * 1.3 };
  }
  const box = drawShapes(pen, shape.shapes);
  if (box && shape.link !== undefined && isWebAddress(shape.link)) {
    pdf.link(box.x, box.y, box.width, box.height, shape.link);
  }
  return box;
}

function drawPath(pdf: PDFKit.PDFDocument, { d, fill, stroke, opacity = 1 }: PathShape): void {
  if (!fill && !stroke) return;
  pdf.save().opacity(opacity);
  if (stroke) {
    pdf.lineWidth(stroke.width).lineCap('round').lineJoin('round');
    // The library's own dashes are of two lengths at most.
    if (stroke.dash.some((length) => length > 0)) pdf.addContent(`[${stroke.dash.join(' ')}] 0 d`);
  }
  pdf.path(withoutQuadratics(d));
  if (fill && stroke) pdf.fillAndStroke(fill, stroke.colour);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke.colour);
  pdf.restore();
}

/** Other addresses, such as those that run a script, are not put in a file that is given to others. */
function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}

function around(boxes: readonly Box[]): Box {
  return boxOfPoints(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}
