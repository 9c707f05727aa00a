import { computed, signal } from '@preact/signals-core';
import { inLocale } from '../locale.ts';
import { announce } from '../notices.ts';
import { scenes, scenesAround } from './scenes.ts';
import type { AnyScene } from './scenes.ts';
import { linkShow } from './show-link.ts';
import type { ShowLink, ShowMessage } from './show-link.ts';
import type { Destination } from './show.ts';

/** The presenter's window: what the audience sees, what comes next, and how the show is led from here. */

/** What the audience's window says that it shows; null until it says something, when it is left, or when the show is over. */
export const onScreen = signal<{ sceneId: string | null; isDark: boolean } | null>(null);

/** Whether a show was followed that is over now. */
export const isOver = signal(false);

/** When the first scene of the show was shown, in milliseconds as `Date.now()` has them; null before. */
export const begunAt = signal<number | null>(null);

/** The scenes among which the show goes on, in order. */
const list = computed(() => scenesAround(onScreen.value?.sceneId ?? null));

const index = computed(() => list.value.findIndex(({ id }) => id === onScreen.value?.sceneId));

export const sceneOnScreen = computed<AnyScene | null>(
  () => scenes.value.find(({ id }) => id === onScreen.value?.sceneId) ?? null,
);

/** The scene after the one on screen; before the show has one, the first. */
export const sceneAfter = computed<AnyScene | null>(() => list.value[index.value + 1] ?? null);

/** The place of the scene on screen, from 1, among how many; null where none of them is. */
export const place = computed(() => (index.value < 0 ? null : { n: index.value + 1, total: list.value.length }));

let link: ShowLink | null = null;

/** Follows a show. Answers a function that ends it. */
export function followShow(showId: string): () => void {
  const joined = linkShow(showId, hear);
  link = joined;
  joined.send({ kind: 'ask' });
  return () => {
    joined.close();
    link = null;
  };
}

export const leadTo = (to: Destination): void => link?.send({ kind: 'go', to });
export const leadDark = (isDark: boolean): void => link?.send({ kind: 'dark', isDark });
export const leadToEnd = (): void => link?.send({ kind: 'end' });

/** The time counts from now on. */
export function restartTime(): void {
  begunAt.value = Date.now();
}

function hear(message: ShowMessage): void {
  if (message.kind === 'shown') {
    const { sceneId, isDark } = message;
    const isOther = sceneId !== onScreen.peek()?.sceneId;
    onScreen.value = { sceneId, isDark };
    // A show after one that is over is another, such as that after a rehearsal.
    if (isOver.peek()) begunAt.value = null;
    isOver.value = false;
    begunAt.value ??= Date.now();
    const scene = sceneOnScreen.peek();
    if (isOther && scene) announce('announce.scene', { name: inLocale(scene.title) });
  }
  if (message.kind === 'left' || message.kind === 'ended') onScreen.value = null;
  if (message.kind === 'ended') isOver.value = true;
}
