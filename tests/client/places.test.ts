import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LayoutRelationship } from '../../client/layout/task.ts';
import { treeLayout } from '../../client/layout/tree-layout.ts';
import { placeAround } from '../../client/state/picture/place-around.ts';

const relationshipBetween = (start: string, end: string, isFromAbove = false): LayoutRelationship => ({
  start,
  end,
  isHierarchy: !isFromAbove,
  isFromAbove,
});
const coordinate = fc.integer({ min: -800, max: 800 });
const point = fc.record({ x: coordinate, y: coordinate });
const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `n${index}`);

describe('places for newcomers', () => {
  const situation = fc.record({
    source: point,
    taken: fc.array(point, { maxLength: 60 }),
    count: fc.integer({ min: 0, max: 40 }),
  });

  it('are one for each, cover nothing that was there and nothing of each other', () => {
    fc.assert(
      fc.property(situation, ({ source, taken, count }) => {
        const placed = placeAround(source, taken, names(count));
        expect([...placed.keys()]).toEqual(names(count));
        const places = [...placed.values()];
        const covered = places.filter((place) =>
          [...taken, source, ...places].some(
            (other) => other !== place && Math.abs(other.x - place.x) < 70 && Math.abs(other.y - place.y) < 70,
          ),
        );
        expect(covered).toEqual([]);
      }),
    );
  });

  it('are the same each time, and leave what was there alone', () => {
    fc.assert(
      fc.property(situation, ({ source, taken, count }) => {
        const before = structuredClone(taken);
        expect(placeAround(source, taken, names(count))).toEqual(placeAround(source, taken, names(count)));
        expect(taken).toEqual(before);
      }),
    );
  });
});

describe('the organisation tree', () => {
  const graphs = fc.integer({ min: 0, max: 40 }).chain((count) => {
    const end = fc.constantFrom(...names(Math.max(count, 1)));
    const relationship: fc.Arbitrary<LayoutRelationship> = fc.record({
      start: end,
      end,
      isHierarchy: fc.boolean(),
      isFromAbove: fc.boolean(),
    });
    return fc.record({
      ids: fc.constant(names(count)),
      relationships: count === 0 ? fc.constant([]) : fc.array(relationship, { maxLength: 80 }),
    });
  });

  it('places every node once, no two in one place, whatever circles there are', () => {
    fc.assert(
      fc.property(graphs, ({ ids, relationships }) => {
        const places = treeLayout(ids, relationships);
        expect([...places.keys()].toSorted()).toEqual(ids.toSorted());
        expect(new Set([...places.values()].map(({ x, y }) => `${x} ${y}`)).size).toBe(ids.length);
        expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
    );
  });

  it('is the same for the same graph, in whatever order its nodes come', () => {
    fc.assert(
      fc.property(graphs, ({ ids, relationships }) => {
        expect(treeLayout(ids.toReversed(), relationships)).toEqual(treeLayout(ids, relationships));
      }),
    );
  });

  it('has children below their parent, and who looks from above over it', () => {
    const places = treeLayout(
      ['top', 'left', 'right', 'leaf', 'overseer'],
      [
        relationshipBetween('top', 'left'),
        relationshipBetween('top', 'right'),
        relationshipBetween('left', 'leaf'),
        relationshipBetween('overseer', 'top', true),
      ],
    );
    const y = (id: string): number => places.get(id)?.y ?? Number.NaN;
    expect(y('overseer')).toBeLessThan(y('top'));
    expect(y('top')).toBeLessThan(y('left'));
    expect(y('top')).toBeLessThan(y('right'));
    expect(y('left')).toBeLessThan(y('leaf'));
  });
});
