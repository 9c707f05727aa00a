import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { readAddress, writeAddress } from '../../client/state/address.ts';
import { locale } from '../../client/state/locale.ts';
import * as view from '../../client/state/view.ts';

const id = fc.oneof(
  fc.constantFrom('party-branches', 'a.HAS_BRANCH.b.2', '4:5f3c:17', '有~波浪%7E线', '100%', 'a&b=c#d'),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
);
const step: fc.Arbitrary<view.Step> = fc.oneof(
  fc.record({ kind: fc.constant('expand' as const), id, limit: fc.integer({ min: 1, max: 10_000 }) }),
  fc.record({ kind: fc.constant('path' as const), from: id, to: id }),
  fc.record({ kind: fc.constant('hide' as const), id }),
);
const coordinate = fc.integer({ min: -100_000, max: 100_000 });
const views = fc.record({
  locale: fc.constantFrom('zh' as const, 'en' as const),
  base: fc.record({
    query: fc.constantFrom<string>('overview', 'neighbours', 'org-structure'),
    parameters: fc.dictionary(fc.constantFrom('ids', 'types', 'measure'), fc.string({ unit: 'grapheme' })),
  }),
  steps: fc.array(step, { maxLength: 6 }),
  selectedId: fc.option(id),
  labelsOff: fc.array(id).map((labels) => new Set(labels.toSorted())),
  layout: fc.constantFrom('given' as const, ...view.layouts),
  positions: fc.array(fc.tuple(id, fc.record({ x: coordinate, y: coordinate }))).map((entries) => new Map(entries)),
  camera: fc.option(
    fc.record({ x: coordinate, y: coordinate, zoom: fc.integer({ min: 1, max: 4_000 }).map((value) => value / 1_000) }),
  ),
  isList: fc.boolean(),
});
type View = typeof views extends fc.Arbitrary<infer T> ? T : never;

function now(): View {
  return {
    locale: locale.value,
    base: view.base.value,
    steps: [...view.steps.value],
    selectedId: view.selectedId.value,
    labelsOff: new Set(view.labelsOff.value),
    layout: view.layout.value,
    positions: new Map(view.positions.value),
    camera: view.camera.value,
    isList: view.isList.value,
  };
}

function set(wanted: View): void {
  locale.value = wanted.locale;
  view.base.value = wanted.base;
  view.steps.value = wanted.steps;
  view.selectedId.value = wanted.selectedId;
  view.labelsOff.value = wanted.labelsOff;
  view.layout.value = wanted.layout;
  view.positions.value = wanted.positions;
  view.camera.value = wanted.camera;
  view.isList.value = wanted.isList;
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
    const noise = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc
        .array(fc.tuple(fc.constantFrom('lang', 'q', 's', 'sel', 'layout', 'pos', 'cam', 'view', 'zzz'), fc.string()))
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
    ['view=table', ['view']],
    ['unheard-of=1&sel=a', ['unheard-of']],
  ])('names what it cannot make sense of: %s', (address, keys) => {
    expect(readAddress(address)).toEqual(keys);
  });

  it('keeps what makes sense beside what does not', () => {
    expect(readAddress('s=hide~a&s=dance~b&sel=c&pos=d~1~2&pos=e~1')).toEqual(['s', 'pos']);
    expect(view.steps.value).toEqual([{ kind: 'hide', id: 'a' }]);
    expect(view.selectedId.value).toBe('c');
    expect([...view.positions.value]).toEqual([['d', { x: 1, y: 2 }]]);
  });
});
