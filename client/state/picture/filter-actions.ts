import { batch, computed } from '@preact/signals-core';
import { record, recordFurther } from '../view/history.ts';
import { t } from '../locale.ts';
import type { Word } from '../locale.ts';
import { labelStyleByName, propertyTitle, typeStyleOf } from '../ontology.ts';
import { picture } from './picture.ts';
import type { Told } from '../view/told.ts';
import * as view from '../view/view.ts';

/** What a reader can do to how much of the picture is shown, and to what its sizes and colours say. */

/** Lets a label through the legend's filter, or holds it back. */
export function toggleLabel(label: string): void {
  view.labelsOff.value = toggled(view.labelsOff.value, label, labelStyleByName(label)?.title ?? label);
}

/** Lets relationships of a type through, or holds them back. */
export function toggleType(type: string): void {
  view.typesOff.value = toggled(view.typesOff.value, type, typeStyleOf(type).title);
}

/** Lets through what is stated, or what is derived, or holds it back. */
export function toggleBasis(basis: 'stated' | 'derived'): void {
  view.basesOff.value = toggled(view.basesOff.value, basis, { word: `filter.${basis}` });
}

function toggled(before: ReadonlySet<string>, name: string, title: Told): ReadonlySet<string> {
  const off = new Set(before);
  const isShownAgain = off.delete(name);
  record(isShownAgain ? 'act.show' : 'act.filter', { label: title });
  if (!isShownAgain) off.add(name);
  return off;
}

/** Shows only what belongs to a programme of the picture; null shows all again. */
export function setFacet(id: string | null): void {
  if (id === view.facet.peek() || (id !== null && !picture.peek().nodes.has(id))) return;
  record('act.facet', { name: id === null ? { word: 'filter.all' } : { ids: [id] } });
  view.facet.value = id;
}

/** Shows the picture as of a date; null is at all times. */
export function setAsOf(date: string | null): void {
  recordFurther('act.asOf', { date: date === null ? { word: 'filter.allTimes' } : { date } });
  batch(() => {
    view.asOf.value = date;
    view.compared.value = null;
  });
}

/** Compares the picture at two dates, in whichever order they are given; null ends it. */
export function compare(between: readonly [string, string] | null): void {
  const [from, to] = between?.toSorted() ?? [];
  if (from === undefined || to === undefined) record('act.compareEnd');
  else recordFurther('act.compare', { from: { date: from }, to: { date: to } });
  batch(() => {
    view.compared.value = from !== undefined && to !== undefined ? [from, to] : null;
    view.asOf.value = null;
  });
}

/** Whether any filter is on. */
export const isFiltered = computed(
  () =>
    [view.labelsOff, view.typesOff, view.basesOff].some((off) => off.value.size > 0) ||
    [view.facet, view.asOf, view.compared].some((narrowed) => narrowed.value !== null),
);

/** Lets everything through again. */
export function clearFilters(): void {
  if (!isFiltered.peek()) return;
  record('act.showAll');
  batch(() => {
    view.labelsOff.value = new Set();
    view.typesOff.value = new Set();
    view.basesOff.value = new Set();
    view.facet.value = null;
    view.asOf.value = null;
    view.compared.value = null;
  });
}

/** Lets the size or the colour of nodes say something else. */
export function styleBy(what: 'size' | 'colour', by: string): void {
  const word: Word = what === 'size' ? 'act.sizeBy' : 'act.colourBy';
  record(word, { by: isOwnStyle(by) ? { word: `style.${by}` } : { property: by } });
  if (what === 'size') view.sizeBy.value = by;
  else view.colourBy.value = by;
}

/** Gives nodes of a label another colour or another property as their name; null is as the data set says. */
export function setAppearance(label: string, change: Partial<view.Appearance>): void {
  record('act.appearance', { label: labelStyleByName(label)?.title ?? label });
  const before = view.appearances.value.get(label) ?? { colour: null, caption: null };
  const after = { ...before, ...change };
  const next = new Map(view.appearances.value);
  if (after.colour === null && after.caption === null) next.delete(label);
  else next.set(label, after);
  view.appearances.value = next;
}

/** What size or colour goes by, in words: one of ours, or a property's title. */
export function styleTitle(by: string): string {
  return isOwnStyle(by) ? t(`style.${by}`) : propertyTitle(by);
}

const isOwnStyle = (by: string): by is 'degree' | 'label' | 'none' => ['degree', 'label', 'none'].includes(by);
