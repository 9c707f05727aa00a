import type { Weight } from './font-slices.ts';
import type { Run, Typeface } from './typeface.ts';

/** Where and how a line of text is written; lengths in the document's present units. */
export interface Line {
  x: number;
  /** The baseline. */
  y: number;
  size: number;
  colour: string;
  anchor: 'start' | 'middle' | 'end';
  halo: { colour: string; width: number } | null;
}

/** A text that knows its width, since its runs are of several fonts. */
export interface SetText {
  runs: readonly { run: Run; font: string; width: number }[];
  /** For a size of one. */
  width: number;
  features: PDFKit.Mixins.OpenTypeFeatures[];
}

/** Sizes are whole where widths are measured, so that none is rounded. */
const measuredSize = 1000;

const nameOf = (weight: Weight, slice: string): string => `${weight} ${slice}`;

/** Makes the fonts of a typeface known to the document, which embeds of each the glyphs that it draws. */
export function registerFonts(pdf: PDFKit.PDFDocument, { weight, fonts }: Typeface): void {
  for (const [slice, font] of fonts) pdf.registerFont(nameOf(weight, slice), font);
}

export function setText(pdf: PDFKit.PDFDocument, { weight, runsOf }: Typeface, text: string): SetText {
  // Quotation marks are as wide as a Chinese character, unless they are among letters only.
  const features: SetText['features'] = /\p{Ideographic}/u.test(text) ? [] : ['palt'];
  const runs = runsOf(text).map((run) => {
    const font = nameOf(weight, run.slice);
    return { run, font, width: pdf.font(font, measuredSize).widthOfString(run.text, { features }) / measuredSize };
  });
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0), features };
}

/** Writes a line of text, as text. */
export function writeLine(pdf: PDFKit.PDFDocument, text: SetText, { size, colour, halo, ...line }: Line): void {
  const shares = { start: 0, middle: 0.5, end: 1 };
  const left = line.x - shares[line.anchor] * text.width * size;
  if (halo) {
    // Ornament, not text: a reader that tells the text aloud says it once.
    pdf.markContent('Artifact', { type: 'Layout' });
    pdf
      .lineJoin('round')
      .lineWidth(2 * halo.width)
      .strokeColor(halo.colour);
    writeRuns(pdf, text, left, line.y, size, { stroke: true, fill: false });
    pdf.endMarkedContent();
  }
  pdf.fillColor(colour);
  writeRuns(pdf, text, left, line.y, size, {});
}

function writeRuns(
  pdf: PDFKit.PDFDocument,
  { runs, features }: SetText,
  left: number,
  y: number,
  size: number,
  paint: { stroke?: boolean; fill?: boolean },
): void {
  let x = left;
  for (const { run, font, width } of runs) {
    pdf.font(font, size).text(run.text, x, y, { ...paint, features, lineBreak: false, baseline: 'alphabetic' });
    x += width * size;
  }
}
