import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress } from '../../client/state/view/address.ts';
import { filteredCount } from '../../client/state/picture/filters.ts';
import { passOverUnknownLooks, showAddress } from '../../client/state/view/keeping.ts';
import { notices } from '../../client/state/notices.ts';
import { passages } from '../../client/state/reading/passages.ts';
import { picture, selection } from '../../client/state/picture/picture.ts';
import { failure, refresh, start } from '../../client/state/view/session.ts';
import { colourBy, selectedId, selectedIds, sizeBy } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

describe('a link', () => {
  beforeEach(async () => {
    readAddress('');
    notices.value = [];
    await start();
  });

  it('leads to a relationship that is not in the picture', async () => {
    readAddress('sel=petition-advisers.SERVES.petitioners');
    await refresh();
    expect(notices.value).toEqual([]);
    expect(selection.value).toMatchObject({ kind: 'relationship', isOnScreen: false });
  });

  it('leads to a node that is not in the picture and has no evidence of its own', async () => {
    readAddress('sel=passage-s2-i3-4');
    await refresh();
    expect(notices.value).toEqual([]);
    expect(selection.value).toMatchObject({ kind: 'node', isOnScreen: false });
  });

  it.each(['s=expand~jinhua~2000', 's=path~nobody~law-firms', 'sel=nobody', 'sel=no.SUCH.thing', 's=expand~~5&sel='])(
    'shows the rest when a part of it cannot be shown: %s',
    async (address) => {
      const unreadable = readAddress(address);
      await refresh();
      expect(failure.value).toBeNull();
      expect(picture.value.nodes.size).toBeGreaterThan(20);
      expect([...unreadable, ...notices.value]).not.toEqual([]);
      expect(selectedId.value).toBeNull();
    },
  );

  it.each(['s=path~law-firms~law-firms', 's=expand~law-firms~5~rubbish', 's=path~lawyers~law-firms~all~99'])(
    'does not say that something is gone where it only asks wrongly: %s',
    async (address) => {
      readAddress(address);
      await refresh();
      expect(notices.value).toEqual([{ kind: 'word', word: 'notice.link', values: { what: 's' } }]);
    },
  );

  it('selects together only what is in the picture', async () => {
    readAddress('sels=law-firms&sels=lawyers&sels=nobody');
    await refresh();
    expect([[...selectedIds.value], selectedId.value]).toEqual([['law-firms', 'lawyers'], null]);
    readAddress('sels=law-firms&sels=nobody');
    await refresh();
    expect([[...selectedIds.value], selectedId.value]).toEqual([[], 'law-firms']);
  });

  it('narrows to no programme that is not in the picture, and says so', async () => {
    readAddress('facet=nowhere');
    await refresh();
    expect(filteredCount.value).toBe(0);
    expect(notices.value).toEqual([{ kind: 'word', word: 'notice.facetGone', values: { name: 'nowhere' } }]);
  });

  it.each([
    ['size=height', 'size'],
    ['colour=mood', 'colour'],
    ['size=height&colour=mood', 'size, colour'],
    // No number.
    ['size=name', 'size'],
  ])('says that no node has what sizes or colours are to go by, and passes it over: %s', async (address, what) => {
    showAddress(address);
    await refresh();
    passOverUnknownLooks();
    expect(notices.value).toEqual([{ kind: 'word', word: 'notice.link', values: { what } }]);
    expect([sizeBy.value, colourBy.value]).toEqual(['degree', 'label']);
  });

  it('lets sizes and colours go by what nodes of the picture have', async () => {
    showAddress('size=value&colour=value');
    await refresh();
    passOverUnknownLooks();
    expect([notices.value, sizeBy.value, colourBy.value]).toEqual([[], 'value', 'value']);
  });

  it('selects no group that there is not', async () => {
    readAddress('sel=group%0A9');
    await refresh();
    expect(selectedId.value).toBeNull();
  });

  it('has the names of all places in the document from the first picture on', () => {
    expect(passages.value.length).toBeGreaterThan(50);
  });
});
