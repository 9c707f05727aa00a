import * as fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { notices } from '../../client/state/notices.ts';
import { parameterKinds } from '../../client/state/workbench/parameter-drafts.ts';
import {
  activeTab,
  addTab,
  changeTab,
  closeTab,
  longestTitle,
  mostTabs,
  openInEditor,
  tabs,
  writeCypher,
} from '../../client/state/workbench/workbench.ts';
import type { Tab } from '../../client/state/workbench/workbench.ts';
import { longestText } from '../../client/state/workbench/workbench-editor.ts';
import { keyOfTabs } from '../../client/state/workbench/workbench-kept.ts';
import { keepTabs, mostKept, mostKeptTabs, takeUpTabs } from '../../client/state/workbench/workbench-keeping.ts';

/** Another window, or the next visit: all tabs are new to it. */
function leave(): void {
  for (const { id } of tabs.value) closeTab(id);
}

/** Another window of the page, open at the same time. */
async function openWindow(storage: Storage) {
  vi.resetModules();
  const workbench = await import('../../client/state/workbench/workbench.ts');
  const keeping = await import('../../client/state/workbench/workbench-keeping.ts');
  keeping.takeUpTabs(storage);
  return { ...workbench, ...keeping };
}

const contents = () =>
  tabs.value.map(({ title, number, cypher, json, parameters }) => ({ title, number, cypher, json, parameters }));

beforeEach(leave);

describe('what is written in the workbench', () => {
  it('is taken over once from where it was kept while the first data set was not named', () => {
    const storage = storageOfPage();
    writeCypher(activeTab.value.id, 'RETURN 1');
    expect(keepTabs(storage)).toBe(true);
    const text = storage.getItem(keyOfTabs()) ?? '';
    storage.removeItem(keyOfTabs());
    storage.setItem('workbench.1', text);
    leave();
    takeUpTabs(storage);
    expect(activeTab.value.cypher).toBe('RETURN 1');
    expect([storage.getItem('workbench.1'), storage.getItem(keyOfTabs())]).toEqual([null, text]);
  });

  it('is there on the next visit, whatever it is', () => {
    const draft = fc.record({ kind: fc.constantFrom(...parameterKinds), text: fc.string() });
    const content: fc.Arbitrary<Pick<Tab, 'title' | 'cypher' | 'json' | 'parameters'>> = fc.record({
      title: fc.string({ maxLength: 20 }),
      cypher: fc.string({ minLength: 1 }).map((text) => `RETURN ${text}`),
      json: fc.option(fc.string()),
      parameters: fc.array(fc.tuple(fc.string(), draft), { maxLength: 4 }).map((entries) => new Map(entries)),
    });
    fc.assert(
      fc.property(fc.array(content, { minLength: 1, maxLength: 5 }), (all) => {
        const storage = storageOfPage(1e7);
        leave();
        all.forEach((one, index) => (index === 0 ? changeTab(activeTab.value.id, one) : addTab(one)));
        const before = contents();
        const shown = activeTab.value.id;
        expect(keepTabs(storage)).toBe(true);
        leave();
        takeUpTabs(storage);
        expect(contents()).toEqual(before);
        expect(activeTab.value.id).toBe(shown);
      }),
      { numRuns: 50 },
    );
  });

  it('is there under a name of any length, from wherever the query was brought', () => {
    const title = fc.string({ minLength: 1, maxLength: 200, size: 'max' });
    fc.assert(
      fc.property(fc.array(title, { minLength: 1, maxLength: 3 }), (titles) => {
        const storage = storageOfPage(1e7);
        leave();
        for (const [index, name] of titles.entries()) openInEditor(`RETURN ${index}`, {}, name);
        addTab({ title: titles.join(' '), cypher: 'RETURN 9' });
        const before = contents();
        expect(before.map((tab) => tab.title)).toEqual(
          [...titles, titles.join(' ')].map((name) => name.slice(0, longestTitle)),
        );
        keepTabs(storage);
        leave();
        takeUpTabs(storage);
        expect(contents()).toEqual(before);
      }),
      { numRuns: 50 },
    );
  });

  it('is cut where a text of elsewhere is longer than a tab may be, and that is told', () => {
    notices.value = [];
    openInEditor('x'.repeat(longestText + 1));
    expect(activeTab.value.cypher).toHaveLength(longestText);
    expect(notices.value).toMatchObject([{ word: 'editor.tooLong', values: { limit: longestText } }]);
  });

  it('is not said to be kept where the next visit would not take it up', () => {
    writeCypher(activeTab.value.id, 'RETURN $a');
    changeTab(activeTab.value.id, { json: ' '.repeat(longestText + 1) });
    expect(keepTabs(storageOfPage(1e7))).toBe(false);
  });

  it('is kept without tabs in which nothing is written', () => {
    const storage = storageOfPage(1e7);
    writeCypher(activeTab.value.id, 'RETURN 1');
    addTab();
    keepTabs(storage);
    leave();
    takeUpTabs(storage);
    expect(contents()).toMatchObject([{ cypher: 'RETURN 1' }]);
  });

  it('stands before what was opened meanwhile, with numbers of their own', () => {
    const storage = storageOfPage(1e7);
    writeCypher(activeTab.value.id, 'RETURN 1');
    keepTabs(storage);
    leave();
    writeCypher(activeTab.value.id, 'RETURN 2');
    takeUpTabs(storage);
    expect(contents()).toMatchObject([
      { cypher: 'RETURN 1', number: 1 },
      { cypher: 'RETURN 2', number: 2 },
    ]);
    expect(activeTab.value.cypher).toBe('RETURN 2');
  });

  it('is left in peace by another window, and closed where it was closed', () => {
    const storage = storageOfPage(1e7);
    const theirs = { id: 'theirs', title: '', number: 1, cypher: 'RETURN 1', json: null, parameters: [] };
    storage.setItem(keyOfTabs(), JSON.stringify({ shown: 'theirs', tabs: [theirs] }));
    writeCypher(activeTab.value.id, 'RETURN 2');
    keepTabs(storage);
    expect(storage.getItem(keyOfTabs())).toContain('RETURN 1');
    takeUpTabs(storage);
    keepTabs(storage);
    closeTab('theirs');
    keepTabs(storage);
    expect(storage.getItem(keyOfTabs())).not.toContain('RETURN 1');
  });

  it('is not overwritten by another window that shows the same tabs and changed others', async () => {
    const storage = storageOfPage(1e7);
    const first = await openWindow(storage);
    first.writeCypher(first.activeTab.value.id, 'RETURN 1');
    first.addTab({ cypher: 'RETURN 2' });
    first.keepTabs(storage);
    const second = await openWindow(storage);
    const [one = '', two = ''] = first.tabs.value.map(({ id }) => id);
    first.writeCypher(one, 'RETURN 10');
    first.keepTabs(storage);
    second.writeCypher(two, 'RETURN 20');
    second.keepTabs(storage);
    first.changeTab(one, { run: null });
    first.keepTabs(storage);
    const third = await openWindow(storage);
    expect(third.tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 10', 'RETURN 20']);
  });

  it('follows what another window writes into the same tab, while nothing is written here', async () => {
    const storage = storageOfPage(1e7);
    const first = await openWindow(storage);
    first.writeCypher(first.activeTab.value.id, 'RETURN 1');
    first.keepTabs(storage);
    const second = await openWindow(storage);
    first.writeCypher(first.activeTab.value.id, 'RETURN 10');
    first.keepTabs(storage);
    second.meetOtherWindow(storage);
    expect(second.tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 10']);
    second.writeCypher(second.activeTab.value.id, 'RETURN 100');
    second.keepTabs(storage);
    first.meetOtherWindow(storage);
    expect(first.tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 100']);
  });

  it.each([['is told of it'], ['keeps first']])(
    'is kept beside what another window wrote into the same tab, when this one %s',
    async (what) => {
      const storage = storageOfPage(1e7);
      const first = await openWindow(storage);
      first.writeCypher(first.activeTab.value.id, 'RETURN 1');
      first.keepTabs(storage);
      const second = await openWindow(storage);
      first.writeCypher(first.activeTab.value.id, 'RETURN 10');
      second.writeCypher(second.activeTab.value.id, 'RETURN 20');
      first.keepTabs(storage);
      if (what === 'is told of it') second.meetOtherWindow(storage);
      expect(second.keepTabs(storage)).toBe(true);
      expect(second.activeTab.value.cypher).toBe('RETURN 20');
      expect(second.tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 20', 'RETURN 10']);
      first.meetOtherWindow(storage);
      expect(first.tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 10']);
      const next = await openWindow(storage);
      expect(next.tabs.value.map(({ cypher }) => cypher).toSorted()).toEqual(['RETURN 10', 'RETURN 20']);
    },
  );

  it('loses nothing that another window wrote when there is no room for one more tab', async () => {
    const storage = storageOfPage(1e7);
    const first = await openWindow(storage);
    const { id } = first.activeTab.value;
    first.writeCypher(id, 'RETURN 0');
    for (let n = 1; n < mostTabs; n += 1) first.addTab({ cypher: `RETURN ${n}` });
    first.keepTabs(storage);
    const second = await openWindow(storage);
    first.writeCypher(id, 'RETURN 10 AS first');
    second.writeCypher(id, 'RETURN 20 AS second');
    first.keepTabs(storage);
    second.keepTabs(storage);
    expect(second.tabs.value).toHaveLength(mostTabs);
    expect(storage.getItem(keyOfTabs())).toContain('RETURN 10 AS first');
    expect(storage.getItem(keyOfTabs())).toContain('RETURN 20 AS second');
  });

  it('stays closed where another window closed it, until it is changed or had back', async () => {
    const storage = storageOfPage(1e7);
    const first = await openWindow(storage);
    first.writeCypher(first.activeTab.value.id, 'RETURN 1');
    first.addTab({ cypher: 'RETURN 2' });
    first.keepTabs(storage);
    const second = await openWindow(storage);
    const [one = ''] = first.tabs.value.map(({ id }) => id);
    second.closeTab(one);
    second.keepTabs(storage);
    expect(first.keepTabs(storage)).toBe(true);
    expect((await openWindow(storage)).tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 2']);
    second.reopenTab();
    second.keepTabs(storage);
    first.writeCypher(one, 'RETURN 3');
    first.keepTabs(storage);
    expect((await openWindow(storage)).tabs.value.map(({ cypher }) => cypher)).toEqual(['RETURN 3', 'RETURN 2']);
  });

  it('is kept again where a text comes back that was taken away', () => {
    const storage = storageOfPage(1e7);
    const { id } = activeTab.value;
    for (const cypher of ['RETURN 1', '', 'RETURN 1']) {
      writeCypher(id, cypher);
      keepTabs(storage);
    }
    expect(storage.getItem(keyOfTabs())).toContain('RETURN 1');
  });

  it('tells when there is no room for all of it', () => {
    writeCypher(activeTab.value.id, 'RETURN 1');
    expect(keepTabs(storageOfPage(10))).toBe(false);
    const most = mostKept / 10;
    for (let n = 1; n < 12; n += 1) addTab({ cypher: 'x'.repeat(most) });
    const storage = storageOfPage(1e7);
    expect(keepTabs(storage)).toBe(false);
    expect(storage.getItem(keyOfTabs())?.length).toBeLessThan(mostKept * 1.1);
  });

  it.each([
    ['damaged', '{"tabs": ['],
    ['something else', '[1, 2]'],
    ['of another kind', '{"tabs": [1, null, {"id": 1}, {"id": "a", "title": "", "number": 1, "cypher": 2}]}'],
    [
      'too long',
      JSON.stringify({
        tabs: [{ id: 'a', title: '', number: 1, cypher: 'x'.repeat(200_000), json: null, parameters: [] }],
      }),
    ],
    [
      'with odd parameters',
      JSON.stringify({
        tabs: [
          { id: 'a', title: '', number: 1, cypher: 'x', json: null, parameters: [['a', { kind: 'no', text: '' }]] },
        ],
      }),
    ],
  ])('starts anew where what was kept is %s', (_what, text) => {
    const storage = storageOfPage(1e7);
    storage.setItem(keyOfTabs(), text);
    takeUpTabs(storage);
    expect(contents()).toMatchObject([{ cypher: '' }]);
  });

  it('never becomes more tabs than there may be', () => {
    const storage = storageOfPage(1e7);
    const kept = Array.from({ length: 50 }, (_, n) => ({
      id: `t${n}`,
      title: '',
      number: n,
      cypher: 'x',
      json: null,
      parameters: [],
    }));
    storage.setItem(keyOfTabs(), JSON.stringify({ shown: 't3', tabs: kept }));
    writeCypher(activeTab.value.id, 'RETURN 2');
    takeUpTabs(storage);
    expect(tabs.value).toHaveLength(mostTabs);
  });

  it('loses nothing where a link was opened beside as many tabs as there may be', async () => {
    const storage = storageOfPage(1e7);
    const first = await openWindow(storage);
    first.writeCypher(first.activeTab.value.id, 'RETURN 1');
    for (let n = 2; n <= mostTabs; n += 1) first.addTab({ cypher: `RETURN ${n}` });
    first.keepTabs(storage);
    openInEditor('RETURN 0');
    takeUpTabs(storage);
    expect(keepTabs(storage)).toBe(true);
    closeTab(activeTab.value.id);
    keepTabs(storage);
    const next = await openWindow(storage);
    expect(next.tabs.value.map(({ cypher }) => cypher)).toEqual(first.tabs.value.map(({ cypher }) => cypher));
  });

  it('tells when there are more tabs than are kept', () => {
    const storage = storageOfPage(1e7);
    const kept = Array.from({ length: mostKeptTabs }, (_, number) => ({
      id: `of another window ${number}`,
      title: '',
      number,
      cypher: 'x',
      json: null,
      parameters: [],
    }));
    storage.setItem(keyOfTabs(), JSON.stringify({ shown: '', tabs: kept }));
    expect(keepTabs(storage)).toBe(true);
    writeCypher(activeTab.value.id, 'RETURN 2');
    expect(keepTabs(storage)).toBe(false);
  });
});
