import { beforeEach, describe, expect, it } from 'vitest';
import { get, queryAddress } from '../../client/api/api.ts';
import { offlineTransport } from '../../client/offline/offline-transport.ts';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import { collectContent } from '../../client/state/exporting/collect-content.ts';
import type { ExportProgress } from '../../client/state/exporting/export-options.ts';
import { baseOf } from '../../client/state/workbench/own-query.ts';
import { ownScenes } from '../../client/state/story/own-scenes.ts';
import { base, overview, steps } from '../../client/state/view/view.ts';
import type { Answer } from '../../server/contract/answer.ts';
import { againstApp } from './against-app.ts';
import { sceneOf } from './scene-of.ts';

againstApp();
const unstopped = new AbortController().signal;
const own = { cypher: 'MATCH (n) RETURN n', params: {}, limit: 10 };

beforeEach(() => {
  ownScenes.value = [];
  readAddress('');
});

/** What a file is made of now, and what is told meanwhile. */
async function collect() {
  const told: ExportProgress = {};
  const content = await collectContent(writeAddress(), unstopped, (progress) => Object.assign(told, progress));
  return { content, told };
}

describe('the view that a file opens with', () => {
  it('is the first picture, in the language, where the present one starts from the reader’s own Cypher, and that is told', async () => {
    base.value = baseOf(own);
    steps.value = [{ kind: 'hide', ids: ['lawyers'] }];
    expect(await collect()).toMatchObject({ content: { view: '' }, told: { isWithoutOwn: true } });
    readAddress(`${writeAddress()}&lang=en`);
    expect(await collect()).toMatchObject({ content: { view: 'lang=en' }, told: { isWithoutOwn: true } });
  });

  it('is the first picture where the present scene is one of the reader’s own Cypher', async () => {
    base.value = baseOf(own);
    const scene = sceneOf({ view: writeAddress() });
    ownScenes.value = [scene];
    const { view } = await collectContent(`scene=${scene.id}`, unstopped);
    expect(view).toBe('');
  });

  it('has all steps but those of the reader’s own Cypher, and that is told', async () => {
    steps.value = [
      { kind: 'hide', ids: ['lawyers'] },
      { kind: 'cypher', ...own },
    ];
    const { content, told } = await collect();
    readAddress(content.view);
    expect([base.value, steps.value]).toEqual([overview, [{ kind: 'hide', ids: ['lawyers'] }]]);
    expect(told.isWithoutOwn).toBe(true);
  });

  it('is the present one where all of it can be had from the file', async () => {
    steps.value = [{ kind: 'hide', ids: ['lawyers'] }];
    const { content, told } = await collect();
    expect(content.view).toBe(writeAddress());
    expect(told).toEqual({ share: 1 });
  });
});

describe('the reader’s own scenes in a file', () => {
  it('have the answers that they start from, whatever stands in the blanks of their questions', async () => {
    const asked = { query: 'question-below', body: 'lawyers' };
    ownScenes.value = [sceneOf({ view: new URLSearchParams({ q: new URLSearchParams(asked).toString() }).toString() })];
    const { content } = await collect();
    const address = queryAddress(asked.query, { body: asked.body });
    const inFile: Answer = await (await offlineTransport(content)(address, {})).json();
    expect({ ...inFile, ms: 0 }).toEqual({ ...(await get<Answer>(address)), ms: 0 });
  });

  it('that the server does not answer are counted, and the rest is in the file', async () => {
    const whole = await collect();
    ownScenes.value = [sceneOf({ view: `q=${encodeURIComponent('query=question-below&nonsense=1')}` })];
    const { content, told } = await collect();
    expect(told).toEqual({ share: 1, unanswered: 1 });
    expect(Object.keys(content.answers)).toEqual(Object.keys(whole.content.answers));
  });

  it('are collected until the export is stopped', async () => {
    const stopping = new AbortController();
    const collecting = collectContent('', stopping.signal, () => stopping.abort());
    await expect(collecting).rejects.toMatchObject({ name: 'AbortError' });
  });
});
