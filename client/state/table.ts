import { computed, signal } from '@preact/signals-core';
import { spanOf } from './timeline/dates.ts';
import { basisOf } from './reading/evidence.ts';
import { shownIds } from './picture/filters.ts';
import { formatDate, inLocale, spoken, t } from './locale.ts';
import { captionOf, labelStyleOf, sentenceOf, typeStyleOf } from './ontology.ts';
import { degrees, nameOfId, picture } from './picture/picture.ts';

/** What the table of the picture lists. */
export const tableOf = signal<'nodes' | 'relationships'>('nodes');

/** Columns of either table; `count` is a number, the others are texts. */
export const tableColumns = {
  nodes: ['name', 'kind', 'count', 'date'],
  relationships: ['sentence', 'kind', 'basis', 'date'],
} as const;
export type TableColumn = (typeof tableColumns)[keyof typeof tableColumns][number];

export interface TableOrder {
  column: TableColumn;
  isDescending: boolean;
}

/** By which column the table is sorted; null is the order of the picture. */
export const tableOrder = signal<TableOrder | null>(null);

export interface TableLine {
  id: string;
  cells: Partial<Record<TableColumn, string | number>>;
  /** What sorts by date: languages write dates in orders of their own. */
  time: string;
}

/** The table of what the filters let through, in the order that was asked for. */
export const tableLines = computed<TableLine[]>(() => {
  const lines = tableOf.value === 'nodes' ? nodeLines() : relationshipLines();
  const order = tableOrder.value;
  if (!order) return lines;
  const sign = order.isDescending ? -1 : 1;
  if (order.column === 'date') return lines.toSorted((one, other) => sign * compareTimes(one.time, other.time));
  const { compare } = new Intl.Collator(spoken.value === 'zh' ? 'zh-CN' : 'en-GB', { numeric: true });
  const textIn = ({ cells }: TableLine): string => String(cells[order.column] ?? '');
  return lines.toSorted((one, other) => sign * compare(textIn(one), textIn(other)));
});

/** ISO dates sort as they are written. */
const compareTimes = (one: string, other: string): number => Number(one > other) - Number(one < other);

function nodeLines(): TableLine[] {
  return [...picture.value.nodes.values()].flatMap((node) => {
    if (!shownIds.value.has(node.id)) return [];
    const cells = {
      name: captionOf(node).replaceAll('\n', ' '),
      kind: inLocale(labelStyleOf(node).title),
      count: degrees.value.get(node.id) ?? 0,
      date: dateOf(node.properties),
    };
    return [{ id: node.id, cells, time: timeOf(node.properties) }];
  });
}

function relationshipLines(): TableLine[] {
  return [...picture.value.relationships.values()].flatMap((relationship) => {
    if (!shownIds.value.has(relationship.id)) return [];
    const { type, properties } = relationship;
    const cells = {
      sentence: sentenceOf(relationship, nameOfId),
      kind: inLocale(typeStyleOf(type).title),
      basis: t(`filter.${basisOf(properties)}`),
      date: dateOf(properties),
    };
    return [{ id: relationship.id, cells, time: timeOf(properties) }];
  });
}

function timeOf(properties: Parameters<typeof spanOf>[0]): string {
  const span = spanOf(properties);
  return span === null ? '' : `${span.begin ?? ''} ${span.end ?? ''}`;
}

function dateOf(properties: Parameters<typeof spanOf>[0]): string {
  const span = spanOf(properties);
  if (!span) return '';
  if (span.end === null) return span.begin === null ? '' : formatDate(span.begin);
  return span.begin === span.end ? formatDate(span.end) : formatDate(`${span.begin ?? ''}/${span.end}`);
}
