import { batch } from '@preact/signals-core';
import { isShown } from './filters.ts';
import { announce } from '../notices.ts';
import { legendLabelOf } from '../ontology.ts';
import { findPath } from './path-actions.ts';
import { picture } from './picture.ts';
import { sentenceOfId } from './sentence-of-id.ts';
import * as view from '../view/view.ts';

/** What a reader selects. It is not in the history, for it changes nothing of the picture. */

const longestTrail = 50;

/** Selects a node or a relationship (or nothing). Costs no request and moves nothing. */
export function select(id: string | null): void {
  view.sheet.value = null;
  if (view.pathFrom.value !== null && id !== null && picture.value.nodes.has(id)) {
    void findPath(view.pathFrom.value, id);
    return;
  }
  if (view.selectedIds.value.size > 0) view.selectedIds.value = new Set();
  const before = view.selectedId.value;
  if (id === before) return;
  // A closed inspector starts a new trail.
  view.trail.value = id === null || before === null ? [] : [...view.trail.value, before].slice(-longestTrail);
  view.selectedId.value = id;
  if (id !== null) announce('announce.selected', { name: sentenceOfId(id) });
}

/** Selects several nodes together; one is selected as usual, and none lets go of all. */
export function selectMany(ids: Iterable<string>): void {
  const chosen = [...new Set(ids)].filter((id) => picture.value.nodes.has(id));
  if (chosen.length < 2) {
    select(chosen[0] ?? null);
    return;
  }
  batch(() => {
    view.sheet.value = null;
    view.selectedId.value = null;
    view.trail.value = [];
    view.selectedIds.value = new Set(chosen);
  });
  announce('announce.selectedMany', { n: chosen.length });
}

/** Selects everything that is shown of the picture, or all of one label of the legend. */
export function selectAll(label?: string): void {
  const shown = [...picture.value.nodes.values()].filter(isShown);
  selectMany(shown.filter((node) => label === undefined || legendLabelOf(node).name === label).map(({ id }) => id));
}

/** Adds a node to those that are selected together, or lets it go from them. */
export function toggleSelected(id: string): void {
  const { value: single } = view.selectedId;
  const chosen = new Set(view.selectedIds.value);
  if (chosen.size === 0 && single !== null) chosen.add(single);
  if (!chosen.delete(id)) chosen.add(id);
  selectMany(chosen);
}

/** Back to what was selected before. */
export function selectPrevious(): void {
  const previous = view.trail.value.at(-1);
  if (previous === undefined) return;
  view.trail.value = view.trail.value.slice(0, -1);
  view.selectedId.value = previous;
  announce('announce.selected', { name: sentenceOfId(previous) });
}
