import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arrange } from '../../client/layout/arrange.ts';
import { seededChance } from '../../client/layout/seeded-chance.ts';
import type { Box, LayoutRelationship, LayoutKind, LayoutTask } from '../../client/layout/task.ts';

const kinds: LayoutKind[] = ['force', 'tree', 'concentric'];

const box = (index: number, rest: Partial<Box> = {}): Box => ({
  id: `n${index}`,
  width: 80,
  height: 40,
  below: 25,
  x: 0,
  y: 0,
  isFixed: false,
  groupId: null,
  ...rest,
});
const relationship = (start: number, end: number): LayoutRelationship => ({
  start: `n${start}`,
  end: `n${end}`,
  isHierarchy: false,
  isFromAbove: false,
});

/** A graph of a size with a few hubs, the same each time. */
function graphOf(count: number): Pick<LayoutTask, 'nodes' | 'relationships'> {
  const chance = seededChance(7);
  return {
    nodes: Array.from({ length: count }, (_, index) => box(index)),
    relationships: Array.from({ length: 2 * count }, () =>
      relationship(Math.floor(chance() ** 3 * count), Math.floor(chance() * count)),
    ),
  };
}

/** Pairs of nodes of which one covers the other. */
function covered(nodes: readonly Box[], places: ReadonlyMap<string, { x: number; y: number }>): string[] {
  const placed = nodes.map((node) => Object.assign({}, node, places.get(node.id)));
  return placed.flatMap((one, index) =>
    placed
      .slice(index + 1)
      .filter(
        (other) =>
          Math.abs(one.x - other.x) < (one.width + other.width) / 2 &&
          Math.min(one.y + one.height / 2 + one.below, other.y + other.height / 2 + other.below) >
            Math.max(one.y - one.height / 2, other.y - other.height / 2),
      )
      .map((other) => `${one.id} ${other.id}`),
  );
}

/** How much wider than high places lie. */
function spread(places: ReadonlyMap<string, { x: number; y: number }>): number {
  const all = [...places.values()];
  const [xs, ys] = [all.map(({ x }) => x), all.map(({ y }) => y)];
  return Math.max(...xs) - Math.min(...xs) - (Math.max(...ys) - Math.min(...ys));
}

describe('the force layout of a picture that opens on a narrow screen', () => {
  it.each([6, 14, 60])('stands upright, and no node covers another: %i nodes', async (count) => {
    // Small boxes: what pushes them apart must not decide.
    const nodes = Array.from({ length: count }, (_, index) => box(index, { width: 4, height: 4, below: 0 }));
    const relationships = nodes.slice(1).map((_, index) => relationship(Math.floor(index / 3), index + 1));
    const task: LayoutTask = { kind: 'force', nodes, relationships, middle: null };
    const upright = await arrange({ ...task, isUpright: true });
    expect(spread(upright)).toBeLessThanOrEqual(0);
    expect(Math.abs(spread(await arrange(task)))).toBeCloseTo(Math.abs(spread(upright)), 0);
    expect(covered(nodes, upright)).toEqual([]);
  });
});

describe.each(kinds)('the layout %s', (kind) => {
  it.each([1, 2, 44, 450])(
    'gives the same places for the same picture of %i nodes, wherever they stood',
    async (count) => {
      const { nodes, relationships } = graphOf(count);
      const places = await arrange({ kind, nodes, relationships, middle: null });
      const elsewhere = nodes.map((node, index) => Object.assign({}, node, { x: 100 * index, y: -7 * index }));
      expect(await arrange({ kind, nodes: elsewhere, relationships, middle: null })).toEqual(places);
      expect([...places.keys()].toSorted()).toEqual(nodes.map(({ id }) => id).toSorted());
      expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
    },
  );

  it('lets no node cover another', async () => {
    const { nodes, relationships } = graphOf(44);
    expect(covered(nodes, await arrange({ kind, nodes, relationships, middle: null }))).toEqual([]);
  });

  it.each([44, 450])('leaves pinned nodes exactly where they are, of %i', async (count) => {
    const { nodes, relationships } = graphOf(count);
    const pinned = nodes.map((node, index) =>
      index % 9 === 0 ? Object.assign({}, node, { isFixed: true, x: 131 * index, y: 77 - 53 * index }) : node,
    );
    const places = await arrange({ kind, nodes: pinned, relationships, middle: null });
    const fixed = pinned.filter(({ isFixed }) => isFixed);
    expect(fixed.map(({ id }) => places.get(id))).toEqual(fixed.map(({ x, y }) => ({ x, y })));
  });

  it('keeps a group together, with nobody else among its members', async () => {
    const { nodes, relationships } = graphOf(30);
    const grouped = nodes.map((node, index) => (index < 6 ? Object.assign({}, node, { groupId: 'group\n1' }) : node));
    const places = await arrange({ kind, nodes: grouped, relationships, middle: null });
    const of = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
    const members = grouped.filter(({ groupId }) => groupId !== null).map(({ id }) => of(id));
    const [left, right] = [Math.min(...members.map(({ x }) => x)), Math.max(...members.map(({ x }) => x))];
    const [top, bottom] = [Math.min(...members.map(({ y }) => y)), Math.max(...members.map(({ y }) => y))];
    const strangers = grouped
      .filter(({ groupId }) => groupId === null)
      .filter(({ id }) => of(id).x > left && of(id).x < right && of(id).y > top && of(id).y < bottom);
    expect(members.length).toBe(6);
    expect(strangers).toEqual([]);
    expect(covered(grouped, places)).toEqual([]);
  });

  it('moves no pinned member of a group', async () => {
    const { nodes, relationships } = graphOf(12);
    const grouped = nodes.map((node, index) =>
      index < 4 ? Object.assign({}, node, { groupId: 'group\n1', isFixed: index === 2, x: 900, y: -400 }) : node,
    );
    const places = await arrange({ kind, nodes: grouped, relationships, middle: null });
    expect(places.get('n2')).toEqual({ x: 900, y: -400 });
  });

  it('places whatever graph there is: without relationships, in parts, with circles and loops', async () => {
    const graphs = fc.integer({ min: 0, max: 14 }).chain((count) => {
      const end = fc.integer({ min: 0, max: Math.max(0, count - 1) });
      return fc.record({
        nodes: fc.constant(Array.from({ length: count }, (_, index) => box(index))),
        relationships:
          count === 0
            ? fc.constant([])
            : fc.array(
                fc.tuple(end, end).map(([a, b]) => relationship(a, b)),
                { maxLength: 24 },
              ),
      });
    });
    await fc.assert(
      fc.asyncProperty(graphs, async ({ nodes, relationships }) => {
        const places = await arrange({ kind, nodes, relationships, middle: null });
        expect(places.size).toBe(nodes.length);
        expect([...places.values()].every(({ x, y }) => Number.isFinite(x) && Number.isFinite(y))).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

describe('the concentric layout', () => {
  it('puts the chosen node in the middle and its neighbours nearest to it', async () => {
    const nodes = Array.from({ length: 7 }, (_, index) => box(index));
    const relationships = [
      relationship(3, 0),
      relationship(3, 1),
      relationship(3, 2),
      relationship(0, 4),
      relationship(1, 5),
      relationship(5, 6),
    ];
    const places = await arrange({ kind: 'concentric', nodes, relationships, middle: 'n3' });
    const distance = (id: string): number => {
      const { x, y } = places.get(id) ?? { x: Number.NaN, y: Number.NaN };
      return Math.hypot(x - (places.get('n3')?.x ?? 0), y - (places.get('n3')?.y ?? 0));
    };
    const farthestNear = Math.max(...['n0', 'n1', 'n2'].map(distance));
    expect(Math.min(...['n4', 'n5'].map(distance))).toBeGreaterThan(farthestNear);
    expect(distance('n6')).toBeGreaterThan(Math.max(distance('n4'), distance('n5')));
  });
});

describe('an organisation tree of thousands', () => {
  const chance = seededChance(3);
  const nodes = Array.from({ length: 3_000 }, (_, index) => box(index));
  const relationships = nodes
    .slice(1)
    .map((_, index) =>
      Object.assign(relationship(Math.floor(chance() ** 2 * (index + 1)), index + 1), { isHierarchy: true }),
    );

  it('goes on in further rows instead of becoming a strip', async () => {
    const places = await arrange({ kind: 'tree', nodes, relationships, middle: null });
    const [xs, ys] = [[...places.values()].map(({ x }) => x), [...places.values()].map(({ y }) => y)];
    const ratio = (Math.max(...xs) - Math.min(...xs)) / (Math.max(...ys) - Math.min(...ys));
    expect(places.size).toBe(nodes.length);
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(4);
  });

  it('keeps everybody below who stands over them', async () => {
    const places = await arrange({ kind: 'tree', nodes, relationships, middle: null });
    const wrong = relationships.filter(({ start, end }) => (places.get(end)?.y ?? 0) <= (places.get(start)?.y ?? 0));
    expect(wrong).toEqual([]);
  });
});
