import type { Answer } from '../../../server/contract/answer.ts';
import type { Node, Relationship } from '../../../server/contract/graph.ts';
import { referencesIn } from '../../api/api.ts';
import { whenOf } from './when.ts';
import type { Moment, When } from './when.ts';

/** A dated node or relationship on the timeline. */
export interface TimelineItem {
  id: string;
  kind: 'node' | 'relationship';
  /** Whom it is about: the node itself, or both ends of the relationship. */
  nodes: readonly string[];
  when: When;
  /** Of several at one time, those with a smaller one come first. */
  rank: number;
}

/** What an answer has for the timeline. Every row is an item, or counted among those whose dates cannot be read. */
export interface Timeline {
  items: readonly TimelineItem[];
  unreadable: number;
}

type Dated = { kind: 'node'; of: Node } | { kind: 'relationship'; of: Relationship };

/**
 * The items in an answer of the named query `timeline`, in the order of time, whatever the order of its rows.
 * @param rankOf which come first of those at one time
 */
export function timelineIn({ graph, table }: Answer, rankOf: (dated: Dated) => number): Timeline {
  const nodes = new Map(graph.nodes.map((node) => [node.id, node]));
  const relationships = new Map(graph.relationships.map((one) => [one.id, one]));
  const nodeAt = table.columns.indexOf('node');
  const relationshipsAt = table.columns.indexOf('relationships');
  const items = new Map<string, TimelineItem>();
  const unreadable = new Set<string>();
  for (const row of table.rows) {
    const [relationshipId] = referencesIn(row[relationshipsAt]).relationships;
    const [nodeId = ''] = referencesIn(row[nodeAt]).nodes;
    const dated = datedBy(relationships.get(relationshipId ?? ''), nodes.get(nodeId));
    const when = dated && whenOf(dated.of.properties);
    const id = dated?.of.id ?? relationshipId ?? nodeId;
    if (!dated || !when) unreadable.add(id);
    else items.set(id, { id, kind: dated.kind, nodes: nodesOf(dated), when, rank: rankOf(dated) });
  }
  return { items: [...items.values()].toSorted(inTime), unreadable: unreadable.size };
}

function datedBy(relationship: Relationship | undefined, node: Node | undefined): Dated | undefined {
  if (relationship) return { kind: 'relationship', of: relationship };
  return node && { kind: 'node', of: node };
}

const nodesOf = ({ kind, of }: Dated): string[] => (kind === 'node' ? [of.id] : [of.start, of.end]);

function inTime(one: TimelineItem, other: TimelineItem): number {
  const [first, second] = [boundsOf(one.when), boundsOf(other.when)];
  return (
    compare(first.from, second.from) ||
    compare(first.to, second.to) ||
    one.rank - other.rank ||
    compare(one.id, other.id)
  );
}

const compare = <Value extends string | number>(one: Value, other: Value): number =>
  one < other ? -1 : Number(one > other);

/** The days that it may take at most; without end where nobody tells one. */
export const boundsOf = ({ begin, end }: When): Moment => ({ from: begin?.from ?? -Infinity, to: end?.to ?? Infinity });

/** The days that are told of some items, with a little room before and after them, which open ends run into. */
export function horizonOf(items: readonly TimelineItem[]): Moment {
  const told = items.flatMap(({ when: { begin, end } }) => [begin, end].filter((moment) => moment !== null));
  const from = told.reduce((least, moment) => Math.min(least, moment.from), Infinity);
  const to = told.reduce((most, moment) => Math.max(most, moment.to), -Infinity);
  if (told.length === 0) return { from: 0, to: leastSpan };
  const room = Math.max((to - from) / 24, (leastSpan - (to - from)) / 2);
  return { from: from - room, to: to + room };
}

/** Days that are looked at from nearest. */
export const leastSpan = 60;

/** Whether an item is one of these nodes or relationships, or is about one of the nodes. */
export const isAbout = ({ id, nodes }: TimelineItem, ids: readonly string[]): boolean =>
  ids.some((other) => other === id || nodes.includes(other));
