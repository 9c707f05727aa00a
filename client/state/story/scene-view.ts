import { computed, signal } from '@preact/signals-core';
import { sceneId, takeSnapshot } from '../view/view.ts';
import type { Snapshot } from '../view/view.ts';

/** What the page knows of the scene that is shown, as long as it has no need of the story itself. */
export interface SceneView {
  /** The view as the scene opens; null where that is the reader's own and not to be made again from the id. */
  snapshot: Snapshot | null;
  /** What the scene is about. */
  focus: readonly string[];
  /** Whether it opens on what it is about rather than on all of its picture. */
  isFramed: boolean;
}

/** The scenes that have arrived, by their ids. */
export const sceneViews = signal<ReadonlyMap<string, SceneView>>(new Map());

/** A scene of the story that a link names without saying how it looks: it is still to be taken up. */
export const wantedScene = signal<string | null>(null);

/** How often a scene was opened: the canvas lets what it shows become the scene that comes. */
export const openedScenes = signal(0);
/** How often a scene that was opened was there with all of its picture. */
export const shownScenes = signal(0);

const shown = computed(() => (sceneId.value === null ? undefined : sceneViews.value.get(sceneId.value)));

/** Nodes that the scene on screen is about. */
export const focusIds = computed<readonly string[]>(() => shown.value?.focus ?? []);
/** Whether the picture opens on them. */
export const isFocusFramed = computed(() => shown.value?.isFramed === true);

/** Whether the view is as the scene opened, so that the scene's id alone says it. Where the reader looks is apart. */
export function isAsInScene(): boolean {
  const snapshot = shown.value?.snapshot;
  if (!snapshot) return false;
  // How labels look is the reader's own, whatever the scene; what is moved is also pinned, and other places follow.
  const { appearances: _looks, positions: _places, ...parts } = takeSnapshot();
  const opened = new Map<string, unknown>(Object.entries(snapshot));
  return Object.entries(parts).every(([name, part]) => part === opened.get(name));
}
