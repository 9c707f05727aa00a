import * as fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { spanOf } from '../../client/state/timeline/dates.ts';
import { toggleLabel } from '../../client/state/picture/filter-actions.ts';
import { shownIds } from '../../client/state/picture/filters.ts';
import { locale } from '../../client/state/locale.ts';
import { outline, treeOf } from '../../client/state/picture/outline.ts';
import type { OutlineItem } from '../../client/state/picture/outline.ts';
import { picture } from '../../client/state/picture/picture.ts';
import { openBase, start } from '../../client/state/view/session.ts';
import { tableColumns, tableLines, tableOf, tableOrder } from '../../client/state/table.ts';
import { nearestToward } from '../../client/state/picture/walk.ts';
import { againstApp } from './against-app.ts';

againstApp();

beforeEach(async () => {
  await start();
  await openBase({ query: 'overview', parameters: { depth: '3' } }, 'given');
  tableOf.value = 'nodes';
  tableOrder.value = null;
});

const itemsIn = (items: readonly OutlineItem[]): OutlineItem[] =>
  items.flatMap((item) => [item, ...itemsIn(item.children)]);

/** Ids of the nodes that the outline has. */
const nodesIn = () => new Set(itemsIn(outline.value).flatMap(({ kind, id }) => (kind === 'node' ? [id] : [])));
const shown = () => new Set([...picture.value.nodes.keys()].filter((id) => shownIds.value.has(id)));
const below = (id: string): string[] =>
  itemsIn(outline.value)
    .find((item) => item.id === id && item.children.length > 0)
    ?.children.map((child) => child.id) ?? [];

describe('the outline', () => {
  it('has all that is shown, and what the filters hold back is not in it', () => {
    expect(nodesIn()).toEqual(shown());
    toggleLabel('Organization');
    expect(nodesIn()).toEqual(shown());
    toggleLabel('Organization');
  });

  it('puts the branches below the committee, and items below their programme', () => {
    expect(below('association-party-committee')).toContain('party-branches');
    expect(below('five-services')).toHaveLength(5);
  });

  it('ends whatever circles there are, has each node, and writes out the parts of each once', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f');
    const edges = fc.array(fc.tuple(id, id), { maxLength: 30 });
    fc.assert(
      fc.property(fc.uniqueArray(id), edges, (ids, pairs) => {
        const held = new Map<string, string[]>();
        for (const [whole, part] of pairs) held.set(whole, [...(held.get(whole) ?? []), part]);
        const { roots, loose } = treeOf(ids, held);
        const items = itemsIn(roots);
        expect(new Set([...items.map((item) => item.id), ...loose])).toEqual(new Set(ids));
        expect(new Set(items.map(({ key }) => key)).size).toBe(items.length);
        const written = items.filter(({ children }) => children.length > 0).map((item) => item.id);
        expect(new Set(written).size).toBe(written.length);
      }),
    );
  });
});

describe('the table', () => {
  it.each(['nodes', 'relationships'] as const)('lists the %s that are shown, sorted by each of its columns', (kind) => {
    tableOf.value = kind;
    const ids = [...picture.value[kind].keys()].filter((id) => shownIds.value.has(id)).toSorted();
    for (const column of tableColumns[kind]) {
      const values = [false, true].map((isDescending) => {
        tableOrder.value = { column, isDescending };
        expect(tableLines.value.map(({ id }) => id).toSorted()).toEqual(ids);
        return tableLines.value.map(({ cells }) => cells[column]);
      });
      const [up = [], down = []] = values;
      expect([column, down.toReversed()]).toEqual([column, up]);
    }
  });

  it('sorts dates by time, however the language writes them', () => {
    locale.value = 'en';
    tableOf.value = 'nodes';
    tableOrder.value = { column: 'date', isDescending: false };
    const begins = tableLines.value.flatMap(({ id }) => {
      const span = spanOf(picture.value.nodes.get(id)?.properties ?? {});
      return span?.begin ? [span.begin] : [];
    });
    locale.value = 'zh';
    expect(begins.some((date) => date.includes('-'))).toBe(true);
    expect(begins).toEqual(begins.toSorted());
  });

  it('sorts numbers as numbers', () => {
    tableOrder.value = { column: 'count', isDescending: true };
    const counts = tableLines.value.map(({ cells }) => Number(cells.count));
    expect(counts).toEqual(counts.toSorted((one, other) => other - one));
    expect(counts[0]).toBeGreaterThan(9);
  });
});

describe('walking by the arrow keys', () => {
  const point = fc.record({ x: fc.integer({ min: -50, max: 50 }), y: fc.integer({ min: -50, max: 50 }) });

  it('goes to the nearest node ahead, and never against the direction', () => {
    const places = new Map([
      ['near', { x: 10, y: 2 }],
      ['far', { x: 40, y: 0 }],
      ['aside', { x: 5, y: 30 }],
      ['behind', { x: -5, y: 0 }],
    ]);
    expect(nearestToward({ x: 0, y: 0 }, 'right', places)).toBe('near');
    expect(nearestToward({ x: 0, y: 0 }, 'left', places)).toBe('behind');
    expect(nearestToward({ x: 0, y: 0 }, 'down', places)).toBe('aside');
    expect(nearestToward({ x: 0, y: 0 }, 'up', places)).toBeUndefined();
  });

  it('reaches some node in one of the directions from everywhere, and begins in the middle', () => {
    fc.assert(
      fc.property(fc.array(point, { minLength: 1, maxLength: 12 }), point, (others, from) => {
        const places = new Map(others.map((place, index) => [`n${index}`, place]));
        expect(nearestToward(undefined, 'up', places)).toBeDefined();
        const ways = (['up', 'down', 'left', 'right'] as const).map((way) => nearestToward(from, way, places));
        const isAlone = others.every(({ x, y }) => x === from.x && y === from.y);
        expect(ways.some((id) => id !== undefined)).toBe(!isAlone);
      }),
    );
  });
});
