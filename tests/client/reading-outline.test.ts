import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Node } from '../../server/contract/graph.ts';
import { outlineOf } from '../../client/state/reading/reading-outline.ts';
import type { ReadingItem } from '../../client/state/reading/reading-outline.ts';

const nodeAt = (kind: string, address: string): Node => ({
  id: `${kind} ${address}`,
  labels: [],
  properties: { address },
});

/** All items, each after the section that it is in. */
const all = (items: readonly ReadingItem[]): ReadingItem[] => items.flatMap((item) => [item, ...all(item.children)]);

/** A document of any shape: addresses that are made of up to five segments, in reading order, and sections at some of their beginnings. */
const documents = fc
  .uniqueArray(fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5 }), {
    maxLength: 40,
    selector: (path) => path.join('.'),
  })
  .map((paths) => paths.toSorted(inOrder).map((path) => path.map((step) => `s${step}`).join('.')))
  .chain((addresses) => {
    const beginnings = [...new Set(addresses.flatMap((address) => beginningsOf(address)))];
    return fc.record({ addresses: fc.constant(addresses), parts: fc.subarray(beginnings) });
  });

function inOrder(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((step, index) => step !== other[index]);
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? 0);
}

const beginningsOf = (address: string): string[] => {
  const segments = address.split('.');
  return segments.map((_, index) => segments.slice(0, index + 1).join('.'));
};

const outlineAt = (addresses: readonly string[], parts: readonly string[]): ReadingItem[] =>
  outlineOf(
    addresses.map((address) => nodeAt('passage', address)),
    parts.map((address) => nodeAt('section', address)),
  );

describe('the outline of a document', () => {
  it('has every passage once and in reading order, in all sections whose addresses begin its own', () => {
    fc.assert(
      fc.property(documents, ({ addresses, parts }) => {
        const items = all(outlineAt(addresses, parts));
        const passages = items.filter(({ kind }) => kind === 'passage');
        expect(passages.map(({ address }) => address)).toEqual(addresses);
        for (const { address, level } of passages) {
          const around = beginningsOf(address).filter((beginning) => parts.includes(beginning));
          expect(level).toBe(around.length + 1);
          const holding = items.filter((item) => item.kind === 'section' && item.addresses.includes(address));
          expect(holding.map((section) => section.address)).toEqual(around);
        }
      }),
    );
  });

  it('tells of each line its place among those beside it', () => {
    const check = (items: readonly ReadingItem[], level: number): void => {
      expect(items.map((item) => [item.level, item.position, item.size])).toEqual(
        items.map((_, index) => [level, index + 1, items.length]),
      );
      for (const { children } of items) check(children, level + 1);
    };
    fc.assert(fc.property(documents, ({ addresses, parts }) => check(outlineAt(addresses, parts), 1)));
  });

  it('is a list where there are no sections, and may be one passage', () => {
    expect(all(outlineAt(['title', 'lead.1'], [])).map(({ kind, level }) => [kind, level])).toEqual([
      ['passage', 1],
      ['passage', 1],
    ]);
    expect(all(outlineAt(['1'], []))).toHaveLength(1);
    expect(outlineAt([], ['s1'])).toEqual([]);
  });
});
