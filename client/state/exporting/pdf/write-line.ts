import type { TextShape } from '../../picture/shapes.ts';
import type { Weight } from './font-slices.ts';
import type { Run, Typeface } from './typeface.ts';

/** Where and how a line of text is written; lengths in the document's present units. */
export type Line = Pick<TextShape, 'x' | 'y' | 'size' | 'colour' | 'anchor' | 'halo'>;

/** A text that knows its width, since its runs are of several fonts. */
export interface SetText {
  runs: readonly { run: Run; font: string; width: number }[];
  /** For a size of one. */
  width: number;
}

/** How far letters reach above and below their baseline, for a size of one. */
export const ascent = 0.82;
export const descent = 0.14;

/** Large enough for widths that are rounded to thousandths. */
const measuredSize = 1000;

/** How much of what is below a text its rim lets through. */
const haloOpacity = 0.85;

const nameOf = (weight: Weight, slice: string): string => `${weight} ${slice}`;

/** Makes the fonts of a typeface known to the document, which embeds of each the glyphs that it draws. */
export function registerFonts(pdf: PDFKit.PDFDocument, { weight, fonts }: Typeface): void {
  for (const [slice, font] of fonts) pdf.registerFont(nameOf(weight, slice), font);
}

export function setText(pdf: PDFKit.PDFDocument, { weight, runsOf }: Typeface, text: string): SetText {
  const runs = runsOf(text).map((run) => {
    const font = nameOf(weight, run.slice);
    return { run, font, width: pdf.font(font, measuredSize).widthOfString(run.text) / measuredSize };
  });
  return { runs, width: runs.reduce((sum, { width }) => sum + width, 0) };
}

/** Where the left end of a text is, from its `x`. */
export function leftOf({ width }: SetText, { anchor, size }: Pick<Line, 'anchor' | 'size'>): number {
  const shares = { start: 0, middle: 0.5, end: 1 };
  return -shares[anchor] * width * size;
}

/** Writes a line of text, as text. */
export function writeLine(pdf: PDFKit.PDFDocument, text: SetText, line: Line): void {
  const { y, size, colour, halo } = line;
  let x = line.x + leftOf(text, line);
  if (halo && text.width > 0) {
    // Not the letters themselves in another colour: whoever searches or copies the text would have it twice.
    pdf
      .save()
      .opacity(haloOpacity)
      .lineJoin('round')
      .lineWidth(2 * halo.width);
    pdf.rect(x, y - ascent * size, text.width * size, (ascent + descent) * size);
    pdf.fillAndStroke(halo.colour, halo.colour).restore();
  }
  pdf.fillColor(colour);
  for (const { run, font, width } of text.runs) {
    pdf.font(font, size).text(run.text, x, y, { lineBreak: false, baseline: 'alphabetic' });
    x += width * size;
  }
}
