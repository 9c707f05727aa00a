import { computed, signal } from '@preact/signals-core';
import type { Answer } from '../../../server/contract/answer.ts';
import type { Graph, Node, Relationship } from '../../../server/contract/graph.ts';
import { inLocale, t } from '../locale.ts';
import { isNamed, nameOfNamed } from '../reading/named-facts.ts';
import { nameOf, ontology } from '../ontology.ts';
import { TakenOff } from './taken-off.ts';
import { groupNumber, groups, selectedId, surface } from '../view/view.ts';
import type { Group, Step } from '../view/view.ts';

/** What an expansion left out: the neighbours of a node, in a choice of kinds, beyond those that were asked for. */
export interface More {
  id: string;
  source: string;
  kinds: readonly string[] | null;
  shown: number;
  total: number;
}

/** What is on screen: nodes and relationships by id, who brought whom, and the path that stands out. */
export interface Picture {
  nodes: ReadonlyMap<string, Node>;
  relationships: ReadonlyMap<string, Relationship>;
  /** For a node that an expansion or a path brought: the node beside which it is placed. */
  broughtBy: ReadonlyMap<string, string>;
  /** The paths that were asked for, each its nodes and relationships in order. */
  paths: readonly (readonly string[])[];
  /** How many neighbours an expanded node has in all. */
  totals: ReadonlyMap<string, number>;
  /** What expansions left out, by an id of its own. */
  more: ReadonlyMap<string, More>;
  /** Nodes that the reader took off: they would be on screen otherwise. */
  hidden: ReadonlySet<string>;
}

export const emptyPicture: Picture = {
  nodes: new Map(),
  relationships: new Map(),
  broughtBy: new Map(),
  paths: [],
  totals: new Map(),
  more: new Map(),
  hidden: new Set(),
};

export const picture = signal<Picture>(emptyPicture);

/** What the organisation chart is made of, once it has arrived. */
export const chartGraph = signal<Graph | null>(null);

/** Whether a node is of the chart. */
export const isOfChart = (id: string): boolean => chartGraph.value?.nodes.some((node) => node.id === id) ?? false;

/** The answer that the picture starts from, for what is a table rather than a graph. */
export const baseAnswer = signal<Answer | null>(null);

/** Nodes and relationships that have arrived whole: names for sentences, and selection without a request. The oldest give way. */
const arrivedNodes = new Map<string, Node>();
const arrivedRelationships = new Map<string, Relationship>();

/** Rises as something arrives: whoever waits for what has not arrived reads it. */
const arrivals = signal(0);

/** Nodes, and relationships, that are remembered beside those on the picture. */
export const mostRemembered = 50_000;

/** Remembers a graph that has arrived. */
export function learn(graph: Graph): void {
  remember(arrivedNodes, graph.nodes);
  remember(arrivedRelationships, graph.relationships);
  arrivals.value += 1;
}

function remember<Item extends { id: string }>(arrived: Map<string, Item>, items: readonly Item[]): void {
  for (const item of items) {
    // The newest last.
    arrived.delete(item.id);
    arrived.set(item.id, item);
  }
  for (const id of arrived.keys()) {
    if (arrived.size <= mostRemembered) break;
    arrived.delete(id);
  }
}

export const knownNode = (id: string): Node | undefined => picture.value.nodes.get(id) ?? arrivedNodes.get(id);
export const knownRelationship = (id: string): Relationship | undefined =>
  picture.value.relationships.get(id) ?? arrivedRelationships.get(id);
export const isKnown = (id: string): boolean => knownNode(id) !== undefined || knownRelationship(id) !== undefined;

/** The name of what has an id: a node, whether or not it has arrived, a group, or what an expansion left out. */
export function nameOfId(id: string): string {
  const node = knownNode(id);
  if (node) return nameOf(node);
  const more = picture.value.more.get(id);
  if (more) return t('more.of', { name: nameOfId(more.source), n: more.total - more.shown });
  const group = groupOf(id);
  return group ? groupName(group) : (nameOfNamed(id) ?? nameOfDocument(id) ?? id);
}

/** The name of the document, if it is its id: the document is evidence of all else, but of itself there is none. */
function nameOfDocument(id: string): string | undefined {
  const document = ontology.value?.document;
  return document?.id === id ? inLocale(document.name) : undefined;
}

/** The name of a group: the reader's, else its number, in the reader's language. */
export const groupName = ({ id, name }: Group): string =>
  name === '' ? t('group.name', { n: groupNumber(id) }) : name;

const groupOf = (id: string): Group | undefined => groups.value.find((group) => group.id === id);

/** What the server answered to a step. */
export interface StepAnswer {
  graph: Graph;
  /** Of an expansion: how many neighbours there are, whatever the limit. */
  total?: number;
  /** Of a path: each its nodes and relationships in order. */
  paths?: readonly (readonly string[])[];
}

/** A step together with what the server answered to it. */
export interface AnsweredStep {
  step: Step;
  answer?: StepAnswer;
}

/**
 * The picture that follows from a base answer and the steps since. Pure: the same answers give the same picture,
 * whatever was on screen before.
 */
export function pictureOf(start: Graph, answered: readonly AnsweredStep[]): Picture {
  const nodes = new Map(start.nodes.map((node) => [node.id, node]));
  const relationships = new Map(start.relationships.map((relationship) => [relationship.id, relationship]));
  const broughtBy = new Map<string, string>();
  const totals = new Map<string, number>();
  const more = new Map<string, More>();
  let paths: Picture['paths'] = [];
  const bring = (graph: Graph, source: string | undefined): void => {
    for (const node of graph.nodes) {
      if (source !== undefined && !nodes.has(node.id) && node.id !== source) broughtBy.set(node.id, source);
      nodes.set(node.id, node);
    }
    for (const relationship of graph.relationships) relationships.set(relationship.id, relationship);
  };
  const takenOff = new TakenOff();
  for (const { step, answer } of answered) {
    if (step.kind === 'hide') takenOff.add(step.ids);
    if (step.kind === 'keep') {
      keepOnly(nodes, step.ids);
      takenOff.hidden.clear();
    }
    if (answer) bring(answer.graph, sourceOf(step));
    // What lies around something may be what was taken off; what is asked for by itself is wanted again.
    if (answer && step.kind !== 'expand' && step.kind !== 'common') takenOff.giveBack(answer.graph.nodes);
    takenOff.takeFrom(nodes);
    if (!answer) continue;
    if (step.kind === 'path') paths = answer.paths ?? [];
    if (step.kind !== 'expand') continue;
    const { id: source, limit, kinds } = step;
    const { total = 0 } = answer;
    if (kinds === null) totals.set(source, total);
    const id = moreId(source, kinds);
    if (total > limit) more.set(id, { id, source, kinds, shown: limit, total });
  }
  const isWhole = ({ start: from, end }: Relationship): boolean => nodes.has(from) && nodes.has(end);
  return {
    nodes,
    relationships: new Map([...relationships].filter(([, relationship]) => isWhole(relationship))),
    broughtBy,
    paths,
    totals,
    more: new Map([...more].filter(([, { source }]) => nodes.has(source))),
    hidden: takenOff.hidden,
  };
}

/** The id of what one expansion left out. No node of a graph has such an id, for it holds two line breaks. */
const moreId = (source: string, kinds: readonly string[] | null): string =>
  `more\n${source}\n${kinds?.join(',') ?? ''}`;

function keepOnly(nodes: Map<string, Node>, ids: readonly string[]): void {
  const kept = new Set(ids);
  for (const id of nodes.keys()) if (!kept.has(id)) nodes.delete(id);
}

/** The node beside which what a step brings is placed; what a query answers, or a passage says, belongs to no single one. */
function sourceOf(step: Step): string | undefined {
  if (step.kind === 'cypher' || step.kind === 'passage') return undefined;
  if (step.kind === 'path') return step.from;
  if (step.kind === 'bring') return step.source;
  return 'id' in step ? step.id : (step.ids[0] ?? '');
}

/** Which of several paths the reader chose, by its place among them; null is all. */
export const chosenPath = signal<number | null>(null);

/** Nodes and relationships of the chosen path, else of all that were asked for. */
export const onPaths = computed(() => {
  const { paths } = picture.value;
  const chosen = chosenPath.value === null ? undefined : paths[chosenPath.value];
  return new Set(chosen ?? paths.flat());
});

export type Selection =
  | { kind: 'node'; node: Node; isOnScreen: boolean }
  | { kind: 'relationship'; relationship: Relationship; isOnScreen: boolean }
  /** A node or relationship of which no more is known than its name: the rest is fetched where it is shown. */
  | { kind: 'named'; id: string }
  | { kind: 'more'; more: More }
  | { kind: 'group'; group: Group };

/** The selected thing, derived from its id; null when nothing (or nothing known) is selected. */
export const selection = computed<Selection | null>(() => {
  const id = selectedId.value;
  if (id === null) return null;
  const { nodes, relationships, more } = picture.value;
  const leftOut = more.get(id);
  if (leftOut) return { kind: 'more', more: leftOut };
  const group = groupOf(id);
  if (group) return { kind: 'group', group };
  const node = knownNode(id);
  if (node) return { kind: 'node', node, isOnScreen: nodes.has(id) };
  const relationship = knownRelationship(id);
  if (relationship) return { kind: 'relationship', relationship, isOnScreen: relationships.has(id) };
  // By a link it may be on its way with the first picture.
  if (picture.value === emptyPicture || !isNamed(id)) return null;
  void arrivals.value;
  return { kind: 'named', id };
});

/** Relationships on screen, of the picture or of the chart, that meet a node, in the order of their types in the ontology. */
export function relationshipsOf(id: string): Relationship[] {
  const order = ontology.value?.types.map(({ name }) => name) ?? [];
  const ofChart = surface.value === 'chart' ? (chartGraph.value?.relationships ?? []) : [];
  const all = new Map([...picture.value.relationships, ...ofChart.map((one) => [one.id, one] as const)]);
  return [...all.values()]
    .filter(({ start, end }) => start === id || end === id)
    .toSorted((a, b) => order.indexOf(a.type) - order.indexOf(b.type) || a.id.localeCompare(b.id));
}

/** How many relationships meet each node on screen; one from a node to itself counts once. */
export const degrees = computed(() => {
  const counts = new Map<string, number>();
  for (const { start, end } of picture.value.relationships.values()) {
    for (const id of new Set([start, end])) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return counts;
});
