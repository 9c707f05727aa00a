import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { builtInDataSets } from '../built-in-data-sets.ts';
import type { LoadedStore } from './loaded-store.ts';
import { openEmbedded } from './loaded-store.ts';
import { answerToScene, lackingEvidence, nodesOfScene } from './scene-answers.ts';

const numbers = (text: string): number[] => (text.match(/\d+(?:\.\d+)?/g) ?? []).map(Number);

/** Scenes that a data set tells its story in at least. */
const fewest = { 'jinhua-2011': 8, 'metre-convention': 4 };

describe.each(builtInDataSets)('the scenes of the built-in data set $name', (dataSet) => {
  let loaded: LoadedStore;
  beforeAll(async () => {
    loaded = await openEmbedded(dataSet);
  });
  afterAll(async () => {
    await loaded.close();
  });

  it('are enough for a story, each with a picture of 8 to 40 nodes in which its focus is', async () => {
    expect(loaded.scenes.length).toBeGreaterThanOrEqual(fewest[dataSet.name]);
    for (const scene of loaded.scenes) {
      const nodes = nodesOfScene(await answerToScene(loaded, scene), scene);
      const isOfGoodSize = nodes.length >= 8 && nodes.length <= 40;
      expect([scene.id, nodes.length, isOfGoodSize]).toEqual([scene.id, nodes.length, true]);
      expect([scene.id, scene.focus.length > 0, scene.focus.filter((id) => !nodes.includes(id))]).toEqual([
        scene.id,
        true,
        [],
      ]);
    }
  });

  it('say where each of their nodes stands, none upon another', async () => {
    for (const scene of loaded.scenes) {
      const nodes = nodesOfScene(await answerToScene(loaded, scene), scene);
      expect([scene.id, nodes.filter((id) => !(id in scene.positions))]).toEqual([scene.id, []]);
      expect([scene.id, Object.keys(scene.positions).filter((id) => !nodes.includes(id))]).toEqual([scene.id, []]);
      const places = Object.entries(scene.positions);
      const near = places.flatMap(([one, at], index) =>
        places
          .slice(index + 1)
          .filter(([, other]) => Math.abs(at.x - other.x) < 60 && Math.abs(at.y - other.y) < 70)
          .map(([two]) => `${scene.id}: ${one} is upon ${two}`),
      );
      expect(near).toEqual([]);
    }
  });

  it('have evidence that comes with their picture, or is a passage', async () => {
    const passages = loaded.batch.nodes.filter(({ labels }) => labels.includes('Passage')).map(({ id }) => id);
    for (const scene of loaded.scenes) {
      const lacking = lackingEvidence(await answerToScene(loaded, scene), scene, new Set(passages));
      expect([scene.id, lacking]).toEqual([scene.id, []]);
    }
  });

  it('say no number that is not in their evidence', () => {
    const known = new Map([...loaded.batch.nodes, ...loaded.batch.relationships].map((each) => [each.id, each]));
    for (const { id, caption, evidence, title } of loaded.scenes) {
      const quotes = evidence.flatMap((each) => {
        // Where the document spells a number out, the figure has it in digits.
        const { quotes: own, name, at, since, value } = known.get(each)?.properties ?? {};
        return [...(Array.isArray(own) ? own : []), name, at, since, value].map(String);
      });
      const said = new Set(quotes.flatMap(numbers));
      expect([id, numbers(title.zh + caption.zh).filter((number) => !said.has(number))]).toEqual([id, []]);
    }
  });

  it('say in both languages what they show, in one or two short sentences', () => {
    for (const { id, title, caption, notes } of loaded.scenes) {
      for (const { zh, en } of [caption, notes]) {
        expect([id, zh, en]).toEqual([
          id,
          expect.stringMatching(/\p{Script=Han}.*。$/u),
          expect.stringMatching(/^[^\p{Script=Han}]+\.$/u),
        ]);
        expect([id, zh]).toEqual([id, expect.not.stringMatching(/[,;:?!]/)]);
      }
      expect([id, title.en]).toEqual([id, expect.stringMatching(/^[^\p{Script=Han}]+[^.]$/u)]);
      expect([id, caption.zh.length <= 80, caption.en.length <= 200]).toEqual([id, true, true]);
      expect([id, caption.zh.split('。').length - 1 <= 2, caption.en.split(/\. /).length <= 2]).toEqual([
        id,
        true,
        true,
      ]);
    }
  });
});
