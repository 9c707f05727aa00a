import { beforeEach, describe, expect, it } from 'vitest';
import { writeAddress } from '../../client/state/address.ts';
import { done, restoreHistory, undo } from '../../client/state/history.ts';
import { showAddress } from '../../client/state/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { picture } from '../../client/state/picture.ts';
import { sceneProblem } from '../../client/state/scene-problem.ts';
import { nextScene, openScene, presentScene, scenes } from '../../client/state/scenes.ts';
import { openBase, refresh, start } from '../../client/state/session.ts';
import { overview, sceneId } from '../../client/state/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  notices.value = [];
  restoreHistory([], []);
  await start();
  await openBase(overview, 'given');
});

describe('a scene', () => {
  it('is opened as one act, which can be undone', async () => {
    const before = [...picture.value.nodes.keys()];
    await openScene('association');
    expect([sceneId.value, done.value.length, sceneProblem.value]).toEqual(['association', 1, null]);
    expect(presentScene.value?.title.en).toBe('The association and its committee');
    expect(picture.value.nodes.has('association-founded')).toBe(true);
    await undo();
    expect([sceneId.value, [...picture.value.nodes.keys()]]).toEqual([null, before]);
  });

  it('is told by its id alone in a link, which shows it', async () => {
    await openScene('association');
    const nodes = [...picture.value.nodes.keys()];
    expect(writeAddress()).toBe('scene=association');
    await openBase(overview, 'given');
    expect(writeAddress()).toBe('');
    showAddress('scene=association');
    await refresh();
    expect([sceneId.value, [...picture.value.nodes.keys()]]).toEqual(['association', nodes]);
    expect([writeAddress(), notices.value]).toEqual(['scene=association', []]);
  });

  it('that there is not is told, and the page goes on', async () => {
    const nodes = [...picture.value.nodes.keys()];
    showAddress('scene=unheard-of');
    await refresh();
    expect(notices.value).toEqual([{ kind: 'word', word: 'scenes.unknown', values: { id: 'unheard-of' } }]);
    expect([sceneId.value, [...picture.value.nodes.keys()]]).toEqual([null, nodes]);
  });

  it('comes first where none is shown', async () => {
    await nextScene();
    expect(sceneId.value).toBe(scenes.value[0]?.id);
  });
});
