import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from '../../server/contract/answer.ts';
import type { Json } from '../../server/contract/json.ts';
import { figuresOfChart, measuresOf } from '../../client/state/figures/figure-charts.ts';
import type { Disagreement, FigureChart, Measure } from '../../client/state/figures/figure-charts.ts';
import { haveCommon, rangeOf, sumOfRanges } from '../../client/state/figures/figure-ranges.ts';
import {
  pointsOf,
  scaleOfBars,
  scaleOfLine,
  shareOf,
  toldOf,
  yearsOf,
} from '../../client/state/figures/figure-scale.ts';
import { figuresIn } from '../../client/state/figures/figures.ts';
import type { Figure } from '../../client/state/figures/figures.ts';

const figure = (id: string, value: number, more: Partial<Figure> = {}): Figure => ({
  id,
  measure: 'rooms',
  time: null,
  value,
  unit: { zh: '个', en: 'rooms' },
  qualifier: 'exact',
  isDerived: false,
  of: [`of-${id}`],
  ...more,
});

/** The figures of a measure that an ontology names beside another one. */
function measureOf(figures: readonly Figure[], sums: { total: string; parts: string[] }[] = []): Measure {
  const [measure] = measuresOf(figures, { measures: [], sums });
  if (!measure) throw new Error('there is no measure');
  return measure;
}

const kindsOf = (charts: readonly FigureChart[]) =>
  charts.map(({ kind, figures }) => [kind, ...figures.map(({ id }) => id)]);
const told = (disagreements: readonly Disagreement[]) =>
  disagreements.map(({ kind, figures }) => [kind, ...figures.map(({ id }) => id)]);

const columns = ['measure', 'time', 'value', 'unit', 'unitEn', 'qualifier', 'basis', 'figure', 'relationship', 'of'];
const row = (id: string, of: string, value: Json = 5): Json[] => {
  const said = ['rooms', '2010', value, '个', 'rooms', 'over', 'derived'];
  return [...said, { $node: id }, { $relationship: `${id}.${of}` }, { $node: of }];
};

const answer = (rows: Answer['table']['rows']): Answer => ({
  graph: { nodes: [], relationships: [] },
  table: { columns, rows },
  truncated: false,
  ms: 1,
  notices: [],
});

/** Where the points lie that have their numbers beside them. */
const toldAt = (...xs: number[]): number[] => [...toldOf(xs.map((x) => ({ x })))].map((index) => xs[index] ?? -1);

describe('the figures in an answer', () => {
  it('are each there once, with all that it measures', () => {
    expect(figuresIn(answer([row('a', 'y'), row('a', 'x'), row('b', 'x')]))).toEqual([
      figure('a', 5, { time: '2010', qualifier: 'over', isDerived: true, of: ['x', 'y'] }),
      figure('b', 5, { time: '2010', qualifier: 'over', isDerived: true, of: ['x'] }),
    ]);
  });

  it('leave out what has no number', () => {
    expect(figuresIn(answer([row('a', 'x', 'five'), row('b', 'x', null)]))).toEqual([]);
  });

  it('are found by the names of the columns, wherever these stand', () => {
    const { table, ...rest } = answer([row('a', 'x')]);
    const turned = { columns: columns.toReversed(), rows: table.rows.map((cells) => cells.toReversed()) };
    expect(figuresIn({ ...rest, table: turned })).toEqual(figuresIn({ ...rest, table }));
  });
});

describe('what is drawn of figures', () => {
  it('is a line of those of one thing at several times', () => {
    const coverage = [
      figure('later', 100, { time: '2010', of: ['coverage'] }),
      figure('earlier', 32, { time: '2005', of: ['coverage'] }),
    ];
    expect(kindsOf(measureOf(coverage).charts)).toEqual([['series', 'earlier', 'later']]);
  });

  it('is no line where units, things or times are not comparable', () => {
    const apart = [
      figure('a', 1, { time: '2005', of: ['x'] }),
      figure('b', 2, { time: '2010', of: ['y'] }),
      figure('c', 3, { time: '2010', of: ['x'], unit: { zh: '间', en: 'halls' } }),
      figure('d', 4, { of: ['x'] }),
    ];
    expect(kindsOf(measureOf(apart).charts)).toEqual([
      ['number', 'd'],
      ['number', 'a'],
      ['number', 'b'],
      ['number', 'c'],
    ]);
  });

  const rooms = [figure('all', 37), figure('five', 5), figure('eleven', 11), figure('twenty-one', 21)];
  const sum = { total: 'all', parts: ['five', 'twenty-one', 'eleven'] };

  it('is a whole with its parts where the data set says that they are all of its parts', () => {
    const { charts, sums, disagreements } = measureOf(rooms, [sum]);
    expect(kindsOf(charts)).toEqual([['whole', 'five', 'twenty-one', 'eleven']]);
    expect(sums.map(({ total, isExact }) => [total.id, isExact])).toEqual([['all', true]]);
    expect(disagreements).toEqual([]);
  });

  it('is no whole where nobody says so, even if the numbers would add up', () => {
    expect(kindsOf(measureOf(rooms).charts)).toEqual([['comparison', 'all', 'eleven', 'five', 'twenty-one']]);
  });

  it('is no whole of what is not of one kind, though the sum is checked', () => {
    const change = [
      figure('before', 82, { time: '2005', measure: 'complaints', of: ['lawyers'] }),
      figure('after', 12, { time: '2010', measure: 'complaints', of: ['lawyers'] }),
      figure('drop', 70, { time: '2005/2010', measure: 'drop', of: ['lawyers'] }),
    ];
    const measures = measuresOf(change, { measures: [], sums: [{ total: 'before', parts: ['after', 'drop'] }] });
    expect(measures.map(({ name, charts, sums }) => [name, kindsOf(charts), sums.length])).toEqual([
      ['complaints', [['series', 'before', 'after']], 1],
      ['drop', [['number', 'drop']], 0],
    ]);
  });

  it('leaves a sum out of which a figure has not come', () => {
    const { charts, sums, disagreements } = measureOf(rooms.slice(0, 3), [sum]);
    expect([charts.map(({ kind }) => kind), sums, disagreements]).toEqual([['comparison'], [], []]);
  });

  it('is in the order of the ontology, with what that does not name at the end', () => {
    const figures = ['c', 'b', 'a', 'd'].map((measure) => figure(measure, 1, { measure }));
    const titled = ['d', 'b'].map((name) => ({ name, title: { zh: name, en: name } }));
    const measures = measuresOf(figures, { measures: titled, sums: [] });
    expect(measures.map(({ name }) => name)).toEqual(['d', 'b', 'a', 'c']);
  });
});

/** What is contradictory about two figures of one thing. */
const twice = (one: Partial<Figure>, other: Partial<Figure>) =>
  told(measureOf([figure('a', 30, { of: ['x'], ...one }), figure('b', 31, { of: ['x'], ...other })]).disagreements);

describe('figures that contradict each other', () => {
  it('are those of one thing at one time with two numbers', () => {
    expect(twice({}, {})).toEqual([['values', 'a', 'b']]);
    expect(twice({ time: '2010' }, { time: '2010' })).toEqual([['values', 'a', 'b']]);
  });

  it.each<[string, Partial<Figure>, Partial<Figure>]>([
    ['the same number', { value: 31 }, {}],
    ['of another thing', { of: ['y'] }, {}],
    ['at another time', { time: '2009' }, { time: '2010' }],
    ['in another unit', { unit: { zh: '间', en: 'halls' } }, {}],
    ['at least so many', { qualifier: 'atLeast' }, {}],
    ['more than so many', { qualifier: 'over' }, {}],
    ['about so many', { qualifier: 'about' }, {}],
  ])('are not those %s', (_, one, other) => {
    expect(twice(one, other)).toEqual([]);
  });

  it('are those of which one says more, and the other no more', () => {
    expect(twice({ qualifier: 'over', value: 31 }, {})).toEqual([['values', 'a', 'b']]);
    expect(twice({ qualifier: 'atLeast', value: 32 }, {})).toEqual([['values', 'a', 'b']]);
    expect(twice({ qualifier: 'atLeast', value: 31 }, {})).toEqual([]);
  });

  it('are the ones that another contradicts, without those that fit all', () => {
    const x = { of: ['x'] };
    const figures = [figure('a', 30, x), figure('b', 31, x), figure('c', 2, { ...x, qualifier: 'over' })];
    expect(told(measureOf(figures).disagreements)).toEqual([['values', 'a', 'b']]);
  });

  it('are not a total and its parts, though all are figures of one node', () => {
    const ofOne = ['all', 'men', 'women'].map((id, index) => figure(id, [30, 20, 10][index] ?? 0, { of: ['x'] }));
    const sums = [{ total: 'all', parts: ['men', 'women'] }];
    expect(measureOf(ofOne, sums).disagreements).toEqual([]);
    const again = [...ofOne, figure('again', 31, { of: ['x'] })];
    expect(told(measureOf(again, sums).disagreements)).toEqual([['values', 'again', 'all']]);
  });

  it('are a total and its parts that do not come to it, which is then not drawn as a whole', () => {
    const figures = [figure('all', 37), figure('a', 5), figure('b', 31)];
    const { charts, sums, disagreements } = measureOf(figures, [{ total: 'all', parts: ['a', 'b'] }]);
    expect(disagreements).toMatchObject([{ kind: 'sum', total: { id: 'all' } }]);
    expect(told(disagreements)).toEqual([['sum', 'a', 'b']]);
    expect([kindsOf(charts), sums]).toEqual([[['comparison', 'a', 'all', 'b']], []]);
  });

  it('are not a total and parts of which one is only said to be more', () => {
    const parts = [figure('all', 37), figure('a', 5, { qualifier: 'over' }), figure('b', 31)];
    const { sums, disagreements } = measureOf(parts, [{ total: 'all', parts: ['a', 'b'] }]);
    expect([sums.map(({ isExact }) => isExact), disagreements]).toEqual([[false], []]);
    const full = [figure('all', 36), ...parts.slice(1)];
    expect(told(measureOf(full, [{ total: 'all', parts: ['a', 'b'] }]).disagreements)).toEqual([['sum', 'a', 'b']]);
  });

  it('are not decimal fractions that add up but for what binary makes of them', () => {
    const figures = [figure('all', 0.3), figure('a', 0.1), figure('b', 0.2)];
    expect(measureOf(figures, [{ total: 'all', parts: ['a', 'b'] }]).disagreements).toEqual([]);
  });
});

const anyFigure = fc.record({
  measure: fc.constantFrom('a', 'b'),
  time: fc.constantFrom(null, '2005', '2010', '2005/2010'),
  value: fc.integer({ min: -5, max: 40 }),
  unit: fc.constantFrom({ zh: '个', en: '' }, { zh: '名', en: 'people' }),
  qualifier: fc.constantFrom('exact', 'atLeast', 'over', 'about'),
  isDerived: fc.boolean(),
  of: fc.constantFrom(['x'], ['y'], ['x', 'y']),
});
const anyFigures = fc
  .array(anyFigure, { maxLength: 25 })
  .map((all) => all.map((one, index): Figure => ({ ...one, id: `f${index}` })));
const anySums = fc.array(
  fc.record({
    total: fc.nat(24).map((index) => `f${index}`),
    parts: fc.uniqueArray(
      fc.nat(24).map((index) => `f${index}`),
      { minLength: 2, maxLength: 4 },
    ),
  }),
  { maxLength: 5 },
);

const excludes = (one: Figure, other: Figure): boolean =>
  one.measure === other.measure &&
  one.time === other.time &&
  JSON.stringify([one.unit, one.of]) === JSON.stringify([other.unit, other.of]) &&
  !haveCommon([rangeOf(one), rangeOf(other)]);

describe('whatever figures there are', () => {
  it('their order makes no difference, and each is on a chart of its measure', () => {
    fc.assert(
      fc.property(anyFigures, anySums, fc.func(fc.integer()), (figures, sums, weigh) => {
        const ontology = { measures: [], sums };
        const measures = measuresOf(figures, ontology);
        const shuffled = figures.toSorted((one, other) => weigh(one.id) - weigh(other.id));
        expect(measuresOf(shuffled, ontology)).toEqual(measures);
        const drawn = measures.flatMap(({ name, charts }) =>
          charts.flatMap(figuresOfChart).map(({ id, measure }) => `${measure === name ? '' : 'misplaced '}${id}`),
        );
        expect(new Set(drawn)).toEqual(new Set(figures.map(({ id }) => id)));
      }),
    );
  });

  it('a whole is drawn only of exact parts that come to it, or of some that may', () => {
    fc.assert(
      fc.property(anyFigures, anySums, (figures, sums) => {
        for (const { charts } of measuresOf(figures, { measures: [], sums })) {
          for (const chart of charts) {
            if (chart.kind !== 'whole') continue;
            const all = [chart.total, ...chart.figures];
            const sum = chart.figures.reduce((before, { value }) => before + value, 0);
            const isExact = all.every(({ qualifier }) => qualifier === 'exact');
            expect(isExact && sum !== chart.total.value).toBe(false);
            expect(new Set(all.map(({ time, unit }) => JSON.stringify([time, unit]))).size).toBe(1);
          }
        }
      }),
    );
  });

  it('those are contradicted which exclude each other two by two, and no others', () => {
    fc.assert(
      fc.property(anyFigures, (figures) => {
        const expected = figures.filter((one) => figures.some((other) => excludes(one, other)));
        const found = measuresOf(figures, { measures: [], sums: [] }).flatMap(({ disagreements }) =>
          disagreements.flatMap((one) => one.figures.map(({ id }) => id)),
        );
        expect(found.toSorted()).toEqual(expected.map(({ id }) => id).toSorted());
      }),
    );
  });

  it('a sum of numbers in their ranges lies in the sum of the ranges', () => {
    const one = fc.tuple(anyFigure, fc.integer({ min: 0, max: 9 })).map(([{ value, qualifier }, more]) => ({
      range: rangeOf({ value, qualifier }),
      number: qualifier === 'exact' ? value : value + more + 1,
    }));
    fc.assert(
      fc.property(fc.array(one, { minLength: 1 }), (parts) => {
        const number = parts.reduce((sum, part) => sum + part.number, 0);
        const point = rangeOf({ value: number, qualifier: 'exact' });
        expect(haveCommon([point, sumOfRanges(parts.map(({ range }) => range))])).toBe(true);
      }),
    );
  });
});

describe('the axis', () => {
  const values = fc.array(fc.double({ min: -1e300, max: 1e300, noNaN: true }), { minLength: 1, maxLength: 20 });

  it.each<[number[], number[]]>([
    [
      [32, 100],
      [0, 50, 100],
    ],
    [
      [82, 12],
      [0, 50, 100],
    ],
    [[0], [0, 1]],
    [
      [995, 1000],
      [994, 996, 998, 1000],
    ],
    [
      [-3, 5],
      [-4, -2, 0, 2, 4, 6],
    ],
  ])('of a line through %j has %j on it', (line, ticks) => {
    expect(scaleOfLine(line).ticks).toEqual(ticks);
  });

  it('of bars has zero on it, and every axis has all values', () => {
    fc.assert(
      fc.property(values, (all) => {
        for (const scale of [scaleOfBars(all), scaleOfLine(all)]) {
          expect(scale.to).toBeGreaterThan(scale.from);
          expect(scale.ticks.length).toBeLessThanOrEqual(7);
          const shares = all.map((value) => shareOf(value, scale));
          expect(shares.every((share) => share >= -1e-9 && share <= 1 + 1e-9)).toBe(true);
        }
        const zero = shareOf(0, scaleOfBars(all));
        expect(zero).toBeGreaterThanOrEqual(0);
        expect(zero).toBeLessThanOrEqual(1);
      }),
      // Nearer together than the digits of a tick tell them apart.
      { examples: [[[1e15, 1e15 + 1]], [[7_000_000_000_000_123, 7_000_000_000_000_777]]] },
    );
  });

  it('of time runs evenly, and puts a period in its middle', () => {
    expect(['2005', '2005-07', '2005/2010', '2006/', '/2006'].map(yearsOf)).toEqual([2005, 2005.5, 2007.5, 2006, 2006]);
    const series = ['2005', '2009', '2010'].map((time, index) => figure(time, index, { time }));
    expect(pointsOf(series, scaleOfLine([0, 1, 2])).map(({ x }) => x)).toEqual([0, 0.8, 1]);
  });

  it('have their numbers beside them where these have room: the first, the last and what lies apart', () => {
    expect(toldAt(0, 0.06, 0.24, 0.5, 1)).toEqual([0, 0.5, 1]);
    expect(toldAt(0, 0.33, 0.66, 1)).toEqual([0, 0.33, 0.66, 1]);
    expect(toldAt(0, 0.9, 1)).toEqual([0, 1]);
    expect(toldAt(0.5)).toEqual([0.5]);
    expect(toldAt()).toEqual([]);
  });
});
