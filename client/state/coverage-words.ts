import type { CoverageCell } from './coverage.ts';
import { percentOf } from './coverage.ts';
import { joinWords, t } from './locale.ts';
import { nameOf } from './ontology.ts';
import { passageAt } from './passages.ts';
import { visibleText } from './visible-text.ts';

/** Clauses left out that are told of a cell. */
const mostLeftOut = 3;

/** What a passage is called. */
export const placeOf = (address: string): string => {
  const passage = passageAt.value.get(address);
  return passage ? nameOf(passage) : address;
};

/** Which passages a cell is of. */
export function placesOfCell({ addresses }: CoverageCell): string {
  const [first = ''] = addresses;
  const last = addresses.at(-1) ?? first;
  if (addresses.length < 2) return placeOf(first);
  return t('coverage.passages', { first: placeOf(first), last: placeOf(last), n: addresses.length });
}

/** What a cell's passages gave, and what was left out of them and why. */
export function yieldOfCell(cell: CoverageCell): string {
  const { nodes, relationships, figures, leftOut } = cell;
  const percent = percentOf(cell.text);
  const isEmpty = nodes + relationships + figures === 0;
  return joinWords([
    isEmpty ? t('coverage.gaveNothing') : t('coverage.gave', { nodes, relationships, figures }),
    ...(percent === undefined ? [] : [t('coverage.cellShare', { percent })]),
    ...leftOut
      .slice(0, mostLeftOut)
      .map(({ quote, reason }) => t('coverage.leftOut', { quote: visibleText(quote), reason })),
    ...(leftOut.length > mostLeftOut ? [t('coverage.moreLeftOut', { n: leftOut.length - mostLeftOut })] : []),
  ]);
}
