import { effect, signal } from '@preact/signals-core';
import { itemsIn, putItems, whenDataSetIsKnown } from './kept-items.ts';
import { ontology } from './ontology.ts';
import { fitting, ownScenes } from './own-scenes.ts';
import { isOwnScene } from './scene-records.ts';

/** How the reader's scenes outlive the page: in the browser's storage, for each data set by itself. */

/** Whether they do; else they are there for this visit only. */
export const areScenesKept = signal(true);

/** Whether what earlier visits left has been taken up. */
export const areScenesTakenUp = signal(false);

/** The version changes with what is stored: what an older page left is passed over. */
const keyOfScenes = (): string => `own-scenes.1.${ontology.peek()?.dataSet ?? ''}`;

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
  const kept = itemsIn(storage.getItem(key), isOwnScene);
  // Where the page is one file, that has scenes too, which an earlier visit may have kept.
  const ids = new Set(kept.map(({ id }) => id));
  ownScenes.value = fitting([...kept, ...ownScenes.peek().filter(({ id }) => !ids.has(id))]);
  areScenesTakenUp.value = true;
  return effect(() => putItems(storage, key, ownScenes.value, areScenesKept));
}

/** Takes up what another tab of the page has kept, so that neither overwrites what is the other's. */
export function takeUpScenes(key: string | null, text: string | null): void {
  if (key === keyOfScenes()) ownScenes.value = itemsIn(text, isOwnScene);
}
