import type { Node } from '../../server/contract.ts';
import type { DrawnEdge, DrawnNode } from '../state/drawing.ts';
import type { Change } from '../state/dates.ts';
import { iconAddress } from '../state/icons.ts';
import { inLocale, t } from '../state/locale.ts';
import { captionOf, labelStyleOf, typeStyleOf } from '../state/ontology.ts';
import { palette } from '../state/scheme.ts';
import { breakCaption } from './break-caption.ts';

/** What the style sheet reads from a node of the canvas. */
export interface NodeData {
  id: string;
  kind: DrawnNode['kind'];
  parent?: string;
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

/** Signs before a caption, so that colour is not the only sign of what became of a thing. */
const changeSigns: Record<Change, string> = { added: '＋ ', ended: '－ ', unchanged: '' };
const pinSign = '📌\ufe0e ';

/** A node as the canvas draws it: the more relationships it has on screen, the larger. */
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
      const caption = `${group.name}（${group.ids.length}）`;
      return { ...plain, id, kind: 'group', caption, size: group.isFolded ? 60 : plain.size };
    }
  }
}

const plain = { size: 34, shape: 'round-rectangle', colour: '', icon: '', isHub: false };

function graphNodeData(node: Node, { scheme, degrees, pins, changes }: Looks): NodeData {
  const { shape, colour, icon } = labelStyleOf(node);
  const degree = degrees.get(node.id) ?? 0;
  const change = changes.get(node.id);
  const signs = `${pins.has(node.id) ? pinSign : ''}${change ? changeSigns[change] : ''}`;
  return {
    id: node.id,
    kind: 'node',
    caption: signs + breakCaption(captionOf(node)),
    size: Math.min(72, Math.round(28 + 7 * Math.sqrt(degree))),
    shape,
    colour: colour[scheme],
    icon: iconAddress(icon, palette[scheme].icon),
    isHub: degree >= 8,
  };
}

export function edgeData(drawn: DrawnEdge, { changes }: Looks): EdgeData {
  const { id, kind, source, target } = drawn;
  if (kind === 'more') return { id, kind, source, target, caption: '', line: 'dotted' };
  const { title, line } = typeStyleOf(drawn.relationship.type);
  const change = changes.get(id);
  return { id, kind, source, target, caption: (change ? changeSigns[change] : '') + inLocale(title), line };
}
