import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chartOf, mostCards } from '../../client/state/org-chart/chart.ts';
import type { Chart, PartOf } from '../../client/state/org-chart/chart.ts';
import { cardToward } from '../../client/state/org-chart/walk-chart.ts';
import type { Relationship } from '../../server/contract/graph.ts';

const partOf: PartOf = ({ type }) => {
  if (type === 'ABOVE') return 'hierarchy';
  return type === 'OVERSEES' ? 'oversight' : null;
};

function lines(...texts: string[]): Relationship[] {
  return texts.map((text) => {
    const [start = '', type = '', end = ''] = text.split(' ');
    return { id: text, type, start, end, properties: {} };
  });
}

const relationship = fc
  .tuple(fc.nat(9), fc.constantFrom('ABOVE', 'ABOVE', 'OVERSEES', 'OTHER'), fc.nat(9))
  .map(([start, type, end]) => `b${start} ${type} b${end}`);
const graphs = fc.uniqueArray(relationship, { maxLength: 40 }).map((texts) => lines(...texts));
const foldings = fc.array(fc.nat(9).map((number) => `b${number}`)).map((ids) => new Set(ids));
const unfolded = new Set<string>();

const kindsOf = ({ lines: drawn }: Chart): Record<string, string> =>
  Object.fromEntries(drawn.map(({ relationship: { id }, kind }) => [id, kind]));

describe('the chart of a hierarchy', () => {
  it('has each body once and each of its relationships once, whatever circles there are', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const chart = chartOf(graph, partOf, unfolded);
        const parts = graph.filter((one) => partOf(one) !== null);
        const bodies = new Set(parts.flatMap(({ start, end }) => [start, end]));
        expect(chart.cards.map(({ id }) => id).toSorted()).toEqual([...bodies].toSorted());
        expect(chart.lines.map((line) => line.relationship)).toEqual(parts);
        expect([chart.folded, chart.leftOut]).toEqual([{ cards: 0, lines: 0 }, 0]);
      }),
    );
  });

  it('is a forest of its branches: parents come before their children, and levels count from the roots', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { cards, lines: drawn } = chartOf(graph, partOf, unfolded);
        const seen = new Map<string, number>();
        for (const { id, parent, level, children } of cards) {
          expect(parent === null ? 1 : (seen.get(parent) ?? Number.NaN) + 1).toBe(level);
          seen.set(id, level);
          expect(cards.filter((card) => card.parent === id).map((card) => card.id)).toEqual(children);
        }
        const branches = drawn.filter(({ kind }) => kind === 'branch').map((line) => line.relationship.end);
        expect(branches.toSorted()).toEqual(cards.flatMap(({ id, parent }) => (parent ? [id] : [])).toSorted());
      }),
    );
  });

  it('without the lines that close circles has no circle', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { lines: drawn } = chartOf(graph, partOf, unfolded);
        const down = drawn.filter(({ kind }) => kind === 'branch' || kind === 'further');
        // Taking away what nothing leads to leaves nothing only where there is no circle.
        let left = down.map((line) => line.relationship);
        for (let before = -1; before !== left.length;) {
          before = left.length;
          left = left.filter(({ start }) => left.some(({ end }) => end === start));
        }
        expect(left).toEqual([]);
      }),
    );
  });

  it('counts all that is folded away', () => {
    fc.assert(
      fc.property(graphs, foldings, (graph, folded) => {
        const whole = chartOf(graph, partOf, unfolded);
        const chart = chartOf(graph, partOf, folded);
        expect(chart.cards.length + chart.folded.cards).toBe(whole.cards.length);
        expect(chart.lines.length + chart.folded.lines).toBe(whole.lines.length);
        const hidden = chart.cards.filter(({ isFolded }) => isFolded).reduce((sum, { below }) => sum + below, 0);
        expect(hidden).toBe(chart.folded.cards);
      }),
    );
  });

  it('tells a second body above, a circle, and a body above itself', () => {
    const chart = chartOf(
      lines('a ABOVE b', 'b ABOVE c', 'a ABOVE c', 'c ABOVE a', 'r ABOVE a', 'c ABOVE c', 'x OVERSEES b'),
      partOf,
      unfolded,
    );
    expect(kindsOf(chart)).toEqual({
      'a ABOVE b': 'branch',
      'b ABOVE c': 'branch',
      'a ABOVE c': 'further',
      'c ABOVE a': 'closing',
      'r ABOVE a': 'branch',
      'c ABOVE c': 'closing',
      'x OVERSEES b': 'oversight',
    });
    expect(chart.cards.map(({ id, level }) => `${id}${level}`)).toEqual(['r1', 'a2', 'b3', 'c4', 'x1']);
  });

  it('begins a circle that nothing is above with its first body', () => {
    const chart = chartOf(lines('a ABOVE b', 'b ABOVE a'), partOf, unfolded);
    expect(chart.cards.map(({ id, parent }) => [id, parent])).toEqual([
      ['a', null],
      ['b', 'a'],
    ]);
    expect(kindsOf(chart)).toEqual({ 'a ABOVE b': 'branch', 'b ABOVE a': 'closing' });
  });

  it('can be thousands deep, and says what it does not have room for', () => {
    const count = mostCards + 10;
    const chain = lines(...Array.from({ length: count - 1 }, (_, index) => `n${index} ABOVE n${index + 1}`));
    const chart = chartOf(chain, partOf, unfolded);
    expect([chart.cards.length, chart.leftOut, chart.lines.length]).toEqual([mostCards, 10, mostCards - 1]);
    expect(chart.cards[0]?.below).toBe(count - 1);
  });
});

describe('walking on the chart', () => {
  const { cards } = chartOf(
    lines('a ABOVE b', 'a ABOVE c', 'b ABOVE d', 'c ABOVE e', 'z ABOVE y'),
    partOf,
    new Set(['z']),
  );

  it.each([
    ['a', 'down', 'b'],
    ['b', 'right', 'c'],
    ['d', 'right', 'e'],
    ['e', 'left', 'd'],
    ['e', 'up', 'c'],
    ['a', 'right', 'z'],
    ['a', 'up', undefined],
    ['d', 'down', undefined],
    ['z', 'down', undefined],
    ['c', 'first', 'a'],
    ['a', 'last', 'z'],
    [undefined, 'down', 'a'],
  ] as const)('from %s %s leads to %s', (from, step, to) => {
    expect(cardToward(cards, from, step)).toBe(to);
  });
});
