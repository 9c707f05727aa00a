import type { TextShape } from '../state/picture/shapes.ts';

/** Measures lines of text as the canvas draws them. */
export interface TextRuler {
  /** Units that a line takes. */
  width: (text: string, size: number, weight: TextShape['weight']) => number;
  /** Units of the font below the line that letters stand on. */
  descent: (text: string, size: number, weight: TextShape['weight']) => number;
}

/** A share of the font's height, for where nothing can be measured. */
const usualDescent = 0.21;

/** Measures with the fonts of this browser. */
export function textRuler(fonts: string): TextRuler {
  const context = document.createElement('canvas').getContext('2d');
  const measure = (text: string, size: number, weight: number): TextMetrics | null => {
    if (!context) return null;
    // Setting a font takes longer than measuring with it.
    const font = `${weight} ${size}px ${fonts}`;
    if (font !== context.font) context.font = font;
    return context.measureText(text);
  };
  return {
    width: (text, size, weight) => measure(text, size, weight)?.width ?? text.length * size,
    descent: (text, size, weight) => measure(text, size, weight)?.fontBoundingBoxDescent ?? usualDescent * size,
  };
}
