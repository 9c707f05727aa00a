import { groundsOf } from '../reading/evidence.ts';
import type { Grounds } from '../reading/evidence.ts';
import { sumOfRanges, rangeOf } from './figure-ranges.ts';
import { scaleOfLine } from './figure-scale.ts';
import type { FigureChart } from './figure-charts.ts';
import type { Figure } from './figures.ts';
import { formatDate, formatNumber, inLocale, isWord, joinWords, t } from '../locale.ts';
import { knownNode, nameOfId } from '../picture/picture.ts';

/** A figure's value with its unit, and how near it is: 多于 800 次. */
export const valueText = (figure: Figure): string => qualified(figure.qualifier, plainValue(figure));

/** A value with the unit, as it stands at an axis. */
function plainValue({ value, unit }: Pick<Figure, 'value' | 'unit'>): string {
  return `${formatNumber(value)} ${inLocale(unit)}`.trim();
}

/** A value, with how near it is. */
export function qualified(qualifier: string, value: string): string {
  const word = `qualifier.${qualifier}`;
  return isWord(word) ? t(word, { value }) : value;
}

/** The date or period of a figure, or that there is none. */
export const timeText = ({ time }: Figure): string => (time === null ? t('figures.undated') : formatDate(time));

/** What a figure is a number of. */
export const scopeText = ({ of }: Figure): string => joinWords(of.map(nameOfId));

/** What the figures of a chart are of, where it is the same for all of them; the total of a whole. */
export function scopeOfChart(chart: FigureChart): string {
  if (chart.kind === 'whole') return t('figures.whole', { total: valueText(chart.total) });
  const [names = '', ...others] = [...new Set(chart.figures.map(scopeText))];
  return others.length === 0 && names !== '' ? t('figures.about', { names }) : '';
}

/** From where to where the axis of a line runs: a reader may take it for one from zero. */
export function axisText(figures: readonly Figure[]): string {
  const { from, to } = scaleOfLine(figures.map(({ value }) => value));
  const unit = figures[0]?.unit ?? { zh: '', en: '' };
  const values = { from: plainValue({ value: from, unit }), to: plainValue({ value: to, unit }) };
  return t(from === 0 ? 'figures.axis' : 'figures.axisCut', values);
}

/** Whether the document says the number itself. */
export const basisText = ({ isDerived }: Figure): string => t(isDerived ? 'filter.derived' : 'filter.stated');

/** The quotes of a figure. */
export const groundsOfFigure = ({ id }: Figure): Grounds => groundsOf(knownNode(id)?.properties ?? {});

/** What there is to say of a figure, in the order in which it is told. */
const statements = {
  value: valueText,
  time: timeText,
  name: ({ id }: Figure) => nameOfId(id),
  basis: basisText,
  quote(figure: Figure) {
    const [citation] = groundsOfFigure(figure).citations;
    return citation ? t('figures.quote', { quote: citation.quote, place: citation.place }) : '';
  },
} satisfies Record<string, (figure: Figure) => string>;

export type Statement = keyof typeof statements;

/** All that there is to say of a figure in one line, but for what is said already. */
export function describeFigure(figure: Figure, said: readonly Statement[] = []): string {
  return joinParts(
    Object.entries(statements).flatMap(([key, tell]) => (said.some((one) => one === key) ? [] : [tell(figure)])),
  );
}

/** Several statements about one thing in a row; empty ones are left out. */
export const joinParts = (parts: readonly string[]): string => parts.filter((part) => part !== '').join(' · ');

/** The parts of a sum, and what they come to: 5 个 + 21 个 + 11 个 = 37 个. */
export function sumText(parts: readonly Figure[]): string {
  const { low, high, isAbove } = sumOfRanges(parts.map(rangeOf));
  const addends = parts.map(valueText).join(' + ');
  const [first] = parts;
  // About so many, and about so many more, come to no number that could be told.
  if (!first || low === -Infinity) return addends;
  const value = plainValue({ value: Number(low.toPrecision(12)), unit: first.unit });
  return `${addends} = ${qualified(high < Infinity ? 'exact' : isAbove ? 'over' : 'atLeast', value)}`;
}
