import { beforeEach, describe, expect, it } from 'vitest';
import { hide } from '../../client/state/actions.ts';
import { writeAddress, writeKeptView } from '../../client/state/view/address.ts';
import { restoreHistory } from '../../client/state/view/history.ts';
import { showAddress, viewFile } from '../../client/state/view/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { ownScenes, saveScene } from '../../client/state/story/own-scenes.ts';
import { openScene, presentScenes } from '../../client/state/story/scenes.ts';
import { openBase, refresh, start } from '../../client/state/view/session.ts';
import { beginWithScene, endShow, startShow } from '../../client/state/story/show.ts';
import { takeStory } from '../../client/state/story/story.ts';
import * as view from '../../client/state/view/view.ts';
import { areSingleKeysOn, takeUpSingleKeys } from '../../client/state/shortcuts.ts';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { againstApp } from './against-app.ts';
import { sceneOf, words } from './scene-of.ts';

const { app } = againstApp();

beforeEach(async () => {
  endShow();
  ownScenes.value = [];
  restoreHistory([], []);
  await start();
  await openBase(view.overview, 'given');
  takeStory(app().loaded.scenes);
  notices.value = [];
});

describe('a show', () => {
  it('goes on with scenes of the reader’s own, wherever they were saved', async () => {
    const before = saveScene(words('之前')) ?? '';
    await startShow();
    await hide(['law-firms']);
    const during = saveScene(words('之中')) ?? '';
    for (const id of [before, during]) {
      await openScene(id);
      expect([view.sceneId.value, view.isPresenting.value]).toEqual([id, true]);
    }
  });

  it('is not begun by a scene that an earlier page saved in one', async () => {
    ownScenes.value = [sceneOf({ id: 'own-1', view: 'present=1&s=hide~lawyers' })];
    await openScene('own-1');
    expect([view.sceneId.value, view.isPresenting.value]).toEqual(['own-1', false]);
  });

  it('is in the address, and in nothing that is kept or given away', async () => {
    await startShow();
    await hide(['law-firms']);
    saveScene(words('一'));
    expect(writeAddress()).toContain('present=1');
    expect([writeKeptView(), viewFile().content, ownScenes.value[0]?.view].join(' ')).not.toContain('present');
  });

  it('begins with the first scene of the story, or of the reader’s own where the story has none', async () => {
    await startShow();
    await beginWithScene(true);
    expect(view.sceneId.value).toBe(app().loaded.scenes[0]?.id);
    view.sceneId.value = null;
    takeStory([]);
    ownScenes.value = [sceneOf({ id: 'own-1' }), sceneOf({ id: 'own-2' })];
    await beginWithScene(true);
    expect([view.sceneId.value, presentScenes.value]).toEqual(['own-1', ownScenes.value]);
  });

  it('waits for the reader’s own scenes before it passes over one that a link names, and leaves its picture', async () => {
    showAddress('present=1&scene=own-0123456789abcdef&s=hide~lawyers');
    await refresh();
    await startShow();
    await beginWithScene(false);
    expect([view.sceneId.value, notices.value]).toEqual(['own-0123456789abcdef', []]);
    await beginWithScene(true);
    expect([view.sceneId.value, view.steps.value.length]).toEqual([null, 1]);
    expect(notices.value).toEqual([{ kind: 'word', word: 'scenes.notHere' }]);
  });
});

it('keys alone are off where the reader has switched them off before', () => {
  const storage = storageOfPage();
  storage.setItem('single-keys.1', 'off');
  takeUpSingleKeys(storage);
  expect(areSingleKeysOn.value).toBe(false);
  takeUpSingleKeys(storageOfPage());
  expect(areSingleKeysOn.value).toBe(true);
});
