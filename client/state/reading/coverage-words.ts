import type { CoverageCell } from './coverage.ts';
import { percentOf } from './coverage.ts';
import { joinWords, t } from '../locale.ts';
import type { Omission } from './omissions.ts';
import { placeInWords } from './place-in-words.ts';
import { visibleText } from '../visible-text.ts';

/** Clauses left out that are told of a cell. */
const mostLeftOut = 3;

/** Which passages a cell is of. */
export function placesOfCell({ addresses }: CoverageCell): string {
  const [first = ''] = addresses;
  const last = addresses.at(-1) ?? first;
  if (addresses.length < 2) return placeInWords(first);
  return t('coverage.passages', { first: placeInWords(first), last: placeInWords(last), n: addresses.length });
}

/** How much a cell's passages gave, and how much of their text is covered. */
export function yieldOfCell(cell: CoverageCell): string {
  const { nodes, relationships, figures } = cell;
  const percent = percentOf(cell.text);
  const isEmpty = nodes + relationships + figures === 0;
  return joinWords([
    isEmpty ? t('coverage.gaveNothing') : t('coverage.gave', { nodes, relationships, figures }),
    ...(percent === undefined ? [] : [t('coverage.cellShare', { percent })]),
  ]);
}

/** What was left out and why, each clause by itself. */
export function omissionsInWords(leftOut: readonly Omission[]): string[] {
  const told = leftOut
    .slice(0, mostLeftOut)
    .map(({ quote, reason }) => t('coverage.leftOut', { quote: visibleText(quote), reason }));
  const more = leftOut.length - told.length;
  return more > 0 ? [...told, t('coverage.moreLeftOut', { n: more })] : told;
}

/** All that is told of a cell. */
export const wordsOfCell = (cell: CoverageCell): string =>
  [t('coverage.cell', { place: placesOfCell(cell), gave: yieldOfCell(cell) }), ...omissionsInWords(cell.leftOut)].join(
    '\n',
  );
