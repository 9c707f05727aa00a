import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, hide } from '../../client/state/actions.ts';
import { writeAddress } from '../../client/state/address.ts';
import { toggleLabel } from '../../client/state/filter-actions.ts';
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
} from '../../client/state/own-scenes.ts';
import type { OwnScene } from '../../client/state/own-scenes.ts';
import { picture } from '../../client/state/picture.ts';
import { importScenes, sceneFile } from '../../client/state/scene-file.ts';
import { areScenesKept, keepScenes, takeUpScenes } from '../../client/state/scene-keeping.ts';
import { focusIds } from '../../client/state/scene-view.ts';
import { loadScenes, nameOfView, nextScene, openScene, presentScenes } from '../../client/state/scenes.ts';
import { openBase, start } from '../../client/state/session.ts';
import { story } from '../../client/state/story.ts';
import { labelsOff, overview, sceneId } from '../../client/state/view.ts';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  locale.value = 'zh';
  ownScenes.value = [];
  await start();
  await loadScenes();
  await openBase(overview, 'given');
  sceneMessage.value = null;
});

const words = (title: string, caption = '', notes = '') => ({ title, caption, notes });
const titles = (): string[] => ownScenes.value.map(({ title }) => title.zh);
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
    expect(ownScenes.value.map(({ id }) => id)[0]).toBe(first);
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

/** A scene as it may be kept. */
const sceneOf = (change: Partial<OwnScene> = {}): OwnScene => ({
  id: 'own-1',
  title: { zh: '题', en: 'Title' },
  caption: { zh: '', en: '' },
  notes: { zh: '', en: '' },
  view: 's=hide~lawyers',
  ...change,
});

describe('a file of scenes', () => {
  it('brings them back elsewhere, behind those that are there and without doubles', async () => {
    saveScene(words('一', '说明', '讲稿'));
    await openScene('services');
    saveScene(words('二'));
    const { name, content } = sceneFile();
    expect(name).toBe('jinhua-2011.scenes.json');
    const before = ownScenes.value;
    ownScenes.value = [before[1] ?? sceneOf()];
    await importScenes(new Blob([content]));
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.imported', values: { n: 1, doubles: 1 } });
    expect(titles()).toEqual(['二', '一']);
    const [, added] = ownScenes.value;
    expect({ ...added, id: '' }).toEqual({ ...before[0], id: '' });
    expect(added?.id).not.toBe(before[0]?.id);
  });

  const { format } = JSON.parse(sceneFile().content);
  const whole = { format, version: 1, dataSet: 'jinhua-2011', scenes: [sceneOf()] };
  const text = (change: object): string => JSON.stringify({ ...whole, ...change });
  it.each([
    ['is no JSON', 'not a file', 'scenes.unreadable'],
    ['was cut', text({}).slice(0, -20), 'scenes.unreadable'],
    ['is JSON of something else', '[1, 2]', 'scenes.unreadable'],
    ['has no list', text({ scenes: 1 }), 'scenes.unreadable'],
    ['has a newer version', text({ version: 2 }), 'scenes.version'],
    ['is of another data set', text({ dataSet: 'other' }), 'file.dataSet'],
    [
      'has a scene without a title',
      text({ scenes: [sceneOf(), sceneOf({ title: { zh: '', en: '' } })] }),
      'scenes.wrong',
    ],
    ['has a scene in one language', text({ scenes: [{ ...sceneOf(), caption: { zh: '' } }] }), 'scenes.wrong'],
    ['has a scene with an id of the story', text({ scenes: [sceneOf({ id: 'whole' })] }), 'scenes.wrong'],
    ['has a scene without a view', text({ scenes: [{ ...sceneOf(), view: 1 }] }), 'scenes.wrong'],
    ['has a scene that is too long', text({ scenes: [sceneOf({ view: 'x'.repeat(100_001) })] }), 'scenes.wrong'],
    ['is too large', ' '.repeat(4_000_001), 'scenes.tooLarge'],
  ])('is refused in words when it %s, and nothing changes', async (_what, content, word) => {
    saveScene(words('在'));
    await importScenes(new Blob([content]));
    expect([sceneMessage.value?.word, titles()]).toEqual([word, ['在']]);
  });

  it('names the scene that cannot be read by its place', async () => {
    await importScenes(new Blob([text({ scenes: [sceneOf(), sceneOf(), 3] })]));
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.wrong', values: { n: 3 } });
  });

  it('with more than there is room for adds the first ones, and tells how many are left out', async () => {
    const many = Array.from({ length: mostScenes + 5 }, (_, index) => sceneOf({ view: `s=hide~n${index}` }));
    await importScenes(new Blob([text({ scenes: many })]));
    expect(ownScenes.value.length).toBe(mostScenes);
    expect(sceneMessage.value).toMatchObject({ word: 'scenes.leftOut', values: { n: mostScenes, leftOut: 5 } });
  });

  it('whatever it holds, adds scenes or says why not', async () => {
    await fc.assert(
      fc.asyncProperty(fc.jsonValue(), async (value) => {
        ownScenes.value = [];
        sceneMessage.value = null;
        await importScenes(new Blob([text({ scenes: [value] })]));
        expect([ownScenes.value.length, sceneMessage.value === null]).toEqual([0, false]);
      }),
      { numRuns: 50 },
    );
  });

  it('whose view makes no sense shows what it can, and says so', async () => {
    await importScenes(new Blob([text({ scenes: [sceneOf({ view: 'q=%26&s=dance~a&pos=x' })] })]));
    await openScene(ownScenes.value[0]?.id ?? '');
    expect(nodesShown().length).toBeGreaterThan(0);
  });
});

describe('the scenes of an earlier visit', () => {
  it('are there again, for their data set only', () => {
    const storage = storageOfPage();
    const end = keepScenes(storage);
    saveScene(words('一'));
    end();
    ownScenes.value = [];
    const endAgain = keepScenes(storage);
    expect(titles()).toEqual(['一']);
    endAgain();
    ownScenes.value = [];
    const { value } = ontology;
    ontology.value = value && { ...value, dataSet: 'other' };
    keepScenes(storage)();
    expect(titles()).toEqual([]);
    ontology.value = value;
  });

  it('are passed over where they make no sense', () => {
    for (const text of ['', '{', '{}', '[1,{"id":"own-1"}]', 'null']) {
      const storage = storageOfPage();
      storage.setItem('own-scenes.1.jinhua-2011', text);
      keepScenes(storage)();
      expect([text, titles()]).toEqual([text, []]);
    }
  });

  it('are there for this visit only where the browser keeps nothing, and that is told', () => {
    const end = keepScenes(storageOfPage(10));
    expect(areScenesKept.value).toBe(true);
    saveScene(words('一'));
    expect([areScenesKept.value, titles()]).toEqual([false, ['一']]);
    end();
    keepScenes(storageOfPage(), false)();
    expect(areScenesKept.value).toBe(false);
  });

  it('that another tab has changed are taken up', () => {
    const end = keepScenes(storageOfPage());
    takeUpScenes('own-scenes.1.jinhua-2011', JSON.stringify([sceneOf()]));
    takeUpScenes('something-else', '[]');
    expect(titles()).toEqual(['题']);
    end();
  });
});
