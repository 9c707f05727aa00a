import * as actions from '../actions.ts';
import * as grouping from './group-actions.ts';
import * as paths from './path-actions.ts';
import * as selecting from './select-actions.ts';
import type { Word } from '../locale.ts';
import { bringFurther } from './left-out.ts';
import { legendLabelOf } from '../ontology.ts';
import { isKnown, picture } from './picture.ts';
import { mostIds } from '../answers.ts';
import * as view from '../view/view.ts';
import { askWhy } from '../reading/why-sought.ts';

/** Something that can be done with nodes, for the menu at a node and for several that are selected. */
export interface NodeAct {
  name: string;
  word: (ids: readonly string[]) => Word;
  /** Whether it makes sense for these: nodes of the picture, a relationship, one group, or what one expansion left out. */
  isOffered: (ids: readonly string[]) => boolean;
  run: (ids: readonly string[]) => void;
}

const always = (word: Word) => (): Word => word;
const areNodes = (ids: readonly string[]): boolean => ids.length > 0 && ids.every((id) => picture.value.nodes.has(id));
const isOne = (ids: readonly string[]): boolean => ids.length === 1 && areNodes(ids);
const areSeveral = (ids: readonly string[]): boolean => ids.length > 1 && areNodes(ids);
const arePinned = (ids: readonly string[]): boolean => ids.every((id) => view.pins.value.has(id));
const groupOf = (ids: readonly string[]): view.Group | undefined =>
  view.groups.value.find(({ id }) => ids.length === 1 && id === ids[0]);
const first = (ids: readonly string[]): string => ids[0] ?? '';

/** All of them, in the order in which they are offered. */
export const nodeActs: readonly NodeAct[] = [
  {
    name: 'expand',
    word: (ids) => (ids.length === 1 ? 'inspector.expand' : 'many.expand'),
    isOffered: areNodes,
    run: (ids) => void actions.expandAll(ids),
  },
  {
    name: 'collapse',
    word: always('inspector.collapse'),
    isOffered: (ids) => isOne(ids) && view.isExpanded(first(ids)),
    run: (ids) => void actions.collapse(first(ids)),
  },
  {
    name: 'why',
    word: always('why.title'),
    isOffered: (ids) => ids.length === 1 && isKnown(first(ids)),
    run: (ids) => askWhy(first(ids)),
  },
  {
    name: 'path',
    word: always('inspector.pathFrom'),
    isOffered: isOne,
    run: (ids) => paths.startPath(first(ids)),
  },
  {
    name: 'path',
    word: always('many.path'),
    isOffered: (ids) => ids.length === 2 && areNodes(ids),
    run: ([from = '', to = '']) => void paths.findPath(from, to),
  },
  {
    name: 'common',
    word: always('many.common'),
    isOffered: (ids) => areSeveral(ids) && ids.length <= mostIds,
    run: (ids) => void actions.findCommon(ids),
  },
  {
    name: 'group',
    word: always('many.group'),
    isOffered: areSeveral,
    run(ids) {
      grouping.group(ids);
      selecting.select(view.groups.value.at(-1)?.id ?? null);
    },
  },
  {
    name: 'pin',
    word: always('node.pin'),
    isOffered: (ids) => areNodes(ids) && !arePinned(ids),
    run: grouping.pin,
  },
  {
    name: 'unpin',
    word: always('node.unpin'),
    isOffered: (ids) => areNodes(ids) && arePinned(ids),
    run: grouping.unpin,
  },
  {
    name: 'keep',
    word: always('node.keep'),
    isOffered: areNodes,
    run: (ids) => void actions.keepOnly(ids),
  },
  {
    name: 'hide',
    word: always('inspector.hide'),
    isOffered: areNodes,
    run: (ids) => void actions.hide(ids),
  },
  {
    name: 'alike',
    word: always('node.selectAlike'),
    isOffered: isOne,
    run: (ids) => {
      const node = picture.value.nodes.get(first(ids));
      if (node) selecting.selectAll(legendLabelOf(node).name);
    },
  },
  {
    name: 'fold',
    word: (ids) => (groupOf(ids)?.isFolded ? 'group.unfold' : 'group.fold'),
    isOffered: (ids) => groupOf(ids) !== undefined,
    run: (ids) => grouping.toggleFolded(first(ids)),
  },
  {
    name: 'members',
    word: always('group.selectMembers'),
    isOffered: (ids) => groupOf(ids) !== undefined,
    run: (ids) => selecting.selectMany(groupOf(ids)?.ids ?? []),
  },
  {
    name: 'ungroup',
    word: always('group.dissolve'),
    isOffered: (ids) => groupOf(ids) !== undefined,
    run: (ids) => grouping.ungroup(first(ids)),
  },
  {
    name: 'expand',
    word: always('more.bring'),
    isOffered: (ids) => picture.value.more.has(first(ids)),
    run: (ids) => {
      const more = picture.value.more.get(first(ids));
      if (more) void bringFurther(more, view.expandBy);
    },
  },
];

/** What can be done with these. */
export const actsFor = (ids: readonly string[]): NodeAct[] => nodeActs.filter(({ isOffered }) => isOffered(ids));
