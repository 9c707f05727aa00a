/** Measures a line of text, in pixels. */
export type Measure = (text: string, size: number, weight: 400 | 600) => number;

/** How a text is set. */
export interface Setting {
  width: number;
  size: number;
  weight: 400 | 600;
  mostLines: number;
}

/** What may not be torn: a word of a script with spaces, or one other character with the marks that follow it. */
const piece =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}.%'’&/-])+[》”、，。；：？！）…,;:)]*|\s+|.\p{M}*[》”、，。；：？！）…]*/gsu;

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for one character. */
const graphemesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/** Breaks a text into lines that fit; what is beyond the last is cut, and `…` says so. */
export function wrapText(text: string, setting: Setting, measure: Measure): string[] {
  const { width, size, weight, mostLines } = setting;
  const widthOf = (line: string): number => measure(line, size, weight);
  const lines: string[] = [];
  let line = '';
  const pieces = (text.match(piece) ?? []).flatMap((word) => (widthOf(word) > width ? graphemesOf(word) : [word]));
  for (const [index, next] of pieces.entries()) {
    if (line === '' || widthOf(line + next.trimEnd()) <= width) {
      line += line === '' ? next.trimStart() : next;
      continue;
    }
    if (lines.length === mostLines - 1) return [...lines, cut(line + pieces.slice(index).join(''), width, widthOf)];
    lines.push(line.trimEnd());
    line = next.trimStart();
  }
  return line.trim() === '' ? lines : [...lines, line.trimEnd()];
}

/** The beginning of a line that is too long. */
function cut(line: string, width: number, widthOf: (text: string) => number): string {
  let kept = '';
  for (const grapheme of graphemesOf(line.slice(0, 400))) {
    if (widthOf(`${kept}${grapheme}…`) > width) break;
    kept += grapheme;
  }
  return `${kept.trimEnd()}…`;
}
