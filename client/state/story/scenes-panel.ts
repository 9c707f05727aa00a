import { batch, signal } from '@preact/signals-core';
import { selectedId, selectedIds, sheet, trail } from '../view/view.ts';

/** Whether the scenes are listed in the place of the introduction; what is selected is told over them. */
export const areScenesListed = signal(false);

/** Lists the scenes, in the place of whatever was told there. */
export function listScenes(): void {
  batch(() => {
    areScenesListed.value = true;
    selectedId.value = null;
    selectedIds.value = new Set();
    trail.value = [];
    // On a small screen they lie over the picture.
    sheet.value = 'introduction';
  });
}

/** Puts the list away. */
export function closeScenes(): void {
  areScenesListed.value = false;
  sheet.value = null;
}
