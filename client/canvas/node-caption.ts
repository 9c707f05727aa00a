import type { NodeSingular } from 'cytoscape';
import type { Shape, TextShape } from '../state/picture/shapes.ts';
import type { Body } from './body-path.ts';
import { captionMargin, fontSizes, lineHeight } from './caption-box.ts';
import type { Side } from './choose-captions.ts';
import type { Taken } from './taken-picture.ts';

/** A caption as it is drawn beside a node. */
interface Caption {
  text: string;
  size: number;
  side: Side | 'within';
  /** Units by which it is moved from the node's edge, to the right or down. */
  shift: number;
}

/** The caption of a node, line by line; nothing where it has none. */
export function nodeCaption(node: NodeSingular, body: Body, taken: Taken): Shape[] {
  const caption = taken.captions && !isNamedAlways(node) ? chosenCaption(node, taken.captions) : shownCaption(node);
  if (!caption || isTooSmall(node, caption.size, taken)) return [];
  const { text, size } = caption;
  const lines = text.split('\n');
  const weight = Number(node.style('font-weight')) >= 600 || node.style('font-weight') === 'bold' ? 600 : 400;
  const { x, foot, anchor } = placeOf(caption, lines.length, body);
  const opacity = node.effectiveOpacity();
  const halo = {
    colour: taken.colour(String(node.style('text-outline-color'))),
    width: Number(node.numericStyle('text-outline-width')),
  };
  return lines.map((line, index): TextShape => ({
    kind: 'text',
    x,
    y: foot - (lines.length - 1 - index) * lineHeight * size - taken.ruler.descent(line, size, weight),
    text: line,
    size,
    weight,
    colour: taken.colour(String(node.style('color'))),
    anchor,
    halo: halo.width > 0 ? halo : null,
    opacity,
  }));
}

/** Groups, and what stands for more, have their captions whatever else is near. */
const isNamedAlways = (node: NodeSingular): boolean => node.data('kind') !== 'node' && !isFoldedGroup(node);
const isFoldedGroup = (node: NodeSingular): boolean => node.data('kind') === 'group' && !node.isParent();

function chosenCaption(node: NodeSingular, chosen: NonNullable<Taken['captions']>): Caption | null {
  const side = chosen.get(node.id());
  if (side === undefined) return null;
  const size = node.data('isHub') ? fontSizes.hub : fontSizes.node;
  const shift = side === 'above' || side === 'left' ? -captionMargin : captionMargin;
  return { text: String(node.data('caption')), size, side, shift };
}

/** What is on the canvas, by its style. */
function shownCaption(node: NodeSingular): Caption | null {
  const text = String(node.style('label'));
  if (text === '') return null;
  const [across, down] = [String(node.style('text-halign')), String(node.style('text-valign'))];
  const side = across === 'left' || across === 'right' ? across : (sides[down] ?? 'within');
  const isBeside = side === 'left' || side === 'right';
  const shift = Number(node.numericStyle(isBeside ? 'text-margin-x' : 'text-margin-y'));
  return { text, size: Number(node.numericStyle('font-size')), side, shift };
}

const sides: Readonly<Record<string, Side>> = { top: 'above', bottom: 'below' };

const isTooSmall = (node: NodeSingular, size: number, { captions, zoom }: Taken): boolean =>
  captions === null && size * zoom < Number(node.numericStyle('min-zoomed-font-size'));

/** Where the lines stand: `foot` is below the last one, at the lower edge of its letters' box. */
function placeOf(
  { size, side, shift }: Caption,
  lines: number,
  { x, y, width, height }: Body,
): { x: number; foot: number; anchor: TextShape['anchor'] } {
  const tall = size * (1 + (lines - 1) * lineHeight);
  const centred = y + (lines * size + (lines - 1) * (lineHeight - 1) * size) / 2;
  switch (side) {
    case 'below':
      return { x, foot: y + height / 2 + shift + tall, anchor: 'middle' };
    case 'above':
      return { x, foot: y - height / 2 + shift, anchor: 'middle' };
    case 'right':
      return { x: x + width / 2 + shift, foot: centred, anchor: 'start' };
    case 'left':
      return { x: x - width / 2 + shift, foot: centred, anchor: 'end' };
    case 'within':
      return { x, foot: centred, anchor: 'middle' };
  }
}
