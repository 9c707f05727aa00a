import type { Signal } from '@preact/signals-core';
import { effect, untracked } from '@preact/signals-core';
import { ontology } from './ontology.ts';

/** What readers keep, in the browser's storage: lists of a data set, each under a key of its own. */

/** Begins as soon as it is known which data set there is: a page that comes up without its server knows later. Answers its end. */
export function whenDataSetIsKnown(begin: () => () => void): () => void {
  let end: (() => void) | undefined;
  const endWaiting = effect(() => {
    if (ontology.value) end ??= untracked(begin);
  });
  return () => {
    endWaiting();
    end?.();
  };
}

/** A key of what is kept of a data set, that of the page once it is known: others may be served at the same address later. */
export const keyOfDataSet = (what: string, dataSet = ontology.peek()?.dataSet ?? ''): string => `${what}.${dataSet}`;

/** The items of a stored list that are such; what makes no sense is passed over. */
export function itemsIn<Item>(text: string | null, isItem: (value: unknown) => value is Item): Item[] {
  if (text === null) return [];
  try {
    const items: unknown = JSON.parse(text);
    return Array.isArray(items) ? items.filter(isItem) : [];
  } catch {
    return [];
  }
}

/**
 * Stores a list.
 * @param areKept becomes false where the storage does not take it
 */
export function putItems(storage: Storage, key: string, items: readonly unknown[], areKept: Signal<boolean>): void {
  const [text, stored] = [JSON.stringify(items), storage.getItem(key)];
  // What another tab has just kept is not kept again: the two would call each other for ever.
  if (text === (stored ?? '[]')) return;
  try {
    storage.setItem(key, text);
  } catch {
    areKept.value = false;
  }
}
