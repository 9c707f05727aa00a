import type { Measure } from '../state/org-chart/wrap-text.ts';
import { fonts } from './stylesheet.ts';
import { textRuler } from './text-ruler.ts';

/** Measures text by its characters, each of which is measured once: a chart of thousands of cards has few different ones. */
export function measureByGlyphs(): Measure {
  const ruler = textRuler(fonts);
  const widths = new Map<string, number>();
  return (text, size, weight) => {
    let width = 0;
    for (const character of text) {
      const key = `${weight} ${size} ${character}`;
      const known = widths.get(key) ?? ruler.width(character, size, weight);
      widths.set(key, known);
      width += known;
    }
    return width;
  };
}
