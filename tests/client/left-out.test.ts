import { beforeAll, describe, expect, it } from 'vitest';
import { queryAddress } from '../../client/api/api.ts';
import { kindsOf } from '../../client/state/picture/kinds.ts';
import { leftOutOf } from '../../client/state/picture/left-out.ts';
import { typeStyleOf } from '../../client/state/ontology.ts';
import { start } from '../../client/state/view/session.ts';
import { againstApp } from './against-app.ts';

const committee = 'association-party-committee';
const { signal } = new AbortController();

describe('the address of a query', () => {
  it('keeps a comma of an item, lets one part a text, and tells an empty list from none', () => {
    expect(queryAddress('neighbours', { ids: ['a,b', 'c&d'], limit: 25 })).toBe(
      '/api/queries/neighbours?ids=a%2Cb&ids=c%26d&limit=25',
    );
    expect(queryAddress('neighbours', { ids: 'a,b' })).toBe('/api/queries/neighbours?ids=a,b');
    expect(queryAddress('paths', { avoid: [] })).toBe('/api/queries/paths?avoid=');
    expect(queryAddress('overview', {})).toBe('/api/queries/overview');
  });
});

describe('what an expansion left out', () => {
  againstApp();
  beforeAll(async () => {
    await start();
  });

  it('comes page by page: what the pages hold is what there is, with the types that relate it', async () => {
    const all = await leftOutOf({ source: committee, kinds: null }, 0, signal);
    const rest = await leftOutOf({ source: committee, kinds: null }, 30, signal);
    const ids = all.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(rest.length).toBeGreaterThan(0);
    expect(rest.length).toBeLessThan(all.length);
    expect(rest.filter(({ id }) => !ids.includes(id))).toEqual([]);
    expect([...all, ...rest].filter(({ types }) => types.length === 0)).toEqual([]);
  });

  it('is of the kinds that were asked for', async () => {
    const kinds = await kindsOf(committee, signal);
    const [first] = kinds;
    const found = await leftOutOf({ source: committee, kinds: [first?.key ?? ''] }, 0, signal);
    expect(found.length).toBe(first?.count);
  });

  it('is counted by type and direction, what holds the document together last', async () => {
    const kinds = await kindsOf(committee, signal);
    const structural = kinds.map(({ type }) => typeStyleOf(type).isStructural);
    expect(structural).toContain(true);
    expect(structural).toEqual(structural.toSorted((a, b) => Number(a) - Number(b)));
    for (const { count, labels } of kinds) {
      expect(labels.reduce((sum, label) => sum + label.count, 0)).toBe(count);
    }
  });
});
