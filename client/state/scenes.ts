import { batch, computed, signal } from '@preact/signals-core';
import type { Problem, Scene } from '../../server/contract.ts';
import { answerOf } from './answers.ts';
import { isDone, record } from './history.ts';
import { showAddress } from './keeping.ts';
import { locale } from './locale.ts';
import { announce, notify, problemOf } from './notices.ts';
import { ownScenes } from './own-scenes.ts';
import type { OwnScene } from './own-scenes.ts';
import { picture } from './picture.ts';
import { sceneViews } from './scene-view.ts';
import { failure, isBusy, refresh } from './session.ts';
import { aboutOf, baseOfScene, loadStory, story } from './story.ts';
import { setScene } from './take-scene.ts';
import * as view from './view.ts';

/** The story as it is shown: scene after scene, of the data set and of the reader's own. */

export type AnyScene = Scene | OwnScene;

/** The scenes of the story, then those of the reader's own. */
export const scenes = computed<readonly AnyScene[]>(() => [...(story.value ?? []), ...ownScenes.value]);

/** The scene on screen; null for none. */
export const presentScene = computed<AnyScene | null>(
  () => scenes.value.find(({ id }) => id === view.sceneId.value) ?? null,
);

/** Why there are no scenes of the story; null while there is no reason. */
export const storyProblem = signal<Problem | null>(null);

/** Fetches the story, unless it has arrived. Whoever shows scenes calls it; a failure is in `storyProblem`. */
export async function loadScenes(): Promise<void> {
  storyProblem.value = null;
  try {
    await loadStory();
  } catch (error) {
    storyProblem.value = problemOf(error);
  }
}

/** What is wrong with the scene on screen. */
export type SceneProblem =
  /** There is no picture. */
  | { kind: 'failed'; problem: Problem }
  /** Nodes that the scene names are not in the graph any more. */
  | { kind: 'gone'; ids: readonly string[] }
  /** It repeats a scene that the story does not have any more. */
  | { kind: 'unknown'; id: string };

/** What is wrong with the scene on screen; the others can be shown all the same. */
export const sceneProblem = computed<SceneProblem | null>(() => {
  const scene = presentScene.value;
  if (!scene) return null;
  const source = sourceOf(scene);
  if (source === undefined) {
    const id = repeatedId(scene);
    if (id !== null) return { kind: 'unknown', id };
  }
  if (failure.value) return { kind: 'failed', problem: failure.value };
  if (!source || isBusy.value) return null;
  const { nodes, hidden } = picture.value;
  const named = new Set([...source.focus, ...Object.keys(source.positions)]);
  const ids = [...named].filter((id) => !nodes.has(id) && !hidden.has(id));
  return ids.length > 0 && view.steps.value === sceneViews.value.get(source.id)?.snapshot?.steps
    ? { kind: 'gone', ids }
    : null;
});

/** The scene of the story that a scene is, or repeats; undefined where it is a view of the reader's own. */
export function sourceOf(scene: AnyScene): Scene | undefined {
  if (!('view' in scene)) return scene;
  const id = repeatedId(scene);
  return story.value?.find((other) => other.id === id);
}

/** The id of the scene of the story that a scene of the reader's own repeats as it is. */
function repeatedId(scene: AnyScene): string | null {
  if (!('view' in scene)) return null;
  const search = new URLSearchParams(scene.view);
  return search.has('q') ? null : search.get('scene');
}

/**
 * Shows a scene: one act, and one request at most. It never throws: where the scene cannot be shown, `sceneProblem` says
 * why, and others can be shown all the same. Of an id that nobody knows a notice tells.
 */
export async function openScene(id: string): Promise<void> {
  await loadScenes();
  const scene = scenes.peek().find((other) => other.id === id);
  if (!scene) {
    notify({ kind: 'word', word: 'scenes.unknown', values: { id } });
    return;
  }
  const revoke = record('act.scene', { name: scene.title });
  batch(() => {
    lookAtPicture(scene);
    if ('view' in scene) setOwn(scene);
    else setScene(scene);
  });
  const outcome = await refresh({ isNew: true });
  // What cannot be shown stays as a scene without a picture: the next one is a step away.
  const shown = outcome === 'failed' ? ('awaited' as const) : outcome;
  if (!(await isDone(revoke, Promise.resolve(shown)))) return;
  announce('announce.scene', { name: scene.title[locale.peek()] });
  prefetchBeside(id);
}

/** To the scene after the present one; from none to the first. */
export const nextScene = (): Promise<void> => openBeside(1);

/** To the scene before the present one. */
export const previousScene = (): Promise<void> => openBeside(-1);

async function openBeside(step: 1 | -1): Promise<void> {
  await loadScenes();
  const index = placeOf(view.sceneId.peek());
  const next = scenes.peek()[index < 0 ? 0 : index + step];
  if (next) await openScene(next.id);
}

const placeOf = (id: string | null): number => scenes.peek().findIndex((scene) => scene.id === id);

/** A scene is looked at where it is drawn best, and with nothing else selected. */
function lookAtPicture(_scene: AnyScene): void {
  view.selectedId.value = null;
  view.selectedIds.value = new Set();
  view.trail.value = [];
  view.pathFrom.value = null;
  view.sheet.value = null;
  view.twin.value = null;
}

/** Sets the view to what the reader has saved; the language stays the reader's. */
function setOwn(scene: OwnScene): void {
  const search = new URLSearchParams(scene.view);
  search.set('lang', locale.peek());
  showAddress(search.toString());
  view.sceneId.value = scene.id;
  const source = sourceOf(scene);
  const about = source ? aboutOf(source) : { focus: [], isFramed: false };
  sceneViews.value = new Map([...sceneViews.peek(), [scene.id, { ...about, snapshot: null }]]);
}

/** Fetches what the scenes before and after this one are answered with, so that a step costs no request. */
function prefetchBeside(id: string): void {
  const index = placeOf(id);
  for (const beside of [scenes.peek()[index + 1], scenes.peek()[index - 1]]) {
    const source = beside && sourceOf(beside);
    if (!source) continue;
    const { query, parameters } = baseOfScene(source);
    // Its failure is told when the scene is shown.
    void answerOf(query, parameters, AbortSignal.timeout(patience)).catch(() => undefined);
  }
}

/** Milliseconds that a prefetch may take. */
const patience = 10_000;
