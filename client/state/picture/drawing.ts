import { computed } from '@preact/signals-core';
import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { shownIds } from './filters.ts';
import { picture } from './picture.ts';
import type { More } from './picture.ts';
import { groups } from '../view/view.ts';
import type { Group } from '../view/view.ts';

/**
 * What the canvas draws: the picture with the reader's groups, and with a node for what each expansion left out. A folded
 * group stands for its members, and takes over their relationships to others.
 */
export type DrawnNode =
  | { kind: 'node'; id: string; node: Node; groupId: string | null }
  | { kind: 'more'; id: string; more: More; groupId: null }
  | { kind: 'group'; id: string; group: Group; groupId: null };

export type DrawnEdge =
  | { kind: 'relationship'; id: string; source: string; target: string; relationship: Relationship }
  | { kind: 'more'; id: string; source: string; target: string };

export interface Drawing {
  nodes: readonly DrawnNode[];
  edges: readonly DrawnEdge[];
}

/** Everything that is drawn, filtered or not: what filters hold back is not in sight, but keeps its place. */
export const drawing = computed<Drawing>(() => {
  const { nodes, relationships, more } = picture.value;
  const present = groups.value.filter(({ ids }) => ids.some((id) => nodes.has(id)));
  const groupOf = new Map(present.flatMap((group) => group.ids.map((id) => [id, group] as const)));
  const standIn = (id: string): string => {
    const group = groupOf.get(id);
    return group?.isFolded ? group.id : id;
  };
  const moreNodes = [...more.values()].filter(({ source }) => shownIds.value.has(source));
  return {
    nodes: [
      // Groups come first, for a canvas wants a parent before its children.
      ...present.map((group): DrawnNode => ({ kind: 'group', id: group.id, group, groupId: null })),
      ...[...nodes.values()]
        .filter(({ id }) => standIn(id) === id)
        .map((node): DrawnNode => ({ kind: 'node', id: node.id, node, groupId: groupOf.get(node.id)?.id ?? null })),
      ...moreNodes.map((item): DrawnNode => ({ kind: 'more', id: item.id, more: item, groupId: null })),
    ],
    edges: [
      ...[...relationships.values()].flatMap((relationship): DrawnEdge[] => {
        const [source, target] = [standIn(relationship.start), standIn(relationship.end)];
        const isInside = source === target && relationship.start !== relationship.end;
        return isInside ? [] : [{ kind: 'relationship', id: relationship.id, source, target, relationship }];
      }),
      ...moreNodes.map(({ id, source }): DrawnEdge => ({
        kind: 'more',
        id: `${id}\nedge`,
        source: standIn(source),
        target: id,
      })),
    ],
  };
});

/** Relationships beyond which they are drawn plainly: straight, and without arrows but where the reader looks. */
export const mostLines = 1_500;

/** Whether there are so many relationships that they are drawn plainly. */
export const areLinesPlain = computed(() => drawing.value.edges.length > mostLines);
