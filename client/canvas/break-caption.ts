import { unitsOf } from './caption-box.ts';

/** Units that a caption may have on the picture, a Chinese character counting two: four lines. */
const mostUnits = 56;

/**
 * Breaks a caption into lines at most `most` units wide, a Chinese character counting two and a Latin letter one.
 * Cytoscape breaks at spaces only, or anywhere; Chinese has no spaces and Latin words must stay whole.
 */
export function breakCaption(caption: string, most = 14): string {
  return shorten(caption)
    .split('\n')
    .flatMap((line) => breakLine(line, most))
    .map(isolate)
    .join('\n');
}

/** Units of the longest word that stays whole even where it is wider than a line. */
const longestWord = 28;

/**
 * A caption that is too long for the picture as far as there is room; the whole of it stands in the inspector. A short last
 * line stays whole: of a figure it is the number.
 */
function shorten(caption: string): string {
  if (unitsOf(caption.slice(0, 4 * mostUnits)) <= mostUnits) return caption;
  const last = caption.slice(caption.lastIndexOf('\n'));
  const isShort = last.startsWith('\n') && unitsOf(last.slice(0, mostUnits)) <= mostUnits / 2;
  if (isShort) return beginningOf(caption.slice(0, -last.length), mostUnits - unitsOf(last)) + last;
  return beginningOf(caption, mostUnits);
}

/** As much of a text as some units hold, with a mark where the rest is missing. */
function beginningOf(text: string, most: number): string {
  if (unitsOf(text.slice(0, 4 * most)) <= most) return text;
  let shortened = '';
  let units = 0;
  for (const grapheme of graphemesOf(text)) {
    units += unitsOf(grapheme);
    if (units > most) break;
    shortened += grapheme;
  }
  return `${shortened.trimEnd()}…`;
}

const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** What a reader takes for one character: an emoji with all that it is joined of, a letter with its marks. */
const graphemesOf = (text: string): string[] => [...segmenter.segment(text)].map(({ segment }) => segment);

/**
 * What may not be torn: a word of a script with spaces, or a number, with its signs; or one other character with what
 * stands on it and closing marks after it.
 */
const piece =
  /(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}])[\p{L}\p{M}\p{N}.,%'’"&/()-])+[》」”、，。；：？！）…]*|\s+|(?:\p{RI}\p{RI}|\p{Extended_Pictographic}(?:\ufe0f|\p{Emoji_Modifier}|\u200d\p{Extended_Pictographic})*|.)\p{M}*[》」”、，。；：？！）…]*/gu;

function breakLine(line: string, most: number): string[] {
  const pieces = (line.match(piece) ?? []).flatMap((word) => (unitsOf(word) > longestWord ? cut(word, most) : [word]));
  const total = unitsOf(line);
  // Lines of like length look calmer than a full one with a remnant below.
  const aim = Math.min(most, Math.ceil(total / Math.ceil(total / most)) + 1);
  const lines: string[] = [];
  let current = '';
  for (const next of pieces) {
    if (current !== '' && unitsOf(current + next.trimEnd()) > aim) {
      lines.push(current.trimEnd());
      current = next.trimStart();
    } else current += next;
  }
  return [...lines, current.trimEnd()].filter((text) => text !== '');
}

/** A word without end, in parts that fit. */
function cut(word: string, most: number): string[] {
  const parts = [''];
  for (const grapheme of graphemesOf(word)) {
    const last = parts.at(-1) ?? '';
    if (unitsOf(last + grapheme) > most) parts.push(grapheme);
    else parts[parts.length - 1] = last + grapheme;
  }
  return parts;
}

const rightToLeft = /\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Syriac}|\p{Script=Thaana}/u;

/** Lets a line that has right-to-left words be ordered by itself, whatever stands round it. */
const isolate = (line: string): string => (rightToLeft.test(line) ? `\u2068${line}\u2069` : line);
