import type { Node } from '../../server/contract/graph.ts';
import type { DrawnEdge, DrawnNode } from '../state/picture/drawing.ts';
import type { Change } from '../state/timeline/dates.ts';
import { iconAddress } from '../state/picture/icons.ts';
import { inLocale, t } from '../state/locale.ts';
import { colourOf, colourWord, sizeOf } from '../state/picture/looks.ts';
import { captionOf, labelStyleOf, typeStyleOf } from '../state/ontology.ts';

import { palette } from '../state/scheme.ts';
import { badgeAddress } from './badges.ts';
import type { Badge } from './badges.ts';
import { breakCaption } from './break-caption.ts';
import { groupCaption } from './group-caption.ts';

/** What the style sheet reads from a node of the canvas. */
export interface NodeData {
  id: string;
  kind: DrawnNode['kind'];
  parent?: string;
  caption: string;
  size: number;
  shape: string;
  colour: string;
  /** Addresses of its icon and of a badge, or of two. */
  images: readonly string[];
  /** Whether many relationships meet here, so that its caption is set larger. */
  isHub: boolean;
}

/** What the style sheet reads from an edge of the canvas. */
export interface EdgeData {
  id: string;
  kind: DrawnEdge['kind'];
  source: string;
  target: string;
  caption: string;
  line: string;
}

/** How the canvas is looked at: what the data of its elements depend on beside the elements themselves. */
export interface Looks {
  scheme: keyof typeof palette;
  degrees: ReadonlyMap<string, number>;
  pins: ReadonlySet<string>;
  changes: ReadonlyMap<string, Change>;
}

/** Signs before a relationship's caption, so that colour is not the only sign of what became of it. */
const changeSigns: Record<Change, string> = { added: '＋ ', ended: '－ ', unchanged: '' };

/** A node as the canvas draws it. */
export function nodeData(drawn: DrawnNode, looks: Looks): NodeData {
  switch (drawn.kind) {
    case 'node':
      return {
        ...graphNodeData(drawn.node, looks),
        ...(drawn.groupId !== null && { parent: drawn.groupId }),
      };
    case 'more': {
      const { id, more } = drawn;
      const caption = t('more.caption', { n: more.total - more.shown });
      return { ...plain, id, kind: 'more', caption };
    }
    case 'group': {
      const { id, group } = drawn;
      return { ...plain, id, kind: 'group', caption: groupCaption(group), size: group.isFolded ? 56 : plain.size };
    }
  }
}

const plain = { size: 34, shape: 'round-rectangle', colour: '', images: [], isHub: false };

/** The badges of a node: what became of it, at its right corner, and that it is pinned. */
export function badgesOf(id: string, { pins, changes }: Pick<Looks, 'pins' | 'changes'>): Badge[] {
  const change = changes.get(id);
  return [...(change && change !== 'unchanged' ? [change] : []), ...(pins.has(id) ? ['pin' as const] : [])];
}

function graphNodeData(node: Node, { scheme, degrees, pins, changes }: Looks): NodeData {
  const { shape, icon } = labelStyleOf(node);
  const badges = badgesOf(node.id, { pins, changes });
  const word = colourWord(node);
  return {
    id: node.id,
    kind: 'node',
    caption: breakCaption(captionOf(node)) + (word === null ? '' : `\n${breakCaption(word)}`),
    size: sizeOf(node),
    shape,
    colour: colourOf(node)[scheme],
    images: [iconAddress(icon, palette[scheme].icon), ...badges.map((badge) => badgeAddress(badge, palette[scheme]))],
    isHub: (degrees.get(node.id) ?? 0) >= 8,
  };
}

export function edgeData(drawn: DrawnEdge, { changes }: Looks): EdgeData {
  const { id, kind, source, target } = drawn;
  if (kind === 'more') return { id, kind, source, target, caption: '', line: 'dotted' };
  const { title, line } = typeStyleOf(drawn.relationship.type);
  const change = changes.get(id);
  return { id, kind, source, target, caption: (change ? changeSigns[change] : '') + inLocale(title), line };
}
