import type { Box, PathShape, Shape, TextShape } from '../../picture/shapes.ts';
import type { Weight } from './font-slices.ts';
import { boxOfPath, boxOfPoints, withoutQuadratics } from './path-data.ts';
import type { Typeface } from './typeface.ts';
import { ascent, descent, leftOf, setText, writeLine } from './write-line.ts';

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
  const { pdf } = pen;
  if (shape.kind === 'path') {
    drawPath(pdf, shape);
    return boxOfPath(shape.d);
  }
  if (shape.kind === 'text') return drawText(pen, shape);
  const box = drawShapes(pen, shape.shapes);
  const address = box && webAddress(shape.link);
  if (address) pdf.link(box.x, box.y, box.width, box.height, address);
  return box;
}

function drawText({ pdf, typefaces }: Pen, shape: TextShape): Box {
  const { x, y, size, angle = 0, opacity = 1 } = shape;
  const text = setText(pdf, typefaces[shape.weight], shape.text);
  pdf
    .save()
    .opacity(opacity)
    .rotate(angle, { origin: [x, y] });
  writeLine(pdf, text, shape);
  pdf.restore();
  const left = leftOf(text, shape);
  const [cos, sin] = [Math.cos((angle * Math.PI) / 180), Math.sin((angle * Math.PI) / 180)];
  const corners = [left, left + text.width * size].flatMap((along) =>
    [-ascent * size, descent * size].map((down) => ({
      x: x + along * cos - down * sin,
      y: y + along * sin + down * cos,
    })),
  );
  return boxOfPoints(corners);
}

function drawPath(pdf: PDFKit.PDFDocument, { d, fill, stroke, opacity = 1 }: PathShape): void {
  if (!fill && !stroke) return;
  pdf.save().opacity(opacity);
  if (stroke) {
    const { width, dash, isRound = false } = stroke;
    pdf.lineWidth(width);
    if (isRound) pdf.lineCap('round').lineJoin('round');
    // The library's own dashes may have no length of zero, which makes dots of round ends.
    if (dash.some((length) => length > 0)) pdf.addContent(`[${dash.join(' ')}] 0 d`);
  }
  pdf.path(withoutQuadratics(d));
  if (fill && stroke) pdf.fillAndStroke(fill, stroke.colour);
  else if (fill) pdf.fill(fill);
  else if (stroke) pdf.stroke(stroke.colour);
  pdf.restore();
}

/** An address in the signs that a PDF takes; others than of web pages, such as scripts, are not given to those who get the file. */
function webAddress(link: string | undefined): string | null {
  if (link === undefined || !URL.canParse(link)) return null;
  const { protocol, href } = new URL(link);
  return /^https?:$/.test(protocol) ? href : null;
}

function around(boxes: readonly Box[]): Box {
  return boxOfPoints(
    boxes.flatMap(({ x, y, width, height }) => [
      { x, y },
      { x: x + width, y: y + height },
    ]),
  );
}
