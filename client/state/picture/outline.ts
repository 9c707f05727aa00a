import { computed } from '@preact/signals-core';
import type { Node } from '../../../server/contract/graph.ts';
import { heldBy, legend, shownIds } from './filters.ts';
import { captionOf, legendLabelOf } from '../ontology.ts';
import { picture } from './picture.ts';

/** A line of the outline: a node with what it holds, or a label with the nodes that nothing holds. */
export interface OutlineItem {
  /** Unique in the outline: a node that several hold stands below each of them. */
  key: string;
  kind: 'node' | 'label';
  /** The node's id, or the label's name. */
  id: string;
  /** Everything below it; empty for a node whose parts stand at an earlier place. */
  children: readonly OutlineItem[];
}

/**
 * Nodes as a tree by what holds what. Each stands below all that hold it, with its own parts at the first place only, so
 * that no circle runs on and nothing is written out twice. Nodes that neither hold nor are held are left to `loose`.
 */
export function treeOf(
  ids: readonly string[],
  held: ReadonlyMap<string, readonly string[]>,
): { roots: OutlineItem[]; loose: string[] } {
  const known = new Set(ids);
  const partsOf = (id: string): string[] => (held.get(id) ?? []).filter((part) => part !== id && known.has(part));
  const isHeld = new Set(ids.flatMap(partsOf));
  const told = new Set<string>();
  const itemOf = (id: string, above: string): OutlineItem => {
    const key = `${above}\n${id}`;
    const isTold = told.has(id);
    told.add(id);
    const children = isTold ? [] : [...new Set(partsOf(id))].map((part) => itemOf(part, key));
    return { key, kind: 'node', id, children };
  };
  const tops = ids.filter((id) => !isHeld.has(id) && partsOf(id).length > 0);
  const roots = tops.map((id) => itemOf(id, ''));
  // What only circles hold has no top: the first of it becomes one.
  for (const id of ids) if (isHeld.has(id) && !told.has(id)) roots.push(itemOf(id, ''));
  return { roots, loose: ids.filter((id) => !told.has(id)) };
}

/** The outline of what the filters let through: the trees first, then all else by label. */
export const outline = computed<OutlineItem[]>(() => {
  const shown = [...picture.value.nodes.values()].filter(({ id }) => shownIds.value.has(id));
  const sorted = shown.toSorted((one, other) => captionOf(one).localeCompare(captionOf(other)));
  const { roots, loose } = treeOf(
    sorted.map(({ id }) => id),
    heldBy.value,
  );
  const isLoose = new Set(loose);
  const byLabel = (label: string): Node[] =>
    sorted.filter((node) => isLoose.has(node.id) && legendLabelOf(node).name === label);
  const labels = legend.value.map(({ name }): OutlineItem => ({
    key: `label ${name}`,
    kind: 'label',
    id: name,
    children: byLabel(name).map(({ id }) => ({ key: `label ${name}\n${id}`, kind: 'node', id, children: [] })),
  }));
  return [...roots, ...labels.filter(({ children }) => children.length > 0)];
});
