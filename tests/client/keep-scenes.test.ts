import * as fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ontology } from '../../client/state/ontology.ts';
import { deleteScene, mostScenes, ownScenes, saveScene, sceneMessage } from '../../client/state/story/own-scenes.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { importScenes, sceneFile } from '../../client/state/story/scene-file.ts';
import { areScenesKept, keepScenes, openFileOfScenes, takeUpScenes } from '../../client/state/story/scene-keeping.ts';
import { openScene } from '../../client/state/story/scenes.ts';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { againstApp } from './against-app.ts';
import { sceneOf, startWithStory, titles, words } from './scene-of.ts';

againstApp();

beforeEach(startWithStory);

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
    expect(picture.value.nodes.size).toBeGreaterThan(0);
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

/** Opens a file with scenes in it; answers what ends it. */
function openWith(made: string, scenes: readonly ReturnType<typeof sceneOf>[], storage: Storage): () => void {
  openFileOfScenes(made, scenes);
  return keepScenes(storage);
}

describe('the scenes of a page that is one file', () => {
  afterEach(() => {
    openFileOfScenes(null, []);
  });

  it('are those that it brings, at its first opening', () => {
    openWith('2026-01-01', [sceneOf()], storageOfPage())();
    expect(titles()).toEqual(['题']);
  });

  it('stay as the reader has left them: one that was deleted does not come back', () => {
    const storage = storageOfPage();
    const scene = sceneOf();
    const end = openWith('2026-01-01', [scene], storage);
    deleteScene(scene.id);
    end();
    openWith('2026-01-01', [scene], storage)();
    expect(titles()).toEqual([]);
  });

  it('are not mixed with those of another file, or of the server, of the same data set', () => {
    const storage = storageOfPage();
    storage.setItem('own-scenes.1.jinhua-2011', JSON.stringify([sceneOf()]));
    const end = openWith('2026-01-01', [], storage);
    saveScene(words('一'));
    end();
    openWith('2026-01-02', [sceneOf({ title: { zh: '二', en: '2' } })], storage)();
    expect(titles()).toEqual(['二']);
    openWith('2026-01-01', [], storage)();
    expect(titles()).toEqual(['一']);
  });

  it('are joined by one that was saved before it was known what is kept', () => {
    const storage = storageOfPage();
    openWith('2026-01-01', [sceneOf()], storage)();
    openFileOfScenes('2026-01-01', [sceneOf()]);
    saveScene(words('一'));
    keepScenes(storage)();
    expect(titles()).toEqual(['题', '一']);
  });
});
