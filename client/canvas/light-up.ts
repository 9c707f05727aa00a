import { effect } from '@preact/signals-core';
import type { CollectionReturnValue, Core } from 'cytoscape';
import { drawing } from '../state/picture/drawing.ts';
import { litIds } from '../state/picture/pointed.ts';
import { hiddenIds } from './hidden-ids.ts';

/** Most elements of a picture that grow pale round what is read: more take long, and are read about by their outlines. */
const mostDim = 2_500;
/** Most lines that say what they are at a time: beyond, captions would cover each other. */
const mostCaptions = 24;

/** Shows what is being read in full colour, and all the rest pale. Nothing moves. */
export function keepLit(cy: Core): () => void {
  let marked = cy.collection();
  const mark = (): void => {
    if (cy.destroyed()) return;
    const lit = litElements(cy);
    cy.batch(() => {
      marked.removeClass('lit told dim');
      marked = lit;
      if (lit.empty()) return;
      lit.addClass('lit');
      if (lit.edges().length <= mostCaptions) lit.edges().addClass('told');
      // Where the filters hold back all of it, a pale rest would let nothing stand out.
      const isAnySeen = !lit.map((each) => each.id()).every((id) => hiddenIds.value.has(id));
      if (!isAnySeen || cy.elements().length > mostDim) return;
      const rest = cy.elements().difference(lit.union(lit.parents()));
      rest.addClass('dim');
      marked = lit.union(rest);
    });
  };
  return effect(() => {
    void litIds.value;
    // What comes with a later picture may be lit, too.
    void drawing.value;
    // Filters may hold it back, or let it through.
    void hiddenIds.value;
    queueMicrotask(mark);
  });
}

/** What is drawn of it: for nodes in a folded group, that stands. */
function litElements(cy: Core): CollectionReturnValue {
  const found = cy.collection();
  const { value: ids } = litIds;
  if (ids.size === 0) return found;
  for (const id of ids) found.merge(cy.getElementById(id));
  for (const drawn of drawing.value.nodes) {
    if (drawn.kind !== 'group' || !drawn.group.isFolded) continue;
    if (drawn.group.ids.some((id) => ids.has(id))) found.merge(cy.getElementById(drawn.id));
  }
  return found;
}
