import type { Ontology } from '../../../server/contract/data-set/ontology.ts';
import { everyNumber, haveCommon, rangeOf, sumOfRanges } from './figure-ranges.ts';
import type { Range } from './figure-ranges.ts';
import { byTime, compareTexts } from './figures.ts';
import type { Figure } from './figures.ts';
import { grouped } from '../grouped.ts';

/**
 * What can be drawn of figures without inventing anything: those of one thing over time, a whole with what are said to be
 * its parts, those of one kind side by side, and a number alone.
 */
export type FigureChart =
  | { kind: 'series'; key: string; figures: readonly Figure[] }
  | { kind: 'whole'; key: string; total: Figure; figures: readonly Figure[] }
  | { kind: 'comparison'; key: string; figures: readonly Figure[] }
  | { kind: 'number'; key: string; figures: readonly [Figure] };

/** Figures that cannot be true together: of one thing at one time, or a total with what are said to be all its parts. */
export type Disagreement =
  | { kind: 'values'; key: string; figures: readonly Figure[] }
  | { kind: 'sum'; key: string; total: Figure; figures: readonly Figure[] };

/** A sum that the data set states and that comes out, or may come out where a figure is not exact. */
export interface CheckedSum {
  key: string;
  total: Figure;
  parts: readonly Figure[];
  isExact: boolean;
}

/** Figures of one measure with all that can be said of them. */
export interface Measure {
  name: string;
  figures: readonly Figure[];
  charts: readonly FigureChart[];
  sums: readonly CheckedSum[];
  disagreements: readonly Disagreement[];
}

/** The measures that figures belong to, in the order of the ontology; others follow by name. */
export function measuresOf(
  figures: readonly Figure[],
  { measures, sums }: Pick<Ontology, 'measures' | 'sums'>,
): Measure[] {
  const place = new Map(measures.map(({ name }, index) => [name, index]));
  const known = new Map(figures.map((figure) => [figure.id, figure]));
  const complete = sums.flatMap(({ total, parts }) => {
    const whole = known.get(total);
    const found = parts.flatMap((id) => known.get(id) ?? []);
    return whole && found.length === parts.length ? [sumOf(whole, found)] : [];
  });
  return [...grouped(figures.toSorted(byTime), ({ measure }) => measure)]
    .map(([name, own]) => {
      const ofMeasure = complete.filter(({ total }) => total.measure === name);
      const thing = thingBy(ofMeasure);
      return {
        name,
        figures: own,
        charts: chartsOf(own, ofMeasure, thing),
        sums: ofMeasure.flatMap(({ isRight, ...sum }) => (isRight ? [sum] : [])),
        disagreements: [...valuesThatDisagree(own, thing), ...ofMeasure.flatMap(sumThatDisagrees)],
      };
    })
    .toSorted(
      (one, other) =>
        (place.get(one.name) ?? measures.length) - (place.get(other.name) ?? measures.length) ||
        compareTexts(one.name, other.name),
    );
}

type Sum = CheckedSum & { isRight: boolean };

function sumOf(total: Figure, parts: readonly Figure[]): Sum {
  const ranges = [rangeOf(total), sumOfRanges(parts.map(rangeOf))];
  return {
    key: JSON.stringify([total.id, ...parts.map(({ id }) => id)]),
    total,
    parts,
    isExact: [total, ...parts].every(({ qualifier }) => qualifier === 'exact'),
    isRight: haveCommon(ranges),
  };
}

function chartsOf(figures: readonly Figure[], sums: readonly Sum[], thing: ThingOf): FigureChart[] {
  const series = [...grouped(figures, thing)].flatMap(([key, own]): FigureChart[] => {
    const dated = own.filter(({ time }) => time !== null);
    return new Set(dated.map(({ time }) => time)).size > 1 ? [{ kind: 'series', key, figures: dated }] : [];
  });
  const wholes = sums
    .filter(isDrawable)
    .map(({ key, total, parts }): FigureChart => ({ kind: 'whole', key, total, figures: parts }));
  const drawn = new Set([...series, ...wholes].flatMap(figuresOfChart).map(({ id }) => id));
  const rest = grouped(
    figures.filter(({ id }) => !drawn.has(id)),
    ({ unit, time }) => JSON.stringify([unit, time]),
  );
  const others = [...rest].flatMap(([key, own]): FigureChart[] => {
    const [first] = own;
    if (own.length > 1) return [{ kind: 'comparison', key, figures: own }];
    return first ? [{ kind: 'number', key: first.id, figures: [first] }] : [];
  });
  return [...series, ...wholes, ...others.toSorted((one, other) => other.figures.length - one.figures.length)];
}

/** Points that are drawn at most. */
const mostPoints = 60;

/** As much of a chart as is drawn: the newest figures. The parts of a whole are as many as the data set names. */
export function newestOf(chart: FigureChart): FigureChart {
  if (chart.kind === 'whole' || chart.kind === 'number') return chart;
  return { ...chart, figures: chart.figures.slice(-mostPoints) };
}

/** All figures that a chart shows. */
export const figuresOfChart = (chart: FigureChart): Figure[] =>
  chart.kind === 'whole' ? [chart.total, ...chart.figures] : [...chart.figures];

/** Shares of a bar are parts of the same thing, in one unit and at one time; and none of them is less than nothing. */
const isDrawable = ({ total, parts, isRight }: Sum): boolean =>
  isRight &&
  parts.every((part) => part.measure === total.measure && part.value >= 0 && isSameMoment(part, total)) &&
  parts.some(({ value }) => value > 0);

const isSameMoment = (one: Figure, other: Figure): boolean =>
  one.unit.zh === other.unit.zh && one.unit.en === other.unit.en && one.time === other.time;

/** What a figure is a number of, whatever the time. */
type ThingOf = (figure: Figure) => string;

/** Parts that are figures of the same node as their total, such as men and women of an association, are things of their own. */
function thingBy(sums: readonly Sum[]): ThingOf {
  const apart = new Set(
    sums.flatMap(({ total, parts }) =>
      parts.filter((part) => isSameMoment(part, total) && part.of.join() === total.of.join()).map(({ id }) => id),
    ),
  );
  return ({ id, unit, of }) => JSON.stringify(apart.has(id) ? [id] : [unit, of]);
}

function valuesThatDisagree(figures: readonly Figure[], thing: ThingOf): Disagreement[] {
  const ofOneTime = grouped(figures, (figure) => JSON.stringify([thing(figure), figure.time]));
  return [...ofOneTime].flatMap(([key, own]): Disagreement[] => {
    const contradicted = contradictedOf(own);
    return contradicted.length === 0 ? [] : [{ kind: 'values', key, figures: contradicted }];
  });
}

/** Those that at least one of the others contradicts: it is enough to ask the highest and the lowest. */
function contradictedOf(figures: readonly Figure[]): Figure[] {
  const ranges = figures.map(rangeOf);
  const highest = ranges.reduce((one, other) => (isHigher(other, one) ? other : one), everyNumber);
  const lowest = ranges.reduce((one, other) => (other.high < one.high ? other : one), highest);
  return figures.filter((figure) => [highest, lowest].some((range) => !haveCommon([rangeOf(figure), range])));
}

const isHigher = (one: Range, other: Range): boolean =>
  one.low > other.low || (one.low === other.low && one.isAbove && !other.isAbove);

const sumThatDisagrees = ({ key, total, parts, isRight }: Sum): Disagreement[] =>
  isRight ? [] : [{ kind: 'sum', key, total, figures: parts }];
