import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../client/state/view/address.ts';
import type { ColourName } from '../../client/state/picture/colours.ts';
import { locale } from '../../client/state/locale.ts';
import * as view from '../../client/state/view/view.ts';

const id = fc.oneof(
  fc.constantFrom('party-branches', 'a.HAS_BRANCH.b.2', '4:5f3c:17', '有~波浪%7E线', '100%', 'a&b=c#d'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const ids = fc.array(id, { minLength: 1, maxLength: 4 });
const date: fc.Arbitrary<string> = fc.constantFrom('1997', '1997-12', '2006-05', '2011-07-01');
const step: fc.Arbitrary<view.Step> = fc.oneof(
  fc.record({
    kind: fc.constant('expand' as const),
    id,
    limit: fc.integer({ min: 1, max: view.expandMost }),
    kinds: fc.option(fc.array(fc.constantFrom('out:LEADS', 'in:指导'), { minLength: 1, maxLength: 2 })),
  }),
  fc.record({
    kind: fc.constant('path' as const),
    from: id,
    to: id,
    pathKind: fc.constantFrom(...view.pathKinds),
    maxHops: fc.integer({ min: 1, max: 8 }),
    avoid: fc.option(fc.array(fc.constantFrom('CITES', '指导'), { maxLength: 2 })),
  }),
  fc.record({ kind: fc.constant('bring' as const), source: id, id }),
  fc.record({ kind: fc.constant('passage' as const), id }),
  fc.record({ kind: fc.constant('common' as const), ids: fc.array(id, { minLength: 2, maxLength: 4 }) }),
  fc.record({ kind: fc.constant('hide' as const), ids }),
  fc.record({ kind: fc.constant('keep' as const), ids: fc.array(id, { maxLength: 4 }) }),
);
const colour: fc.Arbitrary<ColourName> = fc.constantFrom('blue', 'red');
const period = fc
  .tuple(date, date)
  .map(([one, other]): readonly [string, string] => (one <= other ? [one, other] : [other, one]));
const names = fc.array(id).map((list) => new Set(list.toSorted()));
const group: fc.Arbitrary<view.Group> = fc.record({
  id: fc.integer({ min: 1, max: 9 }).map((number) => `group\n${number}`),
  name: fc.string({ unit: 'grapheme', maxLength: 12 }),
  ids,
  isFolded: fc.boolean(),
});
const coordinate = fc.integer({ min: -100_000, max: 100_000 });
/** Of a document that is put away, the address says neither where it was read nor what is folded, and nothing follows it. */
const withoutUnreadDocument = <Part extends { twin: view.Twin | null }>(part: Part): Part =>
  part.twin === 'reading'
    ? part
    : { ...part, passageInSight: null, foldedSections: new Set<string>(), isFollowing: false };

const views = fc
  .record({
    locale: fc.constantFrom('zh' as const, 'en' as const),
    base: fc.record({
      query: fc.constantFrom<string>('overview', 'neighbours', 'org-structure'),
      parameters: fc.dictionary(fc.constantFrom('ids', 'types', 'measure'), fc.string({ unit: 'grapheme' })),
    }),
    steps: fc.array(step, { maxLength: 6 }),
    selectedId: fc.option(id),
    selectedIds: fc.uniqueArray(id, { minLength: 2 }).map((list) => new Set(list.toSorted())),
    labelsOff: names,
    typesOff: names,
    basesOff: fc.subarray(['derived', 'stated']).map((list) => new Set(list)),
    facet: fc.option(id),
    asOf: fc.option(date),
    compared: fc.option(period),
    pins: names,
    groups: fc.uniqueArray(group, { maxLength: 3, selector: ({ id: own }) => own }),
    appearances: fc
      .dictionary(id, fc.record({ colour: fc.option(colour), caption: fc.option(fc.constant<string>('name')) }))
      .map(
        (looks) => new Map(Object.entries(looks).filter(([, look]) => look.colour !== null || look.caption !== null)),
      ),
    sizeBy: fc.constantFrom<string>('degree', 'none', 'value'),
    colourBy: fc.constantFrom<string>('label', 'degree', 'kind'),
    layout: fc.constantFrom('given' as const, ...view.layouts),
    positions: fc.array(fc.tuple(id, fc.record({ x: coordinate, y: coordinate }))).map((entries) => new Map(entries)),
    camera: fc.option(
      fc.record({
        x: coordinate,
        y: coordinate,
        zoom: fc.integer({ min: 1, max: 4_000 }).map((value) => value / 1_000),
      }),
    ),
    twin: fc.option(fc.constantFrom(...view.twins)),
    surface: fc.constantFrom(...view.surfaces),
    isTimelineOpen: fc.boolean(),
    branchesFolded: names,
    isChartCompact: fc.boolean(),
    passageInSight: fc.option(id),
    foldedSections: names,
    isFollowing: fc.boolean(),
  })
  .map(withoutUnreadDocument);
type View = typeof views extends fc.Arbitrary<infer T> ? T : never;

function now(): View {
  return {
    locale: locale.value,
    base: view.base.value,
    steps: [...view.steps.value],
    selectedId: view.selectedId.value,
    selectedIds: new Set(view.selectedIds.value),
    labelsOff: new Set(view.labelsOff.value),
    typesOff: new Set(view.typesOff.value),
    basesOff: new Set(view.basesOff.value),
    facet: view.facet.value,
    asOf: view.asOf.value,
    compared: view.compared.value,
    pins: new Set(view.pins.value),
    groups: [...view.groups.value],
    appearances: new Map(view.appearances.value),
    sizeBy: view.sizeBy.value,
    colourBy: view.colourBy.value,
    layout: view.layout.value,
    positions: new Map(view.positions.value),
    camera: view.camera.value,
    twin: view.twin.value,
    surface: view.surface.value,
    isTimelineOpen: view.isTimelineOpen.value,
    branchesFolded: new Set(view.branchesFolded.value),
    isChartCompact: view.isChartCompact.value,
    passageInSight: view.passageInSight.value,
    foldedSections: new Set(view.foldedSections.value),
    isFollowing: view.isFollowing.value,
  };
}

function set(wanted: View): void {
  locale.value = wanted.locale;
  view.base.value = wanted.base;
  view.steps.value = wanted.steps;
  view.selectedId.value = wanted.selectedId;
  view.selectedIds.value = wanted.selectedIds;
  view.labelsOff.value = wanted.labelsOff;
  view.typesOff.value = wanted.typesOff;
  view.basesOff.value = wanted.basesOff;
  view.facet.value = wanted.facet;
  view.asOf.value = wanted.asOf;
  view.compared.value = wanted.compared;
  view.pins.value = wanted.pins;
  view.groups.value = wanted.groups;
  view.appearances.value = wanted.appearances;
  view.sizeBy.value = wanted.sizeBy;
  view.colourBy.value = wanted.colourBy;
  view.layout.value = wanted.layout;
  view.positions.value = wanted.positions;
  view.camera.value = wanted.camera;
  view.twin.value = wanted.twin;
  view.surface.value = wanted.surface;
  view.isTimelineOpen.value = wanted.isTimelineOpen;
  view.branchesFolded.value = wanted.branchesFolded;
  view.isChartCompact.value = wanted.isChartCompact;
  view.passageInSight.value = wanted.passageInSight;
  view.foldedSections.value = wanted.foldedSections;
  view.isFollowing.value = wanted.isFollowing;
}

beforeEach(() => readAddress(''));

describe('the address', () => {
  it('is empty for the first picture', () => {
    expect(writeAddress()).toBe('');
    expect(readAddress('')).toEqual([]);
  });

  it('holds the whole view: what is written is what is read', () => {
    fc.assert(
      fc.property(views, views, (wanted, before) => {
        set(wanted);
        const address = writeAddress();
        set(before);
        expect(readAddress(address)).toEqual([]);
        expect(now()).toEqual(wanted);
        expect(writeAddress()).toBe(address);
      }),
    );
  });

  it('takes whatever text comes, and leaves a view that can be written', () => {
    const keys =
      'lang q s sel sels off toff boff facet asof cmp pin grp look size colour layout pos cam view read folded follow zzz'.split(
        ' ',
      );
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(fc.constantFrom(...keys), fc.string()))
        .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&')),
    );
    fc.assert(
      fc.property(noise, (text) => {
        readAddress(text);
        const address = writeAddress();
        expect(readAddress(address)).toEqual([]);
      }),
    );
  });

  it.each([
    ['layout=spiral', ['layout']],
    ['lang=fr', ['lang']],
    ['cam=1~2', ['cam']],
    ['cam=1~2~0', ['cam']],
    ['pos=a~1~x', ['pos']],
    ['s=expand~a~-1', ['s']],
    ['s=dance~a', ['s']],
    ['s=path~a', ['s']],
    ['q=query%3D..%2Fhealth', ['q']],
    ['view=spiral', ['view']],
    ['s=keep~', ['s']],
    ['s=common~a', ['s']],
    ['s=bring~a', ['s']],
    ['s=passage~a~b', ['s']],
    ['s=expand~a~5000', ['s']],
    ['s=path~a~b~longest~3', ['s']],
    ['asof=yesterday', ['asof']],
    ['cmp=2011~2006', ['cmp']],
    ['asof=2011-13', ['asof']],
    ['cmp=2006~2011-02-40', ['cmp']],
    ['cam=0~0~1e300', ['cam']],
    ['pos=a~1e300~0', ['pos']],
    ['grp=group%0Ax~b~open~c', ['grp']],
    ['grp=group%0A1~b~open~c&grp=group%0A1~d~open~e', ['grp']],
    ['grp=a~b~open~c', ['grp']],
    ['sels=a', ['sels']],
    ['look=A~mauve~', ['look']],
    ['look=A~~', ['look']],
    ['unheard-of=1&sel=a', ['unheard-of']],
  ])('names what it cannot make sense of: %s', (address, keys) => {
    expect(readAddress(address)).toEqual(keys);
  });

  it('keeps what makes sense beside what does not', () => {
    expect(readAddress('s=hide~a&s=dance~b&sel=c&pos=d~1~2&pos=e~1')).toEqual(['s', 'pos']);
    expect(view.steps.value).toEqual([{ kind: 'hide', ids: ['a'] }]);
    expect(view.selectedId.value).toBe('c');
    expect([...view.positions.value]).toEqual([['d', { x: 1, y: 2 }]]);
  });
});
