import type { NodeSingular } from 'cytoscape';

export const fontSizes = { node: 16, hub: 20, edge: 13 };
export const lineHeight = 1.25;
/** Units between a node and its caption. */
export const captionMargin = 5;
/** Units round the letters of a line's caption that its ground takes. */
export const edgeCaptionPadding = 2;
/** Units between the captions of two lines that run side by side. */
const edgeCaptionGap = 4;
/** Units between the control points of such lines: their middles, where the captions are, are at least half as far apart. */
export const parallelStep = 2 * (fontSizes.edge * lineHeight + 2 * edgeCaptionPadding + edgeCaptionGap);
/** Half of a Chinese character; a Latin letter is a little wider. */
const unitWidth = 0.53;

/** What a Latin capital is wider than a small letter, in units of that. */
const capitalExcess = 0.3;

const capitalsIn = (line: string): number => line.match(/\p{Lu}/gu)?.length ?? 0;

/** What a node takes up in the picture's units: its body, and what its caption needs over or below it. */
export interface Room {
  width: number;
  height: number;
  above: number;
  below: number;
  captionWidth: number;
}

/** The room that a node needs with its caption, whether that is shown at present or not. */
export function roomOf(node: NodeSingular, enlarged = 1): Room {
  const { kind, caption, size, isHub } = node.data();
  const text = captionSize(String(caption), (isHub ? fontSizes.hub : fontSizes.node) * enlarged);
  const outside = text.height === 0 ? 0 : text.height + captionMargin;
  const body = { width: Number(size), height: Number(size) };
  if (kind === 'more') return { ...body, width: text.width, above: 0, below: 0, captionWidth: text.width };
  if (!node.isParent()) return { ...body, above: 0, below: outside, captionWidth: text.width };
  return {
    width: node.outerWidth(),
    height: node.outerHeight(),
    above: outside,
    below: 0,
    captionWidth: text.width,
  };
}

/** The size of a caption in the picture's units, from its text alone: the same everywhere, and without drawing it. */
export function captionSize(caption: string, fontSize: number): { width: number; height: number } {
  if (caption === '') return { width: 0, height: 0 };
  const lines = caption.split('\n');
  return {
    width: Math.max(...lines.map((line) => unitsOf(line) + capitalExcess * capitalsIn(line))) * unitWidth * fontSize,
    height: lines.length * lineHeight * fontSize,
  };
}

const wide = /[\u2e80-\ud7ff\uf900-\uffef]|\p{Extended_Pictographic}/u;
/** What stands on the character before it, or only joins or isolates others. */
const widthless = /\p{M}|[\u200b-\u200f\u2066-\u2069]|\ufe0f/u;

/** The width of a line in halves of a Chinese character; a Latin letter is about one. */
export function unitsOf(line: string): number {
  let units = 0;
  for (const character of line) units += widthless.test(character) ? 0 : wide.test(character) ? 2 : 1;
  return units;
}
