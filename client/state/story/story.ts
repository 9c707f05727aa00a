import { batch, signal } from '@preact/signals-core';
import type { Scene } from '../../../server/contract/data-set/scene.ts';
import { getScenes } from '../../api/scenes.ts';
import { parameterText } from '../questions.ts';
import { sceneViews } from './scene-view.ts';
import { freshSnapshot } from '../view/view.ts';
import type { Base, Snapshot } from '../view/view.ts';

/** The data set's own story: its scenes, in their order. */

/** The scenes of the story; null until they have arrived. */
export const story = signal<readonly Scene[] | null>(null);

/** Fetches the story, unless it has arrived. Rejects with an ApiError. */
export async function loadStory(stopped?: AbortSignal): Promise<readonly Scene[]> {
  const known = story.peek();
  if (known) return known;
  const scenes = await getScenes(stopped);
  // Who asked at the same time has these scenes in use: a view is as in its scene by identity.
  const meanwhile = story.peek();
  if (meanwhile) return meanwhile;
  takeStory(scenes);
  return scenes;
}

/** Takes scenes as the story. */
export function takeStory(scenes: readonly Scene[]): void {
  batch(() => {
    story.value = scenes;
    sceneViews.value = new Map([
      ...sceneViews.peek(),
      ...scenes.map((scene) => [scene.id, { ...aboutOf(scene), snapshot: snapshotOf(scene) }] as const),
    ]);
  });
}

/** What a scene is about, and whether it opens on that. */
export const aboutOf = ({ focus, camera }: Scene): { focus: readonly string[]; isFramed: boolean } => ({
  focus,
  isFramed: camera === 'focus',
});

/** Where the picture of a scene starts. */
export const baseOfScene = ({ query, parameters }: Scene): Base => ({
  query,
  parameters: Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, parameterText(value)])),
});

/** The view as a scene opens. */
function snapshotOf(scene: Scene): Snapshot {
  const { id, steps, layout, positions, filters } = scene;
  return {
    ...freshSnapshot(baseOfScene(scene), layout),
    sceneId: id,
    steps,
    positions: new Map(Object.entries(positions)),
    labelsOff: new Set(filters.labelsOff),
    typesOff: new Set(filters.typesOff),
    basesOff: new Set(filters.basesOff),
    facet: filters.facet ?? null,
    asOf: filters.asOf ?? null,
    compared: filters.compared ?? null,
    surface: scene.surface === 'chart' ? 'chart' : 'picture',
  };
}
