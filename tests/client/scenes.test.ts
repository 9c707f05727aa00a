import { beforeEach, describe, expect, it } from 'vitest';
import { expand } from '../../client/state/actions.ts';
import { writeAddress } from '../../client/state/view/address.ts';
import { canUndo, done, restoreHistory, undo } from '../../client/state/view/history.ts';
import { showAddress } from '../../client/state/view/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { ownScenes, saveScene } from '../../client/state/story/own-scenes.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { evidenceOf } from '../../client/state/story/scene-evidence.ts';
import { sceneProblem, sceneProblemSentence } from '../../client/state/story/scene-problem.ts';
import { focusIds } from '../../client/state/story/scene-view.ts';
import {
  leaveScene,
  nextScene,
  openScene,
  passOverUnknownScene,
  presentScene,
  previousScene,
  scenes,
} from '../../client/state/story/scenes.ts';
import { select } from '../../client/state/picture/select-actions.ts';
import { failure, openBase, refresh, start } from '../../client/state/view/session.ts';
import { loadStory, story, takeStory } from '../../client/state/story/story.ts';
import * as view from '../../client/state/view/view.ts';
import type { Scene } from '../../server/contract/data-set/scene.ts';
import { againstApp } from './against-app.ts';
import { countRequests } from './count-requests.ts';

const { app } = againstApp();

beforeEach(async () => {
  ownScenes.value = [];
  restoreHistory([], []);
  await start();
  await openBase(view.overview, 'given');
  takeStory(app().loaded.scenes);
  notices.value = [];
});

const nodesShown = (): string[] => [...picture.value.nodes.keys()];

/** The first scene of the story, changed. */
const sceneLike = (change: Partial<Scene>): Scene => {
  const [first] = app().loaded.scenes;
  if (!first) throw new Error('the story has no scene');
  return { ...first, ...change };
};

describe('a scene', () => {
  it('is opened as one act, which can be undone', async () => {
    const before = nodesShown();
    select('lawyers');
    await openScene('association');
    expect([view.sceneId.value, done.value.length, sceneProblem.value]).toEqual(['association', 1, null]);
    expect(presentScene.value?.title.en).toBe('The association and its committee');
    expect([view.selectedId.value, focusIds.value]).toEqual([
      null,
      ['jinhua-lawyers-association', 'association-party-committee'],
    ]);
    expect(nodesShown().toSorted()).toEqual(
      Object.keys(
        presentScene.value && 'positions' in presentScene.value ? presentScene.value.positions : {},
      ).toSorted(),
    );
    await undo();
    expect([view.sceneId.value, nodesShown(), focusIds.value]).toEqual([null, before, []]);
  });

  it('opens the timeline below it where it is about time, and the next one closes it', async () => {
    takeStory([sceneLike({ id: 'in-time', surface: 'timeline' }), sceneLike({ id: 'at-rest' })]);
    await openScene('in-time');
    expect(view.isTimelineOpen.value).toBe(true);
    await nextScene();
    expect([view.sceneId.value, view.isTimelineOpen.value]).toEqual(['at-rest', false]);
  });

  it('costs one request at most, and none when it stands beside the one before', async () => {
    const requests = countRequests();
    await openScene('honours');
    // The picture, and those of the two beside it ahead of time.
    const shown = requests();
    expect(shown.map((address) => address.split('?')[0])).toEqual(Array(3).fill('/api/queries/among'));
    await nextScene();
    expect(view.sceneId.value).toBe('change');
    await previousScene();
    await previousScene();
    expect(view.sceneId.value).toBe('mechanisms');
    // Those beyond on either side are new.
    expect(requests().slice(shown.length)).toHaveLength(2);
  });

  it('is told by its id alone in a link, which shows it', async () => {
    await openScene('association');
    const nodes = nodesShown();
    expect(writeAddress()).toBe('scene=association');
    await openBase(view.overview, 'given');
    expect(writeAddress()).toBe('');
    showAddress('scene=association');
    await refresh();
    expect([view.sceneId.value, nodesShown()]).toEqual(['association', nodes]);
    expect([writeAddress(), notices.value]).toEqual(['scene=association', []]);
  });

  it('that was changed is told whole in a link, with the scene that it was', async () => {
    await openScene('association');
    await expand('law-firms');
    const [address, nodes] = [writeAddress(), nodesShown()];
    expect(address).toMatch(/^scene=association&q=.*s=expand%7Elaw-firms/);
    await openBase(view.overview, 'given');
    showAddress(address);
    await refresh();
    expect([view.sceneId.value, nodesShown(), writeAddress()]).toEqual(['association', nodes, address]);
  });

  it('that there is not is told, and the page goes on', async () => {
    const nodes = nodesShown();
    showAddress('scene=unheard-of');
    await refresh();
    expect(notices.value).toEqual([{ kind: 'word', word: 'scenes.unknown', values: { id: 'unheard-of' } }]);
    expect([view.sceneId.value, nodesShown()]).toEqual([null, nodes]);
    await openScene('unheard-of');
    expect([view.sceneId.value, canUndo.value]).toEqual([null, false]);
  });

  it('of the reader’s own in a link to another browser leaves its picture, and says so', async () => {
    showAddress('scene=own-0123456789abcdef&s=hide~lawyers');
    await refresh();
    passOverUnknownScene();
    expect(notices.value).toEqual([{ kind: 'word', word: 'scenes.notHere' }]);
    expect([view.sceneId.value, picture.value.nodes.has('lawyers')]).toEqual([null, false]);
  });

  it('whose id is no id is passed over with what else a link cannot say', async () => {
    showAddress('scene=%3Cb%3E');
    await refresh();
    expect([view.sceneId.value, notices.value]).toEqual([
      null,
      [{ kind: 'word', word: 'notice.link', values: { what: 'scene' } }],
    ]);
  });

  it('is left with its picture, which can be undone', async () => {
    await openScene('change');
    const nodes = nodesShown();
    leaveScene();
    expect([view.sceneId.value, nodesShown()]).toEqual([null, nodes]);
    await undo();
    expect([view.sceneId.value, nodesShown()]).toEqual(['change', nodes]);
  });

  it('shows only what its steps and filters leave, and looks where its camera says', async () => {
    takeStory([
      sceneLike({
        id: 'narrow',
        steps: [{ kind: 'keep', ids: ['lawyers', 'law-firms', 'figure-lawyers'] }],
        filters: {
          labelsOff: ['Figure'],
          typesOff: [],
          basesOff: ['derived'],
          asOf: '2008',
          compared: ['2005', '2010'],
        },
        positions: {},
        layout: 'tree',
        camera: { zoom: 2, x: 10, y: 20 },
        surface: 'figures',
        focus: ['lawyers'],
      }),
    ]);
    await openScene('narrow');
    expect(nodesShown().toSorted()).toEqual(['figure-lawyers', 'law-firms', 'lawyers']);
    expect([[...view.labelsOff.value], [...view.basesOff.value], view.asOf.value, view.compared.value]).toEqual([
      ['Figure'],
      ['derived'],
      '2008',
      ['2005', '2010'],
    ]);
    expect([view.layout.value, view.camera.value, view.twin.value]).toEqual([
      'tree',
      { zoom: 2, x: 10, y: 20 },
      'figures',
    ]);
  });
});

describe('the story', () => {
  it('is the same for all who asked for it before it came, so that no scene stops being as it opened', async () => {
    story.value = null;
    const [one, other] = await Promise.all([loadStory(), loadStory()]);
    expect([other === one, story.value === one]).toEqual([true, true]);
  });

  it('is walked from end to end and back, and stops there', async () => {
    const ids = scenes.value.map(({ id }) => id);
    const walked: (string | null)[] = [];
    for (const _ of ids) {
      await nextScene();
      walked.push(view.sceneId.value);
      expect([view.sceneId.value, sceneProblem.value]).toEqual([view.sceneId.value, null]);
    }
    expect(walked).toEqual(ids);
    const acts = done.value.length;
    await nextScene();
    expect([view.sceneId.value, done.value.length]).toEqual([ids.at(-1), acts]);
    for (const _ of ids) await previousScene();
    expect(view.sceneId.value).toBe(ids[0]);
  });

  it('has evidence for each scene, with quotes that lead to passages', async () => {
    for (const { id } of scenes.value) {
      await openScene(id);
      const scene = presentScene.value;
      const { grounds, passages } = scene ? evidenceOf(scene) : { grounds: [], passages: [] };
      const citations = grounds.flatMap((each) => each.citations);
      expect([id, citations.length + passages.length > 0]).toEqual([id, true]);
      expect([id, citations.filter(({ quote, passageId }) => quote === '' || passageId === undefined)]).toEqual([
        id,
        [],
      ]);
    }
  });

  it('counts a whole passage as evidence, with what it says', async () => {
    takeStory([sceneLike({ evidence: ['passage-lead-3'] })]);
    await openScene('association');
    const scene = presentScene.value;
    expect(scene && evidenceOf(scene)).toMatchObject({ grounds: [], passages: [{ id: 'passage-lead-3' }] });
  });

  it('tells derived facts of its evidence from stated ones, with what they follow from', async () => {
    await openScene('whole');
    const scene = presentScene.value;
    const grounds = scene ? evidenceOf(scene).grounds : [];
    expect(grounds.map(({ isDerived, derivedFrom }) => [isDerived, derivedFrom !== ''])).toEqual([
      [false, false],
      [true, true],
    ]);
    expect(grounds[1]?.citations.map(({ address }) => address)).toEqual(['s1.head', 's2.head', 's3.head']);
  });

  it('shows the scene that was asked for last, whichever is answered last', async () => {
    await Promise.all(['services', 'mechanisms', 'change'].map((id) => openScene(id)));
    expect([view.sceneId.value, done.value.length]).toEqual(['change', 1]);
    expect(picture.value.nodes.has('figure-complaints-drop')).toBe(true);
  });
});

describe('a scene that cannot be shown', () => {
  it.each([
    ['asks a query that is gone', { query: 'unheard-of' }, 'unknown-query'],
    ['asks it wrongly', { parameters: { ids: [] } }, 'invalid-parameter'],
    ['asks about a node that is gone', { query: 'neighbours', parameters: { ids: ['nobody'] } }, 'unknown-node'],
  ])('since it %s says so in its place, and the next one is shown', async (_what, change, code) => {
    takeStory([sceneLike({ id: 'broken', positions: {}, focus: [], ...change }), sceneLike({})]);
    await openScene('broken');
    expect(sceneProblem.value).toMatchObject({ kind: 'failed', problem: { code } });
    expect([view.sceneId.value, nodesShown(), notices.value]).toEqual(['broken', [], []]);
    expect(sceneProblem.value && sceneProblemSentence(sceneProblem.value)).toMatch(
      /^这个场景画不出来：.+。其余场景照常。$/,
    );
    await nextScene();
    expect([view.sceneId.value, failure.value, sceneProblem.value]).toEqual(['association', null, null]);
    expect(nodesShown().length).toBeGreaterThan(0);
    await undo();
    expect(view.sceneId.value).toBe('broken');
  });

  it('stays where it is when an act upon it fails, too', async () => {
    takeStory([sceneLike({ id: 'broken', query: 'unheard-of', positions: {}, focus: [] })]);
    await openScene('broken');
    await expand('lawyers');
    expect([view.sceneId.value, view.steps.value, done.value.length]).toEqual(['broken', [], 1]);
  });

  it('for some of its nodes are gone shows the others, and names those', async () => {
    const [first] = app().loaded.scenes;
    const ids = ['lawyers', 'law-firms', 'nobody'];
    takeStory([
      sceneLike({
        parameters: { ids },
        focus: ['lawyers', 'nobody'],
        positions: { 'law-firms': { x: 0, y: 0 }, somebody: { x: 1, y: 1 } },
      }),
    ]);
    await openScene(first?.id ?? '');
    expect(nodesShown().toSorted()).toEqual(['law-firms', 'lawyers']);
    expect(sceneProblem.value).toEqual({ kind: 'gone', ids: ['nobody', 'somebody'] });
    expect(sceneProblem.value && sceneProblemSentence(sceneProblem.value)).toContain('nobody');
  });

  it('for the story has not arrived is told, and arrives when it is asked for again', async () => {
    const { fetch } = globalThis;
    story.value = null;
    globalThis.fetch = () => Promise.reject(new TypeError('the network is down'));
    await openScene('association');
    expect(notices.value).toMatchObject([{ word: 'scenes.unknown' }]);
    globalThis.fetch = fetch;
    expect((await loadStory()).length).toBe(app().loaded.scenes.length);
    await openScene('association');
    expect(view.sceneId.value).toBe('association');
  });

  it('for it repeats one that the story no longer has says so', async () => {
    await openScene('services');
    const id = saveScene({ title: '服务', caption: '', notes: '' });
    takeStory([sceneLike({})]);
    await openScene(id ?? '');
    expect(sceneProblem.value).toEqual({ kind: 'unknown', id: 'services' });
    expect(sceneProblem.value && sceneProblemSentence(sceneProblem.value)).toContain('“services”');
  });
});
