import { batch } from '@preact/signals-core';
import type { Scene } from '../../../server/contract/data-set/scene.ts';
import { notify } from '../notices.ts';
import { sceneViews, wantedScene } from './scene-view.ts';
import { loadStory } from './story.ts';
import * as view from '../view/view.ts';

/** Sets the view to the scene of the story that a link names; of one that is not there a notice tells. */
export async function takeWantedScene(stopped: AbortSignal): Promise<void> {
  const id = wantedScene.peek();
  if (id === null) return;
  const scenes = await loadStory(stopped);
  if (stopped.aborted) return;
  wantedScene.value = null;
  const scene = scenes.find((other) => other.id === id);
  if (scene) return setScene(scene, view.sceneId.peek() ?? id);
  notify({ kind: 'word', word: 'scenes.unknown', values: { id } });
  if (view.sceneId.peek() === id) view.sceneId.value = null;
}

/**
 * Sets all of the view that a scene says.
 * @param id under which it is shown: its own, or that of the reader's scene that repeats it
 */
export function setScene(scene: Scene, id = scene.id): void {
  const snapshot = sceneViews.peek().get(scene.id)?.snapshot;
  if (!snapshot) return;
  batch(() => {
    view.setSnapshot({ ...snapshot, appearances: view.appearances.peek(), sceneId: id });
    const { camera } = scene;
    view.camera.value = typeof camera === 'string' ? null : camera;
    // What is dated stands below the picture. A link may say so of any scene.
    if (scene.surface === 'timeline') view.isTimelineOpen.value = true;
    // Figures stand beside the picture that they are of.
    if (scene.surface === 'figures') view.twin.value = 'figures';
  });
}
