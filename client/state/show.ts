import { batch, signal } from '@preact/signals-core';
import { announce } from './notices.ts';
import { loadScenes, nextScene, openScene, presentScene, presentScenes, previousScene } from './scenes.ts';
import { selectMany } from './select-actions.ts';
import * as view from './view.ts';

/** The show: one scene after another, and nothing else on the page. What is shown is in `scenes.ts`. */

/** Whether the screen is dark, so that all look at who speaks. */
export const isDark = signal(false);

/** Whether the evidence of the scene is told beside its picture. */
export const isEvidenceOpen = signal(false);

/** Where a show can go from any scene. */
export const destinations = ['next', 'previous', 'first', 'last'] as const;
export type Destination = (typeof destinations)[number];

/** Begins the show with the scene on screen, or with the first one. */
export async function startShow(): Promise<void> {
  batch(() => {
    view.isPresenting.value = true;
    view.sheet.value = null;
    view.twin.value = null;
    isDark.value = false;
    isEvidenceOpen.value = false;
  });
  announce('show.started');
  await loadScenes();
  if (view.isPresenting.peek() && view.sceneId.peek() === null) await nextScene();
}

/** Ends the show; what it shows stays. */
export function endShow(): void {
  if (!view.isPresenting.peek()) return;
  batch(() => {
    view.isPresenting.value = false;
    isDark.value = false;
    isEvidenceOpen.value = false;
  });
  announce('show.ended');
}

/** Shows another scene; beyond the last and before the first there is none. A dark screen is lit again. */
export async function goTo(destination: Destination): Promise<void> {
  isDark.value = false;
  switch (destination) {
    case 'next':
      return nextScene();
    case 'previous':
      return previousScene();
    default: {
      const scene = presentScenes.peek().at(destination === 'first' ? 0 : -1);
      if (scene && scene !== presentScene.peek()) await openScene(scene.id);
    }
  }
}

/** Makes the screen dark, or light again. */
export function turnDark(dark: boolean): void {
  if (isDark.peek() === dark) return;
  isDark.value = dark;
  announce(dark ? 'show.darkNow' : 'show.lightNow');
}

/** Takes one step back out of what is open: the dark, what is selected, the evidence, the show itself. */
export function stepOut(): void {
  if (isDark.peek()) turnDark(false);
  else if (view.chosenIds().length > 0) selectMany([]);
  else if (isEvidenceOpen.peek()) isEvidenceOpen.value = false;
  else endShow();
}
