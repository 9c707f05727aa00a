import type { Node, Relationship } from '../../server/contract.ts';
import { inLocale } from '../state/locale.ts';
import { captionOf, labelStyleOf, typeStyleOf } from '../state/ontology.ts';
import { breakCaption } from './break-caption.ts';
import { iconAddress } from '../state/icons.ts';
import { palette } from '../state/scheme.ts';

/** What the style sheet reads from a node of the canvas. */
export interface NodeData {
  id: string;
  caption: string;
  size: number;
  shape: string;
  colour: string;
  icon: string;
  /** Whether many relationships meet here, so that its caption is set larger. */
  isHub: boolean;
}

/** What the style sheet reads from an edge of the canvas. */
export interface EdgeData {
  id: string;
  source: string;
  target: string;
  caption: string;
  line: string;
}

/** A node as the canvas draws it: the more relationships it has on screen, the larger. */
export function nodeData(node: Node, degree: number, scheme: keyof typeof palette): NodeData {
  const { shape, colour, icon } = labelStyleOf(node);
  const size = Math.min(72, Math.round(28 + 7 * Math.sqrt(degree)));
  return {
    id: node.id,
    caption: breakCaption(captionOf(node)),
    size,
    shape,
    colour: colour[scheme],
    icon: iconAddress(icon, palette[scheme].icon),
    isHub: degree >= 8,
  };
}

export function edgeData({ id, type, start, end }: Relationship): EdgeData {
  const { title, line } = typeStyleOf(type);
  return { id, source: start, target: end, caption: inLocale(title), line };
}
