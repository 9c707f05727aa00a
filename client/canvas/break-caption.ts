/**
 * Breaks a caption into lines at most `most` units wide, a Chinese character counting two and a Latin letter one.
 * Cytoscape breaks at spaces only, or anywhere; Chinese has no spaces and Latin words must stay whole.
 */
export function breakCaption(caption: string, most = 14): string {
  return caption
    .split('\n')
    .flatMap((line) => breakLine(line, most))
    .join('\n');
}

/** What may not be torn: a Latin word or number with its signs, or one other character, with closing marks after it. */
const piece = /[\p{Script=Latin}\p{N}.,%'’&/()-]+[》」”、，。；：？！）]*|\s+|.[》」”、，。；：？！）]*/gu;

function breakLine(line: string, most: number): string[] {
  const pieces = line.match(piece) ?? [];
  const total = widthOf(line);
  // Lines of like length look calmer than a full one with a remnant below.
  const aim = Math.min(most, Math.ceil(total / Math.ceil(total / most)) + 1);
  const lines: string[] = [];
  let current = '';
  for (const next of pieces) {
    if (current !== '' && widthOf(current + next.trimEnd()) > aim) {
      lines.push(current.trimEnd());
      current = next.trimStart();
    } else current += next;
  }
  return [...lines, current.trimEnd()].filter((text) => text !== '');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += /[\u2e80-\uffef]/u.test(character) ? 2 : 1;
  return width;
}
