import PdfDocument from 'pdfkit';
import type { Drawing, Shape, TextShape } from '../picture/shapes.ts';
import { drawShapes } from './pdf/draw-shapes.ts';
import { frameOf, sourceRoom, titleRoom } from './pdf/page-frame.ts';
import type { PageFrame, PageSize } from './pdf/page-frame.ts';
import { loadTypeface } from './pdf/typeface.ts';
import type { LoadSlice, Typeface } from './pdf/typeface.ts';
import { registerFonts, setText, writeLine } from './pdf/write-line.ts';

/** How a drawing is put on paper. */
export interface PdfOptions {
  page: PageSize;
  /** The line below the drawing: what it is taken from. */
  source: string;
  language: 'zh' | 'en';
  /** The name of the program that made the file. */
  creator: string;
  createdAt: Date;
}

export interface WrittenPdf {
  bytes: Uint8Array<ArrayBuffer>;
  /** Letters of which no font has a glyph, each once: a box stands in their place. */
  undrawn: string[];
}

const languageTags = { zh: 'zh-CN', en: 'en' };
const ink = '#1d2026';
const muted = '#5b6170';

/**
 * A drawing as a PDF of one page, with lines as lines and text as text. Rejects as `loadSlice` does, by which it gets those
 * slices of the font that its texts need, and with a FontError where one is broken; of these, it has the glyphs that it draws.
 */
export async function writePdf(drawing: Drawing, options: PdfOptions, loadSlice: LoadSlice): Promise<WrittenPdf> {
  const texts = { 400: [options.source], 600: [drawing.title] };
  for (const { weight, text } of textsIn(drawing.shapes)) texts[weight].push(text);
  const [regular, bold] = await Promise.all([
    loadTypeface(400, texts[400], loadSlice),
    loadTypeface(600, texts[600], loadSlice),
  ]);
  const frame = frameOf(drawing.box, options.page);
  const pdf = makeDocument(drawing.title, options);
  const bytes = bytesOf(pdf);
  registerFonts(pdf, regular);
  registerFonts(pdf, bold);
  pdf.addPage({ size: [frame.width, frame.height], margin: 0 });
  writeAround(pdf, frame, { text: drawing.title, face: bold }, { text: options.source, face: regular });
  const { box, background, shapes } = drawing;
  pdf.save();
  pdf.translate(frame.x, frame.y).scale(frame.scale).translate(-box.x, -box.y);
  if (background) pdf.rect(box.x, box.y, box.width, box.height).fill(background);
  pdf.rect(box.x, box.y, box.width, box.height).clip();
  drawShapes({ pdf, typefaces: { 400: regular, 600: bold } }, shapes);
  pdf.restore();
  pdf.end();
  return { bytes: await bytes, undrawn: undrawnIn([regular, texts[400]], [bold, texts[600]]) };
}

function makeDocument(title: string, { language, creator, createdAt }: PdfOptions): PDFKit.PDFDocument {
  return new PdfDocument({
    autoFirstPage: false,
    // No font but our own, which has Latin letters, too.
    font: '',
    pdfVersion: '1.7',
    lang: languageTags[language],
    displayTitle: true,
    info: { Title: title, Creator: creator, Producer: creator, CreationDate: createdAt },
  });
}

interface Label {
  text: string;
  face: Typeface;
}

/** The title above the drawing and its source below; a line that is too long is written smaller. */
function writeAround(pdf: PDFKit.PDFDocument, frame: PageFrame, title: Label, source: Label): void {
  const { width, height, margin } = frame;
  const write = ({ text, face }: Label, y: number, size: number, colour: string): void => {
    const set = setText(pdf, face, text);
    const fitting = Math.min(size, (width - 2 * margin) / Math.max(set.width, 1));
    writeLine(pdf, set, { x: margin, y, size: fitting, colour, anchor: 'start', halo: null });
  };
  write(title, margin + titleRoom / 2, 14, ink);
  write(source, height - margin - sourceRoom / 4, 8, muted);
}

function textsIn(shapes: readonly Shape[]): TextShape[] {
  return shapes.flatMap((shape) => {
    if (shape.kind === 'group') return textsIn(shape.shapes);
    return shape.kind === 'text' ? [shape] : [];
  });
}

function undrawnIn(...written: [Typeface, readonly string[]][]): string[] {
  const letters = written.flatMap(([face, texts]) =>
    texts.flatMap((text) => face.runsOf(text).flatMap(({ standsFor }) => standsFor ?? [])),
  );
  return [...new Set(letters)];
}

/** All that a document writes; it must be asked for before the document ends. */
async function bytesOf(pdf: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  await new Promise<void>((resolve, reject) => {
    pdf.on('data', (chunk: Uint8Array<ArrayBuffer>) => chunks.push(chunk));
    pdf.on('end', resolve);
    pdf.on('error', reject);
  });
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
