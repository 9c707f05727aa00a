import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import * as actions from '../../client/state/actions.ts';
import * as grouping from '../../client/state/picture/group-actions.ts';
import * as pathActions from '../../client/state/picture/path-actions.ts';
import * as filters from '../../client/state/picture/filter-actions.ts';
import { canRedo, canUndo, done, redo, undo, wordsOf } from '../../client/state/view/history.ts';
import { locale } from '../../client/state/locale.ts';
import { announcement, notices } from '../../client/state/notices.ts';
import { chosenPath, nameOfId, picture } from '../../client/state/picture/picture.ts';
import * as chartActs from '../../client/state/org-chart/chart-acts.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { showSurface } from '../../client/state/picture/surface-actions.ts';
import * as view from '../../client/state/view/view.ts';
import type { Question } from '../../server/contract/data-set/question.ts';
import { againstApp } from './against-app.ts';
import { startWithoutCanvas } from './start-without-canvas.ts';

const { app, restart } = againstApp();
startWithoutCanvas();

/** What the reader sees, as plain data. */
function seen(): unknown {
  const { nodes, relationships, paths, totals, more, hidden } = picture.value;
  return {
    ...view.takeSnapshot(),
    nodes: [...nodes.keys()].toSorted(),
    relationships: [...relationships.keys()].toSorted(),
    paths,
    more: [...more.keys()],
    hidden: [...hidden],
    totals: Object.fromEntries(totals),
    positions: [...view.positions.value].toSorted(([a], [b]) => a.localeCompare(b)),
  };
}

const bodies = ['association-party-committee', 'five-services', 'law-firms', 'lawyers', 'thousand-villages'] as const;
const body = fc.constantFrom(...bodies);
const act: fc.Arbitrary<() => Promise<unknown> | void> = fc.oneof(
  body.map((id) => () => actions.expand(id)),
  body.map((id) => () => actions.collapse(id)),
  body.map((id) => () => actions.expand(id, ['in:SERVES', 'out:INCLUDES'])),
  body.map((id) => () => actions.hide([id])),
  fc.subarray([...bodies], { minLength: 1 }).map((ids) => () => actions.hide(ids)),
  fc.constant(() => actions.showHidden()),
  fc.subarray([...bodies]).map((ids) => () => actions.keepOnly(ids)),
  fc.subarray([...bodies], { minLength: 1 }).map((ids) => () => actions.expandAll(ids)),
  fc.subarray([...bodies], { minLength: 2 }).map((ids) => () => actions.findCommon(ids)),
  fc.constant(() => actions.bring('lawyers', 'law-firms')),
  fc.subarray([...bodies], { minLength: 1 }).map((ids) => () => grouping.pin(ids)),
  fc.subarray([...bodies], { minLength: 1 }).map((ids) => () => grouping.unpin(ids)),
  fc.subarray([...bodies], { minLength: 1 }).map((ids) => () => grouping.group(ids)),
  fc.constantFrom(1, 2).map((number) => () => grouping.toggleFolded(`group\n${number}`)),
  fc.constantFrom(1, 2).map((number) => () => grouping.ungroup(`group\n${number}`)),
  fc.constantFrom(1, 2).map((number) => () => grouping.renameGroup(`group\n${number}`, '甲')),
  fc.tuple(body, body).map(([from, to]) => async () => {
    pathActions.startPath(from);
    await actions.reveal(to);
    pathActions.cancelPath();
  }),
  fc.constant(() => pathActions.clearPath()),
  fc.constantFrom('Organization', 'Figure', 'Award').map((label) => () => filters.toggleLabel(label)),
  fc.constantFrom('HAS_BRANCH', 'SERVES').map((type) => () => filters.toggleType(type)),
  fc.constantFrom('stated' as const, 'derived' as const).map((basis) => () => filters.toggleBasis(basis)),
  fc.constantFrom('five-services', null).map((id) => () => filters.setFacet(id)),
  fc.constantFrom('2006', '2008-01', null).map((date) => () => filters.setAsOf(date)),
  fc.constantFrom(['2011', '2006'] as const, null).map((between) => () => filters.compare(between)),
  fc.constantFrom('none', 'value').map((by) => () => filters.styleBy('size', by)),
  fc.constantFrom('degree', 'kind').map((by) => () => filters.styleBy('colour', by)),
  fc.constantFrom('red' as const, null).map((colour) => () => filters.setAppearance('Figure', { colour })),
  fc.constant(() => filters.clearFilters()),
  fc.tuple(body, fc.integer({ min: -500, max: 500 })).map(
    ([id, x]) =>
      () =>
        actions.move(id, { x, y: -x }),
  ),
  fc.constantFrom(...view.layouts).map((layout) => () => actions.layOut(layout)),
  fc.constantFrom(...view.surfaces).map((surface) => () => showSurface(surface)),
  body.map((id) => () => chartActs.toggleBranch(id)),
  fc.constant(() => chartActs.unfoldAll()),
  fc.constant(() => chartActs.toggleCompact()),
  fc.constant(() => actions.goHome()),
);

/** The first picture, with no history, whatever happened before. */
async function startAfresh(): Promise<void> {
  while (canUndo.value) await undo();
  notices.value = [];
  await openBase(view.overview, 'given');
}

const question: Question = {
  id: 'unheard',
  subject: 'all',
  title: { zh: '问', en: 'A question' },
  description: { zh: '一问', en: 'A question.' },
  blanks: {},
  query: 'org-structure',
  parameters: { types: 'NO_SUCH_TYPE' },
  columns: {},
  view: 'graph',
  layout: 'tree',
  isFeatured: false,
};

const addressOf = (input: Parameters<typeof fetch>[0]): string =>
  input instanceof Request ? input.url : input.toString();

/** Does something while the server answers, to whatever has a text in its address, that it is asked too often. */
async function whileBusy(ask: () => Promise<unknown>, text = '/'): Promise<void> {
  const usual = globalThis.fetch;
  const busy = await app().another({ environment: { RATE_LIMIT_PER_MINUTE: '1' } });
  await busy.get('/api/health');
  globalThis.fetch = (input, init) => usual(addressOf(input).includes(text) ? `${busy.url}/api/health` : input, init);
  try {
    await ask();
  } finally {
    globalThis.fetch = usual;
  }
}

describe('taking off', () => {
  beforeEach(startAfresh);

  const neighbour = 'association-party-committee';

  it('lasts: expanding a neighbour does not bring the node back, and it is counted', async () => {
    await actions.expand(neighbour);
    const [brought = ''] = [...picture.value.broughtBy.keys()];
    await actions.hide([brought]);
    await actions.collapse(neighbour);
    await actions.expand(neighbour);
    expect([picture.value.nodes.has(brought), [...picture.value.hidden]]).toEqual([false, [brought]]);
    await actions.showHidden();
    expect([picture.value.nodes.has(brought), picture.value.hidden.size]).toEqual([true, 0]);
    await undo();
    expect(picture.value.nodes.has(brought)).toBe(false);
  });

  it('ends for a node that is asked for itself: by a search, from a list, or on a path', async () => {
    const asking = [
      () => actions.reveal('lawyers'),
      () => actions.bring('law-firms', 'lawyers'),
      () => pathActions.findPath('law-firms', 'lawyers'),
    ];
    for (const ask of asking) {
      await startAfresh();
      await actions.hide(['lawyers']);
      await ask();
      expect([picture.value.nodes.has('lawyers'), picture.value.hidden.size]).toEqual([true, 0]);
    }
  });
});

describe('a group without a name of its own', () => {
  beforeEach(startAfresh);

  it('is called in the language that the reader has by then, in its steps too', () => {
    grouping.group(['law-firms', 'lawyers']);
    grouping.toggleFolded('group\n1');
    expect(nameOfId('group\n1')).toBe('分组 1');
    locale.value = 'en';
    try {
      expect([nameOfId('group\n1'), done.value.map(wordsOf)]).toEqual(['Group 1', ['Group 2 nodes', 'Fold “Group 1”']]);
      grouping.renameGroup('group\n1', 'Group 1');
      expect(done.value.length).toBe(2);
      grouping.renameGroup('group\n1', 'Ours');
    } finally {
      locale.value = 'zh';
    }
    expect(nameOfId('group\n1')).toBe('Ours');
  });
});

describe('undoing', () => {
  beforeEach(startAfresh);

  it('restores the picture exactly after any acts, and doing them again restores the last one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
        await startAfresh();
        const before = seen();
        // Not every act changes something; the first does, so that nothing of an earlier history can be redone.
        filters.toggleLabel('Campaign');
        for (const each of acts) await each();
        // An act that the server could not answer would leave the picture behind the view. That a programme whose node was
        // taken off narrows nothing any more is no such thing.
        expect(notices.value.filter(({ kind }) => kind === 'problem')).toEqual([]);
        const after = seen();
        while (canUndo.value) await undo();
        expect(seen()).toEqual(before);
        while (canRedo.value) await redo();
        expect(seen()).toEqual(after);
      }),
      { numRuns: 50 },
    );
  });

  it('costs no request: what was seen is kept', async () => {
    await actions.expand('five-services');
    await app().stop();
    try {
      await undo();
      await redo();
      expect(picture.value.totals.get('five-services')).toBeGreaterThan(0);
    } finally {
      await restart();
    }
  });

  it('is not needed for an act that the server could not answer: it leaves nothing behind', async () => {
    const before = seen();
    await whileBusy(() => actions.expand('cultivation-mechanism'));
    expect(notices.value).toMatchObject([{ kind: 'problem', problem: { code: 'too-many-requests' } }]);
    expect(seen()).toEqual(before);
    expect(canUndo.value).toBe(false);
  });

  it('takes back the act that failed, not one that was done while it was asked for', async () => {
    await whileBusy(async () => {
      const asked = actions.expand('liaison-mechanism');
      filters.toggleLabel('Figure');
      await asked;
    });
    expect(done.value.map(({ word }) => word)).toEqual(['act.filter']);
    expect([view.steps.value, [...view.labelsOff.value]]).toEqual([[], ['Figure']]);
    await undo();
    expect([view.steps.value, [...view.labelsOff.value]]).toEqual([[], []]);
  });

  it('is not needed for a question that the server could not answer', async () => {
    const before = seen();
    await whileBusy(() => actions.ask(question));
    expect([seen(), canUndo.value]).toEqual([before, false]);
  });

  it('tries what was overtaken by an act that failed once more', async () => {
    await whileBusy(
      () =>
        Promise.all([actions.expand('five-mechanisms'), pathActions.findPath('lawyers', 'law-firms', { maxHops: 5 })]),
      '/paths',
    );
    expect(picture.value.totals.get('five-mechanisms')).toBeGreaterThan(0);
    expect(done.value.map(({ word }) => word)).toEqual(['act.expand']);
  });

  it('keeps what could be done again when an act fails', async () => {
    filters.toggleLabel('Figure');
    await undo();
    await whileBusy(() => actions.expand('liaison-mechanism'));
    expect(canRedo.value).toBe(true);
  });

  it('may wait: an act while the server is away is done when it is back', async () => {
    await app().stop();
    await actions.expand('funding-mechanism');
    expect(picture.value.totals.has('funding-mechanism')).toBe(false);
    await restart();
    await start();
    expect(picture.value.totals.get('funding-mechanism')).toBeGreaterThan(0);
    await undo();
    expect(picture.value.totals.has('funding-mechanism')).toBe(false);
  });

  it('is told of acts that ask the server nothing, for who does not see the picture', () => {
    grouping.pin(['law-firms']);
    expect(announcement.value).toEqual({ word: 'act.pin', values: { name: '律师事务所' } });
    grouping.group(['law-firms', 'lawyers']);
    grouping.toggleFolded('group\n1');
    expect(announcement.value).toMatchObject({ word: 'act.fold' });
    filters.toggleLabel('Figure');
    filters.clearFilters();
    expect(announcement.value).toMatchObject({ word: 'act.showAll' });
  });

  it('lets no path stand out that was chosen among others', async () => {
    await pathActions.findPath('lawyers', 'law-firms');
    await pathActions.findPath('lawyers', 'association-party-committee', { pathKind: 'all', maxHops: 3 });
    pathActions.choosePath(2);
    await undo();
    await redo();
    expect(chosenPath.value).toBeNull();
  });

  it('says what it took back', async () => {
    await actions.hide(['law-firms']);
    await undo();
    expect(announcement.value).toEqual({ word: 'announce.undone', values: { act: '移出“律师事务所”' } });
  });

  it('tells what was done in the language that the reader has by then', async () => {
    await actions.expand('law-firms');
    grouping.pin(['law-firms', 'lawyers']);
    filters.toggleLabel('Figure');
    filters.setAsOf('2006-05');
    filters.styleBy('colour', 'degree');
    locale.value = 'en';
    try {
      expect(done.value.map(wordsOf)).toEqual([
        'Expand “Law firms”',
        'Pin 2 nodes',
        'Filter out “Figure”',
        'As of May 2006',
        'Colour by Relationships',
      ]);
    } finally {
      locale.value = 'zh';
    }
  });

  it('is over for what was undone once something else is done', async () => {
    await actions.hide(['law-firms']);
    await undo();
    expect(canRedo.value).toBe(true);
    filters.toggleLabel('Figure');
    expect(canRedo.value).toBe(false);
  });

  it('has nothing to do for a path that was not found', async () => {
    const before = canUndo.value;
    pathActions.startPath('law-firms');
    await actions.reveal('law-firms');
    pathActions.cancelPath();
    expect(canUndo.value).toBe(before);
  });
});
