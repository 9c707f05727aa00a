import { batch, computed, signal } from '@preact/signals-core';
import type { Scene } from '../../../server/contract/data-set/scene.ts';
import type { Problem } from '../../../server/contract/problem.ts';
import { answerBase } from '../answers.ts';
import { isDone, record } from '../view/history.ts';
import { showAddress } from '../view/keeping.ts';
import { locale, t } from '../locale.ts';
import { announce, notify, problemOf } from '../notices.ts';
import { isOwnId, ownScenes } from './own-scenes.ts';
import type { OwnScene } from './own-scenes.ts';
import { askedQuestion, sentenceOfQuestion } from '../questions.ts';
import { openedScenes, sceneViews, shownScenes } from './scene-view.ts';
import { refresh } from '../view/session.ts';
import { aboutOf, baseOfScene, loadStory, story } from './story.ts';
import { setScene } from './take-scene.ts';
import * as view from '../view/view.ts';

/** The story as it is shown: scene after scene, of the data set's or of the reader's own. */

export type AnyScene = Scene | OwnScene;

/** The scenes of the story, then those of the reader's own. */
export const scenes = computed<readonly AnyScene[]>(() => [...(story.value ?? []), ...ownScenes.value]);

/** The scene on screen; null for none. */
export const presentScene = computed<AnyScene | null>(
  () => scenes.value.find(({ id }) => id === view.sceneId.value) ?? null,
);

/** The scenes among which the one on screen is shown. */
export const presentScenes = computed(() => scenesAround(view.sceneId.value));

/** The scenes among which one is shown, or none yet: the reader's own, or those of the story, if that has any. */
export function scenesAround(sceneId: string | null): readonly AnyScene[] {
  const own = ownScenes.value;
  if (story.value?.length === 0) return own;
  return own.some(({ id }) => id === sceneId) ? own : (story.value ?? []);
}

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

/** The scene of the story that a scene is, or repeats; undefined where it is a view of the reader's own. */
export function sourceOf(scene: AnyScene): Scene | undefined {
  if (!('view' in scene)) return scene;
  const id = repeatedId(scene);
  return story.value?.find((other) => other.id === id);
}

/** The id of the scene of the story that a scene of the reader's own repeats as it is. */
export function repeatedId(scene: AnyScene): string | null {
  return 'view' in scene ? new URLSearchParams(scene.view).get('scene') : null;
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
  if (!(await isAnswered(scene))) return;
  const revoke = record('act.scene', { name: scene.title });
  openedScenes.value += 1;
  batch(() => {
    lookAtPicture();
    if ('view' in scene) setOwn(scene);
    else setScene(scene);
  });
  const outcome = await refresh();
  if (outcome === 'shown') shownScenes.value += 1;
  // What cannot be shown stays as a scene without a picture: the next one is a step away, and no later act takes it back.
  if (outcome === 'failed' || !(await isDone(revoke, Promise.resolve(outcome)))) return;
  announce('announce.scene', { name: scene.title[locale.peek()] });
  prefetchBeside(id);
}

/** To the scene after the present one; from none to the first. */
export const nextScene = (): Promise<void> => openBeside(1);

/** To the scene before the present one. */
export const previousScene = (): Promise<void> => openBeside(-1);

/** Leaves the scene; what it shows stays. */
export function leaveScene(): void {
  record('act.leaveScene');
  view.sceneId.value = null;
}

let opening = new AbortController();

/**
 * Fetches what a scene starts from, so that it is shown all at once. Answers false where the reader has gone on to something
 * else meanwhile.
 */
async function isAnswered(scene: AnyScene): Promise<boolean> {
  opening.abort();
  opening = new AbortController();
  const { signal: stopped } = opening;
  const [base, steps] = [view.base.peek(), view.steps.peek()];
  const source = sourceOf(scene);
  if (source) await fetchAhead(source, stopped);
  return !stopped.aborted && view.base.peek() === base && view.steps.peek() === steps;
}

async function openBeside(step: 1 | -1): Promise<void> {
  await loadScenes();
  const list = presentScenes.peek();
  const index = list.findIndex(({ id }) => id === view.sceneId.peek());
  const next = list[index < 0 ? 0 : index + step];
  if (next) await openScene(next.id);
}

/** A scene is looked at by itself: nothing is selected, and no text stands beside or below it. */
function lookAtPicture(): void {
  view.selectedId.value = null;
  view.selectedIds.value = new Set();
  view.trail.value = [];
  view.pathFrom.value = null;
  view.sheet.value = null;
  view.twin.value = null;
  view.isTimelineOpen.value = false;
}

/** Sets the view to what the reader has saved; the language stays the reader's, and a show goes on. */
function setOwn(scene: OwnScene): void {
  const search = new URLSearchParams(scene.view);
  search.set('lang', locale.peek());
  search.delete('present');
  if (view.isPresenting.peek()) search.set('present', '1');
  showAddress(search.toString());
  view.sceneId.value = scene.id;
  const source = sourceOf(scene);
  const about = source ? aboutOf(source) : { focus: [], isFramed: false };
  sceneViews.value = new Map([...sceneViews.peek(), [scene.id, { ...about, snapshot: null }]]);
}

/** Milliseconds that fetching ahead may take. */
const patience = 10_000;

/** Fetches what the scenes before and after this one are answered with, so that a step costs no request. */
function prefetchBeside(id: string): void {
  const list = presentScenes.peek();
  const index = list.findIndex((scene) => scene.id === id);
  for (const beside of [list[index + 1], list[index - 1]]) {
    const source = beside && sourceOf(beside);
    if (source) void fetchAhead(source, AbortSignal.timeout(patience));
  }
}

/** What is being fetched ahead, by the ids of scenes: who comes to one meanwhile waits for the same answer. */
const underWay = new Map<string, Promise<void>>();

/** Fetches what a scene starts from. A failure is told when the scene is shown. */
async function fetchAhead(scene: Scene, stopped: AbortSignal): Promise<void> {
  const fetching =
    underWay.get(scene.id) ??
    answerBase(baseOfScene(scene), stopped)
      .then(() => undefined)
      .catch(() => undefined)
      .finally(() => underWay.delete(scene.id));
  underWay.set(scene.id, fetching);
  await fetching;
}

/** What the present view is called as a scene: the scene that it is, or what was asked for. */
export function nameOfView(): string {
  const scene = presentScene.peek();
  if (scene) return scene.title[locale.peek()];
  const question = askedQuestion.peek();
  return question ? sentenceOfQuestion(question, view.base.peek().parameters) : t('overview.title');
}

/** Lets go of a scene that nobody knows, which a link has named; its picture stays. */
export function passOverUnknownScene(): void {
  const id = view.sceneId.peek();
  if (id === null || presentScene.peek()) return;
  view.sceneId.value = null;
  notify(
    isOwnId(id) ? { kind: 'word', word: 'scenes.notHere' } : { kind: 'word', word: 'scenes.unknown', values: { id } },
  );
}
