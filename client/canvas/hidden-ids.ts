import { computed } from '@preact/signals-core';
import { drawing } from '../state/picture/drawing.ts';
import type { DrawnEdge, DrawnNode } from '../state/picture/drawing.ts';
import { shownIds } from '../state/picture/filters.ts';

/** What is drawn but held back by the filters. */
export const hiddenIds = computed<ReadonlySet<string>>(() => {
  const { value: shown } = shownIds;
  const isOff = (drawn: DrawnNode | DrawnEdge): boolean => {
    if (drawn.kind === 'node' || drawn.kind === 'relationship') return !shown.has(drawn.id);
    return drawn.kind === 'group' && !drawn.group.ids.some((id) => shown.has(id));
  };
  const { nodes, edges } = drawing.value;
  return new Set([...nodes.filter(isOff), ...edges.filter(isOff)].map(({ id }) => id));
});
