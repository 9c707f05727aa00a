import { computed, signal } from '@preact/signals-core';
import type { Answer, Graph, Node, Relationship, TypeStyle } from '../../server/contract.ts';
import { inLocale } from './locale.ts';
import { captionOf, labelStyleOf, legendLabelOf, nameOf, ontology, typeStyleOf } from './ontology.ts';
import { labelsOff, selectedId } from './view.ts';
import type { Step } from './view.ts';

/** What is on screen: nodes and relationships by id, who brought whom, and the path that stands out. */
export interface Picture {
  nodes: ReadonlyMap<string, Node>;
  relationships: ReadonlyMap<string, Relationship>;
  /** For a node that an expansion or a path brought: the node beside which it is placed. */
  broughtBy: ReadonlyMap<string, string>;
  /** Nodes and relationships of the path that was asked for, in its order. */
  path: readonly string[];
  /** How many neighbours an expanded node has in all. */
  totals: ReadonlyMap<string, number>;
}

export const emptyPicture: Picture = {
  nodes: new Map(),
  relationships: new Map(),
  broughtBy: new Map(),
  path: [],
  totals: new Map(),
};

export const picture = signal<Picture>(emptyPicture);

/** The answer that the picture starts from, for what is a table rather than a graph. */
export const baseAnswer = signal<Answer | null>(null);

/** All nodes and relationships that ever arrived: names for sentences, and selection without a request. */
const knownNodes = new Map<string, Node>();
const knownRelationships = new Map<string, Relationship>();

/** Remembers a graph that has arrived. */
export function learn(graph: Graph): void {
  for (const node of graph.nodes) knownNodes.set(node.id, node);
  for (const relationship of graph.relationships) knownRelationships.set(relationship.id, relationship);
}

export const knownNode = (id: string): Node | undefined => knownNodes.get(id);
export const knownRelationship = (id: string): Relationship | undefined => knownRelationships.get(id);
export const isKnown = (id: string): boolean => knownNodes.has(id) || knownRelationships.has(id);
export const nameOfId = (id: string): string => {
  const node = knownNodes.get(id);
  return node ? nameOf(node) : id;
};

/** A step together with what the server answered to it. */
export type AnsweredStep = Step & { answer?: Answer };

/**
 * The picture that follows from a base answer and the steps since. Pure: the same answers give the same picture,
 * whatever was on screen before.
 */
export function pictureOf(start: Graph, answered: readonly AnsweredStep[]): Picture {
  const nodes = new Map(start.nodes.map((node) => [node.id, node]));
  const relationships = new Map(start.relationships.map((relationship) => [relationship.id, relationship]));
  const broughtBy = new Map<string, string>();
  const totals = new Map<string, number>();
  let path: string[] = [];
  const bring = (graph: Graph, source: string): void => {
    for (const node of graph.nodes) {
      if (!nodes.has(node.id) && node.id !== source) broughtBy.set(node.id, source);
      nodes.set(node.id, node);
    }
    for (const relationship of graph.relationships) relationships.set(relationship.id, relationship);
  };
  for (const step of answered) {
    if (step.kind === 'hide') nodes.delete(step.id);
    if (!step.answer) continue;
    if (step.kind === 'expand') {
      bring(step.answer.graph, step.id);
      totals.set(step.id, totalOf(step.answer));
    } else if (step.kind === 'path') {
      bring(step.answer.graph, step.from);
      path = pathOf(step.answer);
    }
  }
  const isWhole = ({ start: from, end }: Relationship): boolean => nodes.has(from) && nodes.has(end);
  return {
    nodes,
    relationships: new Map([...relationships].filter(([, relationship]) => isWhole(relationship))),
    broughtBy,
    path,
    totals,
  };
}

/** The number in the column `total` that a query of neighbours states in every row. */
function totalOf(answer: Answer): number {
  const column = answer.table.columns.indexOf('total');
  const total = answer.table.rows[0]?.[column];
  return typeof total === 'number' ? total : answer.table.rows.length;
}

function pathOf(answer: Answer): string[] {
  const cell = answer.table.rows[0]?.find((value) => typeof value === 'object' && value !== null && '$path' in value);
  if (typeof cell !== 'object' || cell === null || Array.isArray(cell)) return [];
  const ids = cell['$path'];
  return Array.isArray(ids) ? ids.map(String) : [];
}

/** Whether the legend lets a node through. */
export const isShown = (node: Node): boolean => !labelsOff.value.has(legendLabelOf(node).name);

export interface LegendEntry {
  label: string;
  count: number;
  isOff: boolean;
}

/** The labels on screen with their counts, in the ontology's order. */
export const legend = computed<LegendEntry[]>(() => {
  const counts = new Map<string, number>();
  for (const node of picture.value.nodes.values()) {
    const { name } = legendLabelOf(node);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  const order = ontology.value?.labels.map(({ name }) => name) ?? [];
  const place = (label: string): number => (order.includes(label) ? order.indexOf(label) : order.length);
  return [...counts]
    .map(([label, count]) => ({ label, count, isOff: labelsOff.value.has(label) }))
    .toSorted((a, b) => place(a.label) - place(b.label) || a.label.localeCompare(b.label));
});

export interface LineEntry {
  line: TypeStyle['line'];
  /** Titles of the types that are drawn so, the most frequent first. */
  titles: string[];
}

const lines = ['solid', 'dashed', 'dotted'] as const satisfies TypeStyle['line'][];

/** The strokes on screen, each with the relationship types that it stands for. */
export const lineLegend = computed<LineEntry[]>(() => {
  const counts = new Map<string, number>();
  for (const { type } of picture.value.relationships.values()) counts.set(type, (counts.get(type) ?? 0) + 1);
  const styles = [...counts].toSorted(([, a], [, b]) => b - a).map(([type]) => typeStyleOf(type));
  return lines
    .map((line) => ({
      line,
      titles: styles.filter((style) => style.line === line).map(({ title }) => inLocale(title)),
    }))
    .filter(({ titles }) => titles.length > 0);
});

/** The nodes on screen that the legend filters out. */
export const filteredCount = computed(() =>
  legend.value.reduce((sum, { count, isOff }) => sum + (isOff ? count : 0), 0),
);

export type Selection =
  | { kind: 'node'; node: Node; isOnScreen: boolean }
  | { kind: 'relationship'; relationship: Relationship; isOnScreen: boolean };

/** The selected thing, derived from its id; null when nothing (or nothing known) is selected. */
export const selection = computed<Selection | null>(() => {
  const id = selectedId.value;
  if (id === null) return null;
  const { nodes, relationships } = picture.value;
  const node = nodes.get(id) ?? knownNodes.get(id);
  if (node) return { kind: 'node', node, isOnScreen: nodes.has(id) };
  const relationship = relationships.get(id) ?? knownRelationships.get(id);
  return relationship ? { kind: 'relationship', relationship, isOnScreen: relationships.has(id) } : null;
});

/** Relationships on screen that meet a node, in the order of their types in the ontology. */
export function relationshipsOf(id: string): Relationship[] {
  const order = ontology.value?.types.map(({ name }) => name) ?? [];
  return [...picture.value.relationships.values()]
    .filter(({ start, end }) => start === id || end === id)
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.id.localeCompare(b.id));
}

export interface ListGroup {
  label: string;
  nodes: { id: string; caption: string; relationships: number; style: string }[];
}

/** The text twin: what is shown, by label, with the number of relationships of each node. */
export const listGroups = computed<ListGroup[]>(() => {
  const degrees = new Map<string, number>();
  for (const { start, end } of picture.value.relationships.values()) {
    for (const id of new Set([start, end])) degrees.set(id, (degrees.get(id) ?? 0) + 1);
  }
  const shown = [...picture.value.nodes.values()].filter(isShown);
  return legend.value
    .filter(({ isOff }) => !isOff)
    .map(({ label }) => ({
      label,
      nodes: shown
        .filter((node) => legendLabelOf(node).name === label)
        .map((node) => ({
          id: node.id,
          caption: captionOf(node).replaceAll('\n', ' '),
          relationships: degrees.get(node.id) ?? 0,
          style: labelStyleOf(node).name,
        })),
    }));
});
