import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { layOutChart } from '../../client/layout/chart-layout.ts';
import type { ChartPlaces, ChartTask } from '../../client/layout/chart-task.ts';
import { stackChart } from '../../client/layout/stack-chart.ts';

const size = fc.record({ width: fc.integer({ min: 60, max: 260 }), height: fc.integer({ min: 30, max: 120 }) });

/** Charts whose cards hang below earlier ones or below none, with lines from anywhere to anywhere beside that. */
const tasks = fc
  .record({
    boxes: fc.array(fc.tuple(size, fc.option(fc.nat(), { freq: 4 })), { minLength: 1, maxLength: 40 }),
    others: fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 10 }),
    isCompact: fc.boolean(),
  })
  .map(({ boxes, others, isCompact }): ChartTask => {
    const cards = boxes.map(([room, parent], index) => ({
      ...room,
      id: `c${index}`,
      parent: parent === null || index === 0 ? null : `c${parent % index}`,
    }));
    const branches = cards.flatMap(({ id, parent }) =>
      parent === null ? [] : [{ id: `${parent} ${id}`, start: parent, end: id, kind: 'branch' as const }],
    );
    const beside = others.map(([from, to], index) => ({
      id: `o${index}`,
      start: `c${from % cards.length}`,
      end: `c${to % cards.length}`,
      kind: 'other' as const,
    }));
    return { cards, lines: [...branches, ...beside], isCompact };
  });

const laidOut = (task: ChartTask): Promise<ChartPlaces> => layOutChart(task, { layout: stackChart });

describe('a chart that is laid out without ELK', () => {
  it('has a place for each card, none over another, and each below the one that it hangs on', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, async (task) => {
        const { cards, width, height } = await laidOut(task);
        const boxes = task.cards.map((card) => ({
          ...card,
          ...(cards.get(card.id) ?? { x: Number.NaN, y: Number.NaN }),
        }));
        for (const box of boxes) {
          expect(box.x).toBeGreaterThanOrEqual(0);
          expect(box.y).toBeGreaterThanOrEqual(0);
          expect(box.x + box.width).toBeLessThanOrEqual(width + 0.001);
          expect(box.y + box.height).toBeLessThanOrEqual(height + 0.001);
          const parent = boxes.find(({ id }) => id === box.parent);
          expect(box.y).toBeGreaterThan(parent ? parent.y + parent.height : -1);
          const under = boxes.filter((other) => other.id < box.id && isOver(other, box));
          expect(under.map(({ id }) => id)).toEqual([]);
        }
      }),
    );
  });

  it('has a way for each line', async () => {
    await fc.assert(
      fc.asyncProperty(tasks, async (task) => {
        const { lines } = await laidOut(task);
        expect([...lines.keys()].toSorted()).toEqual(task.lines.map(({ id }) => id).toSorted());
        expect([...lines.values()].every((way) => way.length >= 2)).toBe(true);
      }),
    );
  });
});

interface Placed {
  x: number;
  y: number;
  width: number;
  height: number;
}

const isOver = (one: Placed, other: Placed): boolean =>
  one.x < other.x + other.width - 0.001 &&
  other.x < one.x + one.width - 0.001 &&
  one.y < other.y + other.height - 0.001 &&
  other.y < one.y + one.height - 0.001;
