import { beforeEach, describe, expect, it } from 'vitest';
import { storageOfPage } from '../../client/storage-of-page.ts';
import { expand, hide } from '../../client/state/actions.ts';
import { group } from '../../client/state/picture/group-actions.ts';
import { writeAddress } from '../../client/state/view/address.ts';
import { setAppearance } from '../../client/state/picture/filter-actions.ts';
import { canUndo, done, restoreHistory, undo } from '../../client/state/view/history.ts';
import {
  keepAppearances,
  keepHistory,
  keepLongView,
  longKey,
  longView,
  openFile,
  showAddress,
  takeUpAppearances,
  takeUpHistory,
  viewFile,
} from '../../client/state/view/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { ontology } from '../../client/state/ontology.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { appearances, groups, overview } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  notices.value = [];
  restoreHistory([], []);
  await start();
  await openBase(overview, 'given');
});

describe('a view in a file', () => {
  it('opens again as it was saved, and opening it can be undone', async () => {
    await expand('five-services');
    await hide(['law-firms']);
    group(['lawyers', 'five-services']);
    const { name, content } = viewFile();
    const [address, nodes] = [writeAddress(), [...picture.value.nodes.keys()]];
    expect(name).toBe('jinhua-2011.view.json');
    await openBase(overview, 'given');
    const before = writeAddress();
    await openFile(new Blob([content]));
    expect([writeAddress(), [...picture.value.nodes.keys()]]).toEqual([address, nodes]);
    await undo();
    expect(writeAddress()).toBe(before);
  });

  const { format } = JSON.parse(viewFile().content);
  const whole = { format, version: 1, dataSet: 'jinhua-2011', view: 's=hide~law-firms' };
  it.each([
    ['is no JSON', 'not a view', 'file.unreadable'],
    ['was cut', JSON.stringify(whole).slice(0, -20), 'file.unreadable'],
    ['is JSON of something else', '[1, 2]', 'file.unreadable'],
    ['has no view', JSON.stringify({ ...whole, view: undefined }), 'file.unreadable'],
    ['has a newer version', JSON.stringify({ ...whole, version: 2 }), 'file.version'],
    ['is of another data set', JSON.stringify({ ...whole, dataSet: 'other' }), 'file.dataSet'],
    ['is too large', ' '.repeat(4_000_001), 'file.tooLarge'],
  ])('is refused with a sentence when it %s, and nothing changes', async (_what, text, word) => {
    const before = writeAddress();
    await openFile(new Blob([text]));
    expect(notices.value).toMatchObject([{ kind: 'word', word }]);
    expect([writeAddress(), canUndo.value]).toEqual([before, false]);
  });

  it('whose picture there is not is refused too', async () => {
    await hide(['law-firms']);
    const before = writeAddress();
    await openFile(new Blob([JSON.stringify({ ...whole, view: 'q=query%3Dunheard-of' })]));
    expect(notices.value).toMatchObject([{ kind: 'problem', problem: { code: 'unknown-query' } }]);
    expect([writeAddress(), done.value.length]).toEqual([before, 1]);
  });

  it('with a part that makes no sense shows the rest, and says so', async () => {
    await openFile(new Blob([JSON.stringify({ ...whole, view: 's=hide~law-firms&s=dance~a&layout=spiral' })]));
    expect(notices.value).toEqual([{ kind: 'word', word: 'notice.link', values: { what: 's, layout' } }]);
    expect(picture.value.nodes.has('law-firms')).toBe(false);
  });
});

describe('the history of a tab', () => {
  it('is there again after a reload, and undoes what was done before it', async () => {
    const storage = storageOfPage(1e7);
    await hide(['law-firms']);
    group(['lawyers', 'five-services']);
    keepHistory(storage);
    restoreHistory([], []);
    takeUpHistory(storage);
    expect(done.value.map(({ word }) => word)).toEqual(['act.hide', 'act.group']);
    await undo(2);
    expect([picture.value.nodes.has('law-firms'), groups.value]).toEqual([true, []]);
  });

  it('starts anew where the storage is full, damaged, or of a page with other words', async () => {
    await hide(['law-firms']);
    const full = storageOfPage(10);
    keepHistory(full);
    const damaged = storageOfPage(1e7);
    keepHistory(damaged);
    const key = damaged.key(0) ?? '';
    const other = storageOfPage(1e7);
    other.setItem(key, (damaged.getItem(key) ?? '').replace('act.hide', 'act.unheard-of'));
    damaged.setItem(key, '[[{"word"');
    restoreHistory([], []);
    for (const storage of [full, damaged, other]) takeUpHistory(storage);
    expect(canUndo.value).toBe(false);
  });

  it('starts anew where an older page kept it, whose views had fewer parts', async () => {
    const storage = storageOfPage(1e7);
    const beyond = { base: overview, steps: [], layout: 'given', positions: { $map: [] } };
    storage.setItem('history.1.jinhua-2011', JSON.stringify([[{ word: 'act.hide', values: {}, beyond }], []]));
    takeUpHistory(storage);
    expect(canUndo.value).toBe(false);
    await undo();
    expect(writeAddress()).toBe('');
  });
});

describe('how labels look', () => {
  const red = { colour: 'red', caption: null };

  beforeEach(() => {
    appearances.value = new Map();
  });

  it('is the reader’s own: a link that says nothing of it leaves it as it is', () => {
    setAppearance('Figure', { colour: 'red' });
    showAddress('s=hide~law-firms');
    expect([...appearances.value]).toEqual([['Figure', red]]);
  });

  it('is as the link says where it says so', () => {
    setAppearance('Figure', { colour: 'red' });
    showAddress('look=Award~blue~');
    expect([...appearances.value]).toEqual([['Award', { colour: 'blue', caption: null }]]);
  });

  it('is there again on the next visit', () => {
    const storage = storageOfPage(1e7);
    setAppearance('Figure', { colour: 'red' });
    keepAppearances(storage);
    appearances.value = new Map();
    takeUpAppearances(storage);
    expect([...appearances.value]).toEqual([['Figure', red]]);
  });
});

describe('a view that is too long for a link', () => {
  it('is kept for the data set that it is of, whichever is served at the same address', () => {
    const storage = storageOfPage();
    keepLongView(storage, 's=hide~law-firms');
    expect(longView(storage)).toBe('s=hide~law-firms');
    expect(storage.getItem('long-view.1.jinhua-2011')).toBe('s=hide~law-firms');
    const known = ontology.value;
    ontology.value = known && { ...known, dataSet: 'other' };
    expect(longView(storage)).toBeNull();
    keepLongView(storage, 's=hide~lawyers', longKey('jinhua-2011'));
    ontology.value = known;
    expect(longView(storage)).toBe('s=hide~lawyers');
  });
});
