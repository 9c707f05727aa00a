import { effect, signal } from '@preact/signals-core';
import { itemsIn, putItems, whenDataSetIsKnown } from '../kept-items.ts';
import { ontology } from '../ontology.ts';
import { fitting, ownScenes } from './own-scenes.ts';
import type { OwnScene } from './own-scenes.ts';
import { isOwnScene } from './scene-records.ts';

/** How the reader's scenes outlive the page: in the browser's storage, for each data set by itself. */

/** Whether they do; else they are there for this visit only. */
export const areScenesKept = signal(true);

/** Whether what earlier visits left has been taken up. */
export const areScenesTakenUp = signal(false);

/** The file that the page is, by when it was made, and the scenes that it brings; null for a page that has a server. */
let file: { made: string; ids: ReadonlySet<string> } | null = null;

/**
 * Takes the scenes of whoever made the file that the page is as the reader's own, until it is known what an earlier visit
 * has left of them. Files share the storage of their browser: each keeps its scenes by itself.
 * @param made when the file was made, by which it is told from others; null for a page that is no file
 */
export function openFileOfScenes(made: string | null, scenes: readonly OwnScene[]): void {
  file = made === null ? null : { made, ids: new Set(scenes.map(({ id }) => id)) };
  ownScenes.value = scenes;
}

/** The version changes with what is stored: what an older page left is passed over. */
const keyOfScenes = (): string =>
  ['own-scenes.1', ontology.peek()?.dataSet ?? '', ...(file ? [file.made] : [])].join('.');

/**
 * Takes up the scenes of earlier visits, and keeps what changes, as soon as it is known of which data set they are. Answers a
 * function that ends it.
 * @param isLasting false where the storage itself lasts no longer than the page
 */
export function keepScenes(storage: Storage, isLasting = true): () => void {
  areScenesKept.value = isLasting;
  const end = whenDataSetIsKnown(() => begin(storage));
  return () => {
    end();
    areScenesTakenUp.value = false;
  };
}

function begin(storage: Storage): () => void {
  const key = keyOfScenes();
  const stored = storage.getItem(key);
  const kept = itemsIn(stored, isOwnScene);
  const ids = new Set(kept.map(({ id }) => id));
  // Of what a file brings, an earlier visit has kept all that the reader did not delete.
  const isKnown = (id: string): boolean => ids.has(id) || (stored !== null && file !== null && file.ids.has(id));
  ownScenes.value = fitting([...kept, ...ownScenes.peek().filter(({ id }) => !isKnown(id))]);
  areScenesTakenUp.value = true;
  return effect(() => putItems(storage, key, ownScenes.value, areScenesKept));
}

/** Takes up what another tab of the page has kept, so that neither overwrites what is the other's. */
export function takeUpScenes(key: string | null, text: string | null): void {
  if (key === keyOfScenes()) ownScenes.value = itemsIn(text, isOwnScene);
}
