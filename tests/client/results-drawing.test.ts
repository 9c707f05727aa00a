import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import { readStep, writeStep } from '../../client/state/view/address-text.ts';
import { canUndo, done, redo, undo } from '../../client/state/view/history.ts';
import { showAddress } from '../../client/state/view/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { baseOf, ownQueryIn } from '../../client/state/workbench/own-query.ts';
import type { OwnQuery } from '../../client/state/workbench/own-query.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { placeOf } from '../../client/state/picture/placing.ts';
import { runCypher } from '../../client/state/workbench/query-run.ts';
import {
  addAnswer,
  drawAnswer,
  drawByChoice,
  drawChoice,
  keepDrawChoice,
} from '../../client/state/workbench/results-drawing.ts';
import { indexGraph } from '../../client/state/workbench/results-graph.ts';
import { readLines } from '../../client/state/workbench/results-table.ts';
import { openPath, openRelationship } from '../../client/state/workbench/results-opening.ts';
import { openBase, refresh } from '../../client/state/view/session.ts';
import * as view from '../../client/state/view/view.ts';
import { isWorkbenchOpen } from '../../client/state/workbench/workbench-frame.ts';
import type { Answer } from '../../server/contract/answer.ts';
import { againstApp } from './against-app.ts';
import { startWithoutCanvas } from './start-without-canvas.ts';

const { app, restart } = againstApp();
startWithoutCanvas();
beforeEach(async () => {
  while (canUndo.value) await undo();
  notices.value = [];
  await openBase(view.overview, 'given');
});

const queryOf = (cypher: string, params = {}): OwnQuery => ({ cypher, params, limit: 1_000 });

/** Services with their activities: of these, the overview has the services only. */
const services = queryOf('MATCH (a)-[r]->(b) WHERE a.id = $id RETURN a, r, b', { id: 'service-to-enterprises' });

async function answerTo({ cypher, params }: OwnQuery): Promise<Answer> {
  const outcome = await runCypher(cypher, params, 'run', new AbortController().signal);
  if (outcome.kind !== 'answer') throw new Error(JSON.stringify(outcome));
  return outcome.answer;
}

const idsOnPicture = (): string[] => [...picture.value.nodes.keys()].toSorted();
const places = (): Map<string, unknown> => new Map(idsOnPicture().map((id) => [id, placeOf(id)]));

describe('drawing what a query answered', () => {
  it('puts it in the place of the picture; undoing and redoing ask for nothing again', async () => {
    const before = idsOnPicture();
    const answer = await answerTo(services);
    await app().stop();
    try {
      await drawAnswer(services, answer);
      const drawn = answer.graph.nodes.map(({ id }) => id).toSorted();
      expect(idsOnPicture()).toEqual(drawn);
      expect(done.value.map(({ word }) => word)).toEqual(['act.draw']);
      await undo();
      expect(idsOnPicture()).toEqual(before);
      await redo();
      expect(idsOnPicture()).toEqual(drawn);
    } finally {
      await restart();
    }
  });

  it('adds it so that nothing moves, each newcomer beside what it touches', async () => {
    const before = places();
    const answer = await answerTo(services);
    await addAnswer(services, answer);
    for (const [id, place] of before) expect(placeOf(id)).toEqual(place);
    const newcomers = idsOnPicture().filter((id) => !before.has(id));
    expect(newcomers.length).toBeGreaterThan(1);
    const hub = placeOf('service-to-enterprises');
    const distances = newcomers.map((id) => {
      const place = placeOf(id);
      return place && hub ? Math.hypot(place.x - hub.x, place.y - hub.y) : Infinity;
    });
    expect(Math.max(...distances)).toBeLessThan(800);
    await undo();
    expect(places()).toEqual(before);
  });

  it('puts what touches nothing on the picture beside it, together', async () => {
    const passages = queryOf('MATCH p = (a:Passage)-[:NEXT]->(b:Passage) RETURN p LIMIT 6');
    const before = places();
    const answer = await answerTo(passages);
    await addAnswer(passages, answer);
    const right = Math.max(...[...before.keys()].map((id) => placeOf(id)?.x ?? 0));
    const newcomers = idsOnPicture().filter((id) => !before.has(id));
    expect(newcomers.length).toBeGreaterThan(2);
    expect(newcomers.filter((id) => (placeOf(id)?.x ?? 0) <= right)).toEqual([]);
  });

  it.each([
    ['draw', 'act.draw'],
    ['add', 'act.addAnswer'],
  ] as const)('is done as the reader chose: %s', async (choice, word) => {
    drawChoice.value = choice;
    await drawByChoice(services, await answerTo(services));
    expect(done.value.map((act) => act.word)).toEqual([word]);
  });

  it('leaves the picture when the reader chose so, when there is no graph, and when there is too much of it', async () => {
    const before = idsOnPicture();
    drawChoice.value = 'leave';
    await drawByChoice(services, await answerTo(services));
    drawChoice.value = 'draw';
    const count = queryOf('MATCH (n) RETURN count(n) AS n');
    await drawByChoice(count, await answerTo(count));
    const node = { labels: [], properties: {} };
    const nodes = Array.from({ length: 501 }, (_, index) => ({ id: `n${index}`, ...node }));
    await drawByChoice(services, { ...(await answerTo(services)), graph: { nodes, relationships: [] } });
    expect(idsOnPicture()).toEqual(before);
    expect(canUndo.value).toBe(false);
  });

  it('keeps the choice for the next visit, and does without a storage that is full', () => {
    const storage = storageOfPage(1_000);
    keepDrawChoice(storage)();
    drawChoice.value = 'add';
    const stop = keepDrawChoice(storage);
    expect(drawChoice.value).toBe('draw');
    drawChoice.value = 'leave';
    stop();
    drawChoice.value = 'draw';
    keepDrawChoice(storage)();
    expect(drawChoice.value).toBe('leave');
    keepDrawChoice(storageOfPage(0))();
    drawChoice.value = 'draw';
  });
});

describe('a link', () => {
  it('brings back what was drawn and what was added', async () => {
    await drawAnswer(services, await answerTo(services));
    const more = queryOf('MATCH (n) WHERE n.id IN $ids RETURN n', { ids: ['lawyers', 'law-firms'] });
    await addAnswer(more, await answerTo(more));
    const [address, before] = [writeAddress(), idsOnPicture()];
    await openBase(view.overview, 'given');
    showAddress(address);
    await refresh();
    expect(idsOnPicture()).toEqual(before);
    expect(notices.value).toEqual([]);
  });

  const params = fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3, noNullPrototype: true });
  const queries = fc.record({
    cypher: fc.string({ unit: 'binary', minLength: 1 }),
    params: params.map((value): OwnQuery['params'] => JSON.parse(JSON.stringify(value))),
    limit: fc.integer({ min: 1, max: 10_000 }),
  });

  it('holds any query with its parameters', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(readStep(writeStep({ kind: 'cypher', ...query }))).toEqual({ kind: 'cypher', ...query });
        view.base.value = baseOf(query);
        const address = writeAddress();
        view.base.value = view.overview;
        expect(readAddress(address)).toEqual([]);
        expect(ownQueryIn(view.base.value)).toEqual(query);
      }),
    );
    view.base.value = view.overview;
  });

  it.each([
    'cypher~RETURN 1~[]~10',
    'cypher~RETURN 1~{~10',
    'cypher~RETURN 1~{}~0',
    'cypher~RETURN 1~{}~1e9',
    'cypher~~{}~1',
  ])('that was cut or edited is not read as a query: %s', (text) => {
    expect(readStep(text)).toBeNull();
  });

  it('tells of a query that fails, and shows the rest', async () => {
    const before = idsOnPicture();
    view.steps.value = [{ kind: 'cypher', ...queryOf('MATCH (n RETURN n') }];
    await refresh();
    expect(idsOnPicture()).toEqual(before);
    expect(notices.value).toMatchObject([{ kind: 'word', word: 'notice.ownQuery' }]);
  });

  it('tells where the server takes no such queries', async () => {
    const usual = globalThis.fetch;
    const off = await app().another({ environment: { CYPHER_CONSOLE: 'off' } });
    globalThis.fetch = (input, init) =>
      usual(input instanceof Request ? input : new URL(input.toString(), off.url), init);
    try {
      view.steps.value = [{ kind: 'cypher', ...queryOf('RETURN 1 AS off') }];
      await refresh();
      const [notice] = notices.value;
      expect(notice).toMatchObject({ word: 'notice.ownQuery', values: { query: 'RETURN 1 AS off' } });
    } finally {
      globalThis.fetch = usual;
    }
  });
});

describe('an answer that was cut', () => {
  const cut = { cypher: 'MATCH (n) RETURN n', params: {}, limit: 5 };

  it.each([
    [false, ['notice.truncated']],
    [true, []],
  ])('is told of once: by the results where they are open (%s), else by a notice', async (isOpen, words) => {
    isWorkbenchOpen.value = isOpen;
    view.steps.value = [{ kind: 'cypher', ...cut }];
    await refresh();
    expect(notices.value.map((notice) => 'word' in notice && notice.word)).toEqual(words);
    notices.value = [];
    await openBase(baseOf(cut), 'force');
    expect(notices.value.map((notice) => 'word' in notice && notice.word)).toEqual(words);
    isWorkbenchOpen.value = false;
  });
});

describe('what a cell refers to', () => {
  it('opens: a relationship with its ends, a path with all its nodes, each as one act', async () => {
    const paths = queryOf('MATCH p = (a)-[r]->(b)-[s]->(c) WHERE a.id = $id RETURN p, s LIMIT 1', {
      id: 'service-to-enterprises',
    });
    const answer = await answerTo(paths);
    const index = indexGraph(answer.graph);
    const [path, relationship] = readLines(answer, index)[0]?.cells ?? [];
    if (path?.kind !== 'path' || relationship?.kind !== 'relationship') throw new Error('there is no such row');
    const { ids } = path;
    await openRelationship(index, relationship.id);
    expect(picture.value.relationships.has(relationship.id)).toBe(true);
    expect(view.selectedId.value).toBe(relationship.id);
    await openPath(index, ids);
    const nodes = ids.filter((_, place) => place % 2 === 0);
    expect([...view.selectedIds.value].toSorted()).toEqual(nodes.toSorted());
    expect(done.value.length).toBeLessThanOrEqual(2);
  });
});
