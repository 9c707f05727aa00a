import { batch, signal } from '@preact/signals-core';
import { announce } from '../notices.ts';
import { isOwnId } from './own-scenes.ts';
import {
  loadScenes,
  nextScene,
  openScene,
  passOverUnknownScene,
  presentScene,
  presentScenes,
  previousScene,
} from './scenes.ts';
import { selectMany } from '../picture/select-actions.ts';
import * as view from '../view/view.ts';

/** The show: one scene after another, and nothing else on the page. What is shown is in `scenes.ts`. */

/** Whether the screen is dark, so that all look at who speaks. */
export const isDark = signal(false);

/** Whether the evidence of the scene is told beside its picture. */
export const isEvidenceOpen = signal(false);

/** Where a show can go from any scene. */
export const destinations = ['next', 'previous', 'first', 'last'] as const;
export type Destination = (typeof destinations)[number];

/** Begins the show. */
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
}

/**
 * Begins with the first scene where none is on screen, as soon as it is known which scenes there are. One that a link names
 * and that nobody knows is passed over; if it was a reader's own, its picture stays. The story must have arrived.
 * @param areOwnKnown whether the reader's own scenes have been taken up
 */
export async function beginWithScene(areOwnKnown: boolean): Promise<void> {
  const id = view.sceneId.peek();
  const isStoryEnough = id === null && presentScenes.peek().length > 0;
  if (!areOwnKnown && !isStoryEnough) return;
  passOverUnknownScene();
  const isPictureKept = id !== null && isOwnId(id);
  if (view.isPresenting.peek() && view.sceneId.peek() === null && !isPictureKept) await nextScene();
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
