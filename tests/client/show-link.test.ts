import { afterEach, beforeEach, expect, test } from 'vitest';
import { story } from '../../client/state/story/story.ts';
import {
  begunAt,
  followShow,
  isOver,
  leadTo,
  onScreen,
  place,
  sceneAfter,
  sceneOnScreen,
} from '../../client/state/story/presenter.ts';
import type { ShowLink, ShowMessage } from '../../client/state/story/show-link.ts';
import { linkShow, showId, takeShowId } from '../../client/state/story/show-link.ts';
import { storageOfPage } from '../../client/storage-of-page.ts';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import { ownScenes } from '../../client/state/story/own-scenes.ts';
import { sceneOf as ownSceneOf } from './scene-of.ts';

const id = '0123456789abcdef0123456789abcdef';

const sceneOf = (name: string): Scene => {
  const text = { zh: name, en: name };
  return {
    id: name,
    title: text,
    caption: text,
    notes: text,
    query: 'overview',
    parameters: {},
    steps: [],
    layout: 'given',
    positions: {},
    focus: [],
    filters: { labelsOff: [], typesOff: [], basesOff: [] },
    camera: 'fit',
    surface: 'picture',
    evidence: ['lead.1'],
  };
};

let heard: ShowMessage[];
let audience: ShowLink;
let end: () => void;
beforeEach(() => {
  story.value = ['one', 'two', 'three'].map(sceneOf);
  heard = [];
  audience = linkShow(id, (message) => heard.push(message));
  end = followShow(id);
});
afterEach(() => {
  end();
  audience.close();
  story.value = null;
  [onScreen.value, isOver.value, begunAt.value] = [null, false, null];
});

test("the presenter's window asks what is shown, and knows what comes next", async () => {
  await expect.poll(() => heard).toEqual([{ kind: 'ask' }]);
  audience.send({ kind: 'shown', sceneId: 'two', isDark: false });
  await expect.poll(() => sceneOnScreen.value?.id).toBe('two');
  expect([sceneAfter.value?.id, place.value]).toEqual(['three', { n: 2, total: 3 }]);
  audience.send({ kind: 'shown', sceneId: 'three', isDark: true });
  await expect.poll(() => onScreen.value).toEqual({ sceneId: 'three', isDark: true });
  expect(sceneAfter.value).toBeNull();
});

test('it leads the show, and the time counts from the first scene on', async () => {
  expect(begunAt.value).toBeNull();
  audience.send({ kind: 'shown', sceneId: 'one', isDark: false });
  await expect.poll(() => begunAt.value).not.toBeNull();
  const begun = begunAt.value;
  leadTo('last');
  await expect.poll(() => heard.at(-1)).toEqual({ kind: 'go', to: 'last' });
  audience.send({ kind: 'shown', sceneId: 'three', isDark: false });
  await expect.poll(() => sceneOnScreen.value?.id).toBe('three');
  expect(begunAt.value).toBe(begun);
});

test('it says when the show is over, and follows the next one', async () => {
  audience.send({ kind: 'shown', sceneId: 'one', isDark: false });
  await expect.poll(() => onScreen.value).not.toBeNull();
  audience.send({ kind: 'ended' });
  await expect.poll(() => isOver.value).toBe(true);
  expect([onScreen.value, sceneOnScreen.value, place.value]).toEqual([null, null, null]);
  audience.send({ kind: 'shown', sceneId: 'two', isDark: false });
  await expect.poll(() => isOver.value).toBe(false);
});

test('a show after one that is over has its own time; that of one whose window is loaded again goes on', async () => {
  const shown = { kind: 'shown', sceneId: 'one', isDark: false } as const;
  audience.send(shown);
  await expect.poll(() => onScreen.value).not.toBeNull();
  begunAt.value = 1;
  audience.send({ kind: 'left' });
  await expect.poll(() => onScreen.value).toBeNull();
  expect(isOver.value).toBe(false);
  audience.send(shown);
  await expect.poll(() => onScreen.value).not.toBeNull();
  expect(begunAt.value).toBe(1);
  audience.send({ kind: 'ended' });
  audience.send(shown);
  await expect.poll(() => begunAt.value).not.toBe(1);
});

test('of scenes of the reader’s own alone, the first comes first', async () => {
  story.value = [];
  ownScenes.value = [ownSceneOf({ id: 'own-1' }), ownSceneOf({ id: 'own-2' })];
  audience.send({ kind: 'shown', sceneId: null, isDark: false });
  await expect.poll(() => sceneAfter.value?.id).toBe('own-1');
  ownScenes.value = [];
});

test('a show hears nothing of another', async () => {
  const other = linkShow('f'.repeat(32), () => undefined);
  other.send({ kind: 'shown', sceneId: 'two', isDark: false });
  audience.send({ kind: 'shown', sceneId: 'one', isDark: false });
  await expect.poll(() => sceneOnScreen.value?.id).toBe('one');
  other.close();
});

test('a tab keeps the id of its show over a reload, and makes another of what is none', () => {
  const storage = storageOfPage();
  const first = takeShowId(storage);
  expect(first).toMatch(/^[0-9a-f]{32}$/);
  expect([takeShowId(storage), showId.value]).toEqual([first, first]);
  storage.setItem('show.1.', '<b>');
  expect(takeShowId(storage)).not.toBe(first);
});
