import type { Answer } from '../../../server/contract/answer.ts';
import type { Json } from '../../../server/contract/json.ts';
import { referencesIn } from '../../api/api.ts';

/** One number of the document, as the named query of the figures tells it. */
export interface Figure {
  /** The id of its node, which has the evidence. */
  id: string;
  /** What groups a series of figures. */
  measure: string;
  /** An ISO date or period, as precise as the document is; null where it says none. */
  time: string | null;
  value: number;
  unit: { zh: string; en: string };
  /** How near the number is: `exact`, `atLeast`, `over` or `about`. */
  qualifier: string;
  isDerived: boolean;
  /** Ids of what it measures, sorted. */
  of: readonly string[];
}

/** The figures in an answer of the query, each once, in the order of time and then of ids: rows have one subject each. */
export function figuresIn({ table: { columns, rows } }: Answer): Figure[] {
  const figures = new Map<string, Figure>();
  for (const row of rows) {
    const cell = (column: string): Json | undefined => row[columns.indexOf(column)];
    const [id] = referencesIn(cell('figure')).nodes;
    const value = cell('value');
    // What has no number is no figure, whatever a database may hold.
    if (id === undefined || typeof value !== 'number') continue;
    const known = figures.get(id)?.of ?? [];
    figures.set(id, {
      id,
      measure: textOf(cell('measure')),
      time: textOf(cell('time')) || null,
      value,
      unit: { zh: textOf(cell('unit')), en: textOf(cell('unitEn')) || textOf(cell('unit')) },
      qualifier: textOf(cell('qualifier')) || 'exact',
      isDerived: cell('basis') === 'derived',
      of: [...new Set([...known, ...referencesIn(cell('of')).nodes])].toSorted(),
    });
  }
  return [...figures.values()].toSorted(byTime);
}

/** Undated figures come first; ISO dates sort as they are written. */
export const byTime = (one: Figure, other: Figure): number =>
  compareTexts(one.time ?? '', other.time ?? '') || compareTexts(one.id, other.id);

export const compareTexts = (one: string, other: string): number => Number(one > other) - Number(one < other);

const textOf = (cell: Json | undefined): string => (typeof cell === 'string' ? cell : '');
