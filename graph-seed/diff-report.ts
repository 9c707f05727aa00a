import type { Node, PropertyValue, Relationship } from '../server/contract/graph.ts';
import type { Json } from '../server/contract/json.ts';
import type { Comparison, Differences, Tally } from '../server/store/store.ts';
import { tallyText } from './tally-text.ts';

/** What loading a data set would do, as `npm run seed:diff -- --json` prints it. */
export interface DiffReport {
  dataSet: string;
  /** Whether nothing would be done. */
  isEqual: boolean;
  nodes: Changes;
  relationships: Changes;
}

/** The first differences of each kind, by their ids, and how many there are. */
interface Changes {
  tally: Tally;
  added: string[];
  changed: { id: string; properties: ChangedProperty[] }[];
  removed: string[];
}

/** A property, or what else makes a node or relationship what it is; null where it is not there. */
interface ChangedProperty {
  name: string;
  before: Json;
  after: Json;
}

type Parts = Record<string, PropertyValue>;

/** What a comparison found, in terms of properties. */
export function diffReport(dataSet: string, { nodes, relationships }: Comparison): DiffReport {
  const isEqual = [nodes, relationships].every(
    ({ tally: { added, changed, removed } }) => added + changed + removed === 0,
  );
  return {
    dataSet,
    isEqual,
    nodes: changesOf(nodes, ({ labels, properties }: Node) => ({ labels: labels.toSorted(), ...properties })),
    relationships: changesOf(relationships, ({ type, start, end, properties }: Relationship) => {
      return { type, from: start, to: end, ...properties };
    }),
  };
}

/**
 * The report for people.
 * @param hidden properties that are made of others, and are told only where nothing else has changed
 */
export function diffText({ nodes, relationships }: DiffReport, hidden: readonly string[]): string {
  return [...section('nodes', nodes, hidden), ...section('relationships', relationships, hidden)].join('\n');
}

function changesOf<Item extends { id: string }>(
  { tally, added, changed, removed }: Differences<Item>,
  partsOf: (item: Item) => Parts,
): Changes {
  return {
    tally,
    added: added.map(({ id }) => id),
    changed: changed.map(({ before, after }) => ({
      id: after.id,
      properties: changedProperties(partsOf(before), partsOf(after)),
    })),
    removed: removed.map(({ id }) => id),
  };
}

function changedProperties(before: Parts, after: Parts): ChangedProperty[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].toSorted();
  return names.flatMap((name) => {
    const [old, now] = [before[name] ?? null, after[name] ?? null];
    return JSON.stringify(old) === JSON.stringify(now) ? [] : [{ name, before: old, after: now }];
  });
}

function section(what: string, { tally, added, changed, removed }: Changes, hidden: readonly string[]): string[] {
  return [
    `${what}: ${tallyText(tally)}`,
    ...added.map((id) => `  + ${id}`),
    ...more(tally.added - added.length, 'added'),
    ...changed.flatMap(({ id, properties }) => [`  ~ ${id}`, ...told(properties, hidden).map(propertyLine)]),
    ...more(tally.changed - changed.length, 'changed'),
    ...removed.map((id) => `  - ${id}`),
    ...more(tally.removed - removed.length, 'removed'),
  ];
}

function told(properties: ChangedProperty[], hidden: readonly string[]): ChangedProperty[] {
  const shown = properties.filter(({ name }) => !hidden.includes(name));
  return shown.length > 0 ? shown : properties;
}

function propertyLine({ name, before, after }: ChangedProperty): string {
  return `      ${name}: ${shorten(before)} → ${shorten(after)}`;
}

function more(count: number, what: string): string[] {
  return count > 0 ? [`  … and ${count.toLocaleString('en')} more ${what}`] : [];
}

function shorten(value: Json): string {
  const text = value === null ? 'nothing' : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
