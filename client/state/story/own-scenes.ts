import { signal } from '@preact/signals-core';
import type { Text } from '../../../server/contract/text.ts';
import { writeKeptView } from '../view/address.ts';
import { locale } from '../locale.ts';
import type { Word, WordValues } from '../locale.ts';
import { newId } from '../new-id.ts';
import type { Notice } from '../notices.ts';
import { isAsInScene } from './scene-view.ts';
import { base, sceneId, steps } from '../view/view.ts';

/** The reader's own scenes: views that were saved with words of the reader's, in the order in which they are shown. */

export interface OwnScene {
  id: string;
  title: Text;
  caption: Text;
  notes: Text;
  /** The view as address text; `scene=` with an id alone repeats a scene of the story. */
  view: string;
}

/** The words of a scene, as somebody types them in one language. */
export interface SceneWords {
  title: string;
  caption: string;
  notes: string;
}

/** Scenes at most, and characters that they may take together. */
export const mostScenes = 100;
const mostCharacters = 1_000_000;
/** Characters of each of the words. */
export const longestWords = { title: 120, caption: 600, notes: 5_000 } as const satisfies Record<
  keyof SceneWords,
  number
>;

export const ownScenes = signal<readonly OwnScene[]>([]);

/** What was last done with the reader's scenes, or why it could not be; it stands where they are listed. */
export const sceneMessage = signal<Extract<Notice, { kind: 'word' }> | null>(null);

/** Tells of the reader's scenes. */
export function tellOfScenes(word: Word, values: WordValues = {}, undo?: () => void): void {
  sceneMessage.value = { kind: 'word', word, values, ...(undo && { act: { word: 'history.undo', run: undo } }) };
}

/** Saves the present view as the last scene; answers its id, or null where there is no room. */
export function saveScene(words: SceneWords): string | null {
  const scene = { id: newSceneId(), ...textsOf(words), view: presentView() };
  if (!setScenes([...ownScenes.peek(), scene])) return null;
  tellOfScenes('scenes.kept', { name: words.title });
  return scene.id;
}

/** Gives a scene other words, in the reader's language where it has words in both. Answers whether there was room. */
export function changeScene(id: string, words: SceneWords): boolean {
  const scenes = ownScenes.peek();
  const index = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[index];
  return scene !== undefined && setScenes(scenes.with(index, { ...scene, ...textsOf(words, scene) }));
}

/** Moves a scene to a place of the list, counted from 0; beyond its ends there is none. */
export function moveScene(id: string, index: number): void {
  const scenes = ownScenes.peek();
  const scene = scenes.find((other) => other.id === id);
  if (!scene || index < 0 || index >= scenes.length) return;
  ownScenes.value = scenes.filter((other) => other !== scene).toSpliced(index, 0, scene);
  tellOfScenes('scenes.moved', { name: scene.title[locale.peek()], n: index + 1 });
}

/** Deletes a scene; it can be had back for as long as the message of it stands. */
export function deleteScene(id: string): void {
  const scenes = ownScenes.peek();
  const index = scenes.findIndex((scene) => scene.id === id);
  const scene = scenes[index];
  if (!scene) return;
  const showAgain = leaveDeleted([id]);
  ownScenes.value = scenes.toSpliced(index, 1);
  tellOfScenes('scenes.deleted', { name: scene.title[locale.peek()] }, () => {
    if (!setScenes(ownScenes.peek().toSpliced(index, 0, scene))) return;
    showAgain();
    sceneMessage.value = null;
  });
}

/**
 * Leaves the scene on screen if it is one of these, which are to be no more: no address names it, and what it shows stays.
 * Answers how it is the one on screen again, unless another picture has come meanwhile.
 */
function leaveDeleted(ids: readonly string[]): () => void {
  const id = sceneId.peek();
  if (id === null || !ids.includes(id)) return () => undefined;
  sceneId.value = null;
  const [shownBase, shownSteps] = [base.peek(), steps.peek()];
  return () => {
    const isStill = sceneId.peek() === null && base.peek() === shownBase && steps.peek() === shownSteps;
    if (isStill) sceneId.value = id;
  };
}

/** Adds scenes of the story to the reader's own, as a start. */
export function copyScenes(scenes: readonly Omit<OwnScene, 'view'>[]): void {
  const copies = scenes.map(({ id, title, caption, notes }) => ({
    id: newSceneId(),
    title,
    caption,
    notes,
    view: new URLSearchParams({ scene: id }).toString(),
  }));
  const before = ownScenes.peek();
  if (!setScenes([...before, ...copies])) return;
  tellOfScenes('scenes.copied', { n: copies.length }, () => {
    const ids = new Set(copies.map(({ id }) => id));
    leaveDeleted([...ids]);
    ownScenes.value = ownScenes.peek().filter(({ id }) => !ids.has(id));
    sceneMessage.value = null;
  });
}

/** As many of these scenes, the first ones, as there is room for. */
export function fitting(scenes: readonly OwnScene[]): OwnScene[] {
  let left = mostCharacters;
  const end = scenes.slice(0, mostScenes).findIndex((scene) => (left -= JSON.stringify(scene).length) < 0);
  return scenes.slice(0, end < 0 ? mostScenes : end);
}

/** The id of a scene of a reader's own. Scenes of a story are named by words, and not by one that holds digits. */
export const newSceneId = (): string => `own-${newId()}`;
export const isOwnId = (id: string): boolean => /^own-[a-z0-9]{1,40}$/.test(id);

/** Takes these as the reader's scenes, if there is room for all; else it says so. */
function setScenes(scenes: readonly OwnScene[]): boolean {
  const isRoom = fitting(scenes).length === scenes.length;
  if (isRoom) ownScenes.value = scenes;
  else tellOfScenes('scenes.full', { n: mostScenes, characters: mostCharacters });
  return isRoom;
}

/** The present view. The language is the reader's, whatever was saved; the scene that it began as counts if it still is that. */
function presentView(): string {
  const search = new URLSearchParams(writeKeptView());
  search.delete('lang');
  if (!isAsInScene()) search.delete('scene');
  return search.toString();
}

/** Words as texts: in both languages alike, unless they were other words in the other language before. */
function textsOf(words: SceneWords, before?: Pick<OwnScene, keyof SceneWords>): Record<keyof SceneWords, Text> {
  const textOf = (name: keyof SceneWords): Text => {
    const word = words[name].trim().slice(0, longestWords[name]);
    const other = before?.[name];
    return other && other.zh !== other.en ? { ...other, [locale.peek()]: word } : { zh: word, en: word };
  };
  return { title: textOf('title'), caption: textOf('caption'), notes: textOf('notes') };
}
