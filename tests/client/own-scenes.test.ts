import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, hide } from '../../client/state/actions.ts';
import { writeAddress } from '../../client/state/view/address.ts';
import { toggleLabel } from '../../client/state/picture/filter-actions.ts';
import { locale } from '../../client/state/locale.ts';
import { ontology } from '../../client/state/ontology.ts';
import {
  changeScene,
  copyScenes,
  deleteScene,
  longestWords,
  mostScenes,
  moveScene,
  ownScenes,
  saveScene,
  sceneMessage,
} from '../../client/state/story/own-scenes.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { focusIds } from '../../client/state/story/scene-view.ts';
import { nameOfView, nextScene, openScene, presentScenes } from '../../client/state/story/scenes.ts';
import { openBase } from '../../client/state/view/session.ts';
import { story } from '../../client/state/story/story.ts';
import { labelsOff, overview, sceneId } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';
import { sceneOf, startWithStory, titles, words } from './scene-of.ts';

againstApp();

beforeEach(startWithStory);

/** Saves three scenes; answers their ids. */
const three = (): string[] => ['一', '二', '三'].map((title) => saveScene(words(title)) ?? '');
const nodesShown = (): string[] => [...picture.value.nodes.keys()];

describe('the present view as a scene', () => {
  it('is there again when the scene is opened, in the reader’s own language', async () => {
    await hide(['law-firms']);
    toggleLabel('Figure');
    const nodes = nodesShown();
    locale.value = 'en';
    const id = saveScene(words('Without firms', 'What is left.', 'Say little.'));
    locale.value = 'zh';
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.kept', values: { name: 'Without firms' } });
    await openBase(overview, 'given');
    await openScene(id ?? '');
    expect([sceneId.value, nodesShown(), [...labelsOff.value], locale.value]).toEqual([id, nodes, ['Figure'], 'zh']);
    expect(ownScenes.value[0]).toMatchObject({
      title: { zh: 'Without firms', en: 'Without firms' },
      caption: { zh: 'What is left.', en: 'What is left.' },
    });
    // A link to it holds the view as well, for those who have no such scene.
    expect(writeAddress()).toContain(`scene=${id}&s=hide%7Elaw-firms&off=Figure`);
  });

  it('goes by what was asked for', async () => {
    expect(nameOfView()).toBe('总览');
    const question = ontology.value?.questions.find(({ id }) => id === 'founding');
    if (!question) throw new Error('there is no such question');
    await ask(question);
    expect(nameOfView()).toBe('金华市律师协会党委是谁成立的，什么时候？');
    await openScene('services');
    expect(nameOfView()).toBe('五大服务');
  });

  it('that is a scene of the story as it opened repeats that one, with its focus; changed, it is a view', async () => {
    await openScene('services');
    const focus = focusIds.value;
    const repeats = saveScene(words('照抄'));
    await hide(['enterprises']);
    const changes = saveScene(words('改过'));
    expect(ownScenes.value.map(({ view }) => view.split('=')[0])).toEqual(['scene', 'q']);
    await openScene(repeats ?? '');
    expect([focusIds.value, picture.value.nodes.has('enterprises')]).toEqual([focus, true]);
    await openScene(changes ?? '');
    expect([focusIds.value, picture.value.nodes.has('enterprises')]).toEqual([[], false]);
  });
});

describe('the reader’s own scenes', () => {
  it('are shown one after another, apart from the story', async () => {
    const [first = '', second] = three();
    await openScene(first);
    expect(presentScenes.value).toBe(ownScenes.value);
    await nextScene();
    expect(sceneId.value).toBe(second);
    await openScene('whole');
    await nextScene();
    expect(sceneId.value).toBe('whole');
  });

  it('can be moved, and stay within the list', () => {
    const [first = '', , last = ''] = three();
    moveScene(first, 1);
    expect(titles()).toEqual(['二', '一', '三']);
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.moved', values: { name: '一', n: 2 } });
    moveScene(last, 0);
    moveScene(last, -1);
    moveScene(first, 3);
    moveScene('nobody', 0);
    expect(titles()).toEqual(['三', '二', '一']);
  });

  it('keep all of their number wherever one is moved', () => {
    const ids = three();
    fc.assert(
      fc.property(fc.constantFrom(...ids), fc.integer({ min: -2, max: 5 }), (id, index) => {
        const placeOf = (): number => ownScenes.value.findIndex((scene) => scene.id === id);
        const place = placeOf();
        moveScene(id, index);
        expect(ownScenes.value.map((scene) => scene.id).toSorted()).toEqual(ids.toSorted());
        expect(placeOf()).toBe(index >= 0 && index < 3 ? index : place);
      }),
    );
  });

  it('are deleted, and had back to their places', () => {
    const [, second = ''] = three();
    deleteScene(second);
    expect(titles()).toEqual(['一', '三']);
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.deleted', values: { name: '二' } });
    sceneMessage.value?.act?.run();
    expect([titles(), sceneMessage.value]).toEqual([['一', '二', '三'], null]);
  });

  it('are left with their picture when they are deleted, and are on screen again when they are had back', async () => {
    const [first = ''] = three();
    await openScene(first);
    const nodes = nodesShown();
    deleteScene(first);
    expect([sceneId.value, writeAddress().includes('scene='), nodesShown()]).toEqual([null, false, nodes]);
    sceneMessage.value?.act?.run();
    expect(sceneId.value).toBe(first);
    deleteScene(first);
    await hide(['law-firms']);
    sceneMessage.value?.act?.run();
    expect([sceneId.value, titles()]).toEqual([null, ['一', '二', '三']]);
  });

  it('take the story as a start, which can be taken back', async () => {
    const [first = ''] = three();
    const scenes = story.value ?? [];
    copyScenes(scenes);
    expect(titles()).toEqual(['一', '二', '三', ...scenes.map(({ title }) => title.zh)]);
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.copied', values: { n: scenes.length } });
    const copy = ownScenes.value[3];
    await openScene(copy?.id ?? '');
    expect(nodesShown().toSorted()).toEqual(Object.keys(scenes[0]?.positions ?? {}).toSorted());
    sceneMessage.value?.act?.run();
    expect([ownScenes.value.map(({ id }) => id)[0], sceneId.value]).toEqual([first, null]);
    expect(titles()).toEqual(['一', '二', '三']);
  });

  it('are changed in the language that the reader reads, where they have words in both', () => {
    copyScenes(story.value ?? []);
    const [copy] = ownScenes.value;
    if (!copy) throw new Error('nothing was copied');
    changeScene(copy.id, words('开场', copy.caption.zh, '慢慢讲。'));
    expect(ownScenes.value[0]).toMatchObject({
      title: { zh: '开场', en: copy.title.en },
      caption: copy.caption,
      notes: { zh: '慢慢讲。', en: copy.notes.en },
      view: copy.view,
    });
    const id = saveScene(words('自己的')) ?? '';
    changeScene(id, words('改名'));
    expect(ownScenes.value.at(-1)?.title).toEqual({ zh: '改名', en: '改名' });
    expect(changeScene('nobody', words('没有'))).toBe(false);
  });

  it('are bounded in number and in length', () => {
    saveScene(words('x'.repeat(999), 'y'.repeat(9_999), 'z'.repeat(99_999)));
    const [long] = ownScenes.value;
    expect([long?.title.zh.length, long?.caption.zh.length, long?.notes.zh.length]).toEqual(
      Object.values(longestWords),
    );
    ownScenes.value = Array.from({ length: mostScenes }, (_, index) => sceneOf({ id: `own-${index}` }));
    expect([saveScene(words('一个太多')), ownScenes.value.length]).toEqual([null, mostScenes]);
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.full', values: { n: mostScenes } });
    ownScenes.value = Array.from({ length: 20 }, (_, index) =>
      sceneOf({ id: `own-${index}`, view: 'x'.repeat(49_000) }),
    );
    expect(saveScene(words('装不下', '', 'z'.repeat(4_000)))).not.toBeNull();
    copyScenes(Array.from({ length: 10 }, () => sceneOf({ notes: { zh: 'z'.repeat(4_000), en: 'z'.repeat(4_000) } })));
    expect([ownScenes.value.length, sceneMessage.value?.word]).toEqual([21, 'scenes.full']);
  });
});
