import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { hide } from '../../client/state/actions.ts';
import { group, toggleFolded } from '../../client/state/picture/group-actions.ts';
import { changeOf, holdsAt, spanOf } from '../../client/state/timeline/dates.ts';
import { drawing } from '../../client/state/picture/drawing.ts';
import {
  clearFilters,
  compare,
  setAsOf,
  setFacet,
  toggleBasis,
  toggleLabel,
  toggleType,
} from '../../client/state/picture/filter-actions.ts';
import {
  basisLegend,
  changes,
  dates,
  facets,
  filteredCount,
  legend,
  shownIds,
  typeLegend,
} from '../../client/state/picture/filters.ts';
import { beginAnew, done, restoreHistory, undo } from '../../client/state/view/history.ts';
import { notices } from '../../client/state/notices.ts';
import { picture, pictureOf } from '../../client/state/picture/picture.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { asOf, facet } from '../../client/state/view/view.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  await start();
  restoreHistory([], []);
  notices.value = [];
  await openBase({ query: 'overview', parameters: { depth: '3' } }, 'given');
});

const shownNodes = (): string[] => [...picture.value.nodes.keys()].filter((id) => shownIds.value.has(id));
const shownRelationships = () => [...picture.value.relationships.values()].filter(({ id }) => shownIds.value.has(id));

const counted = (id: string, label: string, count: number) => ({ id, labels: [label], properties: { count } });

describe('a filter', () => {
  it('by label, type or basis holds back exactly what its entry counts', () => {
    for (const [entries, toggle, count] of [
      [legend, toggleLabel, () => picture.value.nodes.size - shownNodes().length],
      [typeLegend, toggleType, () => picture.value.relationships.size - shownRelationships().length],
    ] as const) {
      for (const { name, count: wanted } of entries.value) {
        toggle(name);
        expect([name, count()]).toEqual([name, wanted]);
        toggle(name);
      }
    }
    const derived = basisLegend.value.find(({ name }) => name === 'derived');
    toggleBasis('derived');
    expect(derived?.count).toBeGreaterThan(0);
    expect(shownRelationships().every(({ properties }) => properties['basis'] !== 'derived')).toBe(true);
    clearFilters();
    expect([filteredCount.value, shownRelationships().length]).toEqual([0, picture.value.relationships.size]);
  });

  it('by label counts a node that stands for all of its label as so many, and those beside it as some of them', () => {
    const nodes = [
      counted('label:Company', 'Company', 20_000),
      counted('4:7', 'Company', 3),
      counted('4:8', 'Place', 500),
    ];
    picture.value = pictureOf({ nodes, relationships: [] }, []);
    expect(new Map(legend.value.map(({ name, count }) => [name, count]))).toEqual(
      new Map([
        ['Company', 20_000],
        ['Place', 1],
      ]),
    );
  });

  it('never shows a relationship without both of its ends', () => {
    const names = legend.value.map(({ name }) => name);
    fc.assert(
      fc.property(fc.subarray(names), (off) => {
        clearFilters();
        for (const name of off) toggleLabel(name);
        const torn = shownRelationships().filter(
          ({ start: from, end }) => !shownIds.value.has(from) || !shownIds.value.has(end),
        );
        expect(torn).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });

  it('by programme keeps the programme, what it holds, and what that meets', () => {
    expect(facets.value).toContain('five-services');
    setFacet('five-services');
    const kept = new Set(shownNodes());
    expect(kept.has('five-services')).toBe(true);
    const items = [...picture.value.relationships.values()].filter(
      ({ end, type }) => end === 'five-services' && type === 'PART_OF',
    );
    expect(items.length).toBe(5);
    expect(items.every(({ start: part }) => kept.has(part))).toBe(true);
    expect(kept.size).toBeLessThan(picture.value.nodes.size);
  });

  it('by date holds back what begins later, and a slider that is dragged is one act', () => {
    const all = shownRelationships().length;
    for (const date of ['2011', '2006-05', '1997-12', '1990']) setAsOf(date);
    expect(done.value.length).toBe(1);
    const later = shownRelationships().filter(({ properties }) => {
      const begin = spanOf(properties)?.begin;
      return begin !== undefined && begin !== null && begin > '1991';
    });
    expect(later).toEqual([]);
    expect(shownRelationships().length).toBeLessThan(all);
    expect(dates.value).toContain('2006-05');
  });

  it('by date that is dragged twice is two acts: each is undone by itself', async () => {
    for (const date of ['2011', '2008-01']) setAsOf(date);
    beginAnew();
    for (const date of ['2006-05', '1997-12']) setAsOf(date);
    expect(done.value.length).toBe(2);
    await undo();
    expect(asOf.value).toBe('2008-01');
    // What is dragged after that is no part of what was there before.
    setAsOf('2010');
    expect(done.value.length).toBe(2);
  });

  it('is not let go where there is none: that is no act', () => {
    clearFilters();
    expect(done.value).toEqual([]);
    toggleLabel('Figure');
    clearFilters();
    expect(done.value.length).toBe(2);
  });

  it('by a programme that has left the picture holds nothing back, and says that it ended', async () => {
    setFacet('five-services');
    await hide(['five-services']);
    expect([facet.value, shownNodes().length]).toEqual([null, picture.value.nodes.size]);
    expect(notices.value).toEqual([{ kind: 'word', word: 'notice.facetGone', values: { name: '五大服务' } }]);
    await undo();
    expect(facet.value).toBe('five-services');
  });

  it('that compares two dates, in whichever order, tells what was added between them', () => {
    compare(['2010', '2000']);
    expect(changes.value.get('jinhua-lawyers-association.HAS_COMMITTEE.association-party-committee')).toBe('added');
    expect([...changes.value.values()].every((change) => ['added', 'ended', 'unchanged'].includes(change))).toBe(true);
  });
});

describe('a date', () => {
  it.each([
    [{ since: '2006-05' }, '2006', true],
    [{ since: '2006-05' }, '2006-04', false],
    [{ at: '2006-05-20' }, '2006-05', true],
    [{ since: '2000', until: '2010' }, '2010-05', true],
    [{ since: '2000', until: '2010' }, '2011', false],
    [{ period: '2008/2010' }, '2009', true],
    [{ period: '2008/' }, '2030', true],
    [{ name: 'x' }, '1900', true],
  ])('%j at %s: %s', (properties, date, holds) => {
    expect(holdsAt(spanOf(properties), date)).toBe(holds);
  });

  it.each([
    [{ since: '2006' }, 'added'],
    [{ until: '2006' }, 'ended'],
    [{ since: '1990' }, 'unchanged'],
    [{ since: '2020' }, null],
    [{}, null],
  ])('of %j between 2000 and 2010: %s', (properties, change) => {
    expect(changeOf(spanOf(properties), ['2000', '2010'])).toBe(change);
  });
});

describe('a group', () => {
  const members = ['lawyers', 'law-firms', 'five-services'];

  it('that is folded stands for its members, and takes over all of their relationships to others', () => {
    const outside = [...picture.value.relationships.values()].filter(
      ({ start: from, end }) => members.includes(from) !== members.includes(end),
    );
    group(members);
    const id = drawing.value.nodes.find(({ kind }) => kind === 'group')?.id ?? '';
    expect(
      drawing.value.nodes
        .filter((node) => node.groupId === id)
        .map((node) => node.id)
        .toSorted(),
    ).toEqual(members.toSorted());
    toggleFolded(id);
    const { nodes, edges } = drawing.value;
    expect(nodes.filter((node) => members.includes(node.id))).toEqual([]);
    const taken = edges.filter(({ source, target }) => source === id || target === id);
    expect(taken.map((edge) => edge.id).toSorted()).toEqual(outside.map((edge) => edge.id).toSorted());
    const ids = new Set(nodes.map((node) => node.id));
    expect(edges.filter(({ source, target }) => !ids.has(source) || !ids.has(target))).toEqual([]);
  });
});
