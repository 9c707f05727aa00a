import ELK from 'elkjs/lib/elk.bundled.js';
import { describe, expect, it } from 'vitest';
import { layOutChart } from '../../client/layout/chart-layout.ts';
import type { ChartBox, ChartEdge, ChartPlaces, ChartTask } from '../../client/layout/chart-task.ts';

const elk = new ELK();

/** A chart of `child < parent` and `start > end`, the latter beside the tree. */
function task(texts: string[], options: Partial<Pick<ChartTask, 'isCompact'>> = {}): ChartTask {
  const cards: ChartBox[] = [];
  const lines: ChartEdge[] = [];
  for (const text of texts) {
    const [one = '', sign, other = ''] = text.split(' ');
    if (sign === '>') lines.push({ id: text, start: one, end: other, kind: 'other' });
    else {
      cards.push({ id: one, width: 200, height: 60 + 10 * (cards.length % 3), parent: other || null });
      if (other) lines.push({ id: text, start: other, end: one, kind: 'branch' });
    }
  }
  return { cards, lines, isCompact: options.isCompact ?? false };
}

const family = (children: number, of = 'root'): string[] =>
  Array.from({ length: children }, (_, index) => `${of}.${index} < ${of}`);

/** Pairs of cards that cover each other. */
function overlaps({ cards }: ChartTask, places: ChartPlaces): string[] {
  const boxes = cards.map((card) => ({ ...card, ...(places.cards.get(card.id) ?? { x: Number.NaN, y: Number.NaN }) }));
  return boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter(
        (other) =>
          !(
            one.x + one.width <= other.x ||
            other.x + other.width <= one.x ||
            one.y + one.height <= other.y ||
            other.y + other.height <= one.y
          ),
      )
      .map((other) => `${one.id} ${other.id}`),
  );
}

const charts: [string, ChartTask][] = [
  ['a few bodies', task(['root', ...family(3), ...family(2, 'root.1')])],
  ['leaves in columns', task(['root', ...family(5), ...family(4, 'root.1')], { isCompact: true })],
  ['500 children', task(['root', ...family(500)])],
  ['500 children, compact', task(['root', ...family(500)], { isCompact: true })],
  ['several roots', task(['root', ...family(2), 'other', ...family(8, 'other'), 'alone'])],
  [
    'circles and oversight',
    task(['root', ...family(3), 'root.0 > root', 'root.2 > root.1', 'root.1 > root.2', 'root > root']),
  ],
  [
    'more lines than are led round cards',
    task([
      'root',
      ...family(30),
      ...Array.from(
        { length: 301 },
        (_, index) => `root.${index % 30} > root.${(index + 1 + Math.floor(index / 30)) % 30}`,
      ),
    ]),
  ],
  ['a chain of 300', task(['n0', ...Array.from({ length: 299 }, (_, index) => `n${index + 1} < n${index}`)])],
];

describe.each(charts)('a chart of %s', (_, chart) => {
  const laidOut = layOutChart(chart, elk);

  it('covers no card with another', async () => {
    expect(overlaps(chart, await laidOut)).toEqual([]);
  });

  it('puts children below the card above them', async () => {
    const { cards } = await laidOut;
    const wrong = chart.cards.filter(
      ({ id, parent }) => parent !== null && !((cards.get(id)?.y ?? 0) > (cards.get(parent)?.y ?? Infinity)),
    );
    expect(wrong).toEqual([]);
  });

  it('leads each line from the border of its start to that of its end', async () => {
    const { cards, lines } = await laidOut;
    const boxes = new Map(chart.cards.map((card) => [card.id, card]));
    const isOnBorder = (id: string, point: { x: number; y: number } | undefined): boolean => {
      const [box, corner] = [boxes.get(id), cards.get(id)];
      if (!box || !corner || !point) return false;
      const [dx, dy] = [point.x - corner.x, point.y - corner.y];
      const isIn = dx >= -1 && dy >= -1 && dx <= box.width + 1 && dy <= box.height + 1;
      return isIn && (dx < 1 || dy < 1 || dx > box.width - 1 || dy > box.height - 1);
    };
    const wrong = chart.lines.filter(({ id, start, end }) => {
      const way = lines.get(id) ?? [];
      return !isOnBorder(start, way[0]) || !isOnBorder(end, way.at(-1));
    });
    expect(wrong).toEqual([]);
  });

  it('is the same each time', async () => {
    expect(await layOutChart(chart, elk)).toEqual(await laidOut);
  });
});

describe('many children', () => {
  it('stand in columns rather than in a row of a hundred metres', async () => {
    const { width, height } = await layOutChart(task(['root', ...family(500)], { isCompact: true }), elk);
    expect(width).toBeLessThan(10_000);
    expect(height).toBeLessThan(10_000);
  });
});
