import { batch, signal } from '@preact/signals-core';
import type { Json } from '../../../server/contract/json.ts';
import type { Point } from '../../../server/contract/point.ts';
import type { ColourName } from '../picture/colours.ts';

/**
 * The view: all that the reader chose. The picture follows from it, the address holds it, and setting it back
 * brings an earlier picture back. Everything in it is immutable.
 */

export type Layout = 'given' | 'force' | 'tree' | 'concentric';
export const layouts = ['force', 'tree', 'concentric'] as const satisfies Layout[];

/** Where a picture starts: a named query with its parameters, or a query of the reader's own, which `own-query.ts` reads. */
export interface Base {
  query: string;
  parameters: Record<string, string>;
}

/** Which paths are asked for: one shortest, all that are as short, or all up to a number of hops. */
export const pathKinds = ['shortest', 'all-shortest', 'all'] as const;
export type PathKind = (typeof pathKinds)[number];

/** A path that is asked for. `avoid` are relationship types; null leaves it to the server, which avoids structure. */
export interface PathStep {
  kind: 'path';
  from: string;
  to: string;
  pathKind: PathKind;
  maxHops: number;
  avoid: readonly string[] | null;
}

/** A node's neighbours. `kinds` are those asked for, a direction with a type such as `out:LEADS`; null is all. */
export interface ExpandStep {
  kind: 'expand';
  id: string;
  limit: number;
  kinds: readonly string[] | null;
}

/** What a query of the reader's own answers: Cypher, the values of its parameters, rows at most. */
export interface OwnStep {
  kind: 'cypher';
  cypher: string;
  params: Record<string, Json>;
  limit: number;
}

/** What was done to a picture since it was opened, in order. */
export type Step =
  | ExpandStep
  | PathStep
  | OwnStep
  /** One neighbour of a node, picked from the list of those that an expansion left out. */
  | { kind: 'bring'; source: string; id: string }
  /** All that a passage of the document gave to the graph. */
  | { kind: 'passage'; id: string }
  /** What all of several nodes are related to. */
  | { kind: 'common'; ids: readonly string[] }
  | { kind: 'hide'; ids: readonly string[] }
  | { kind: 'keep'; ids: readonly string[] };

/** Nodes that the reader drew together; folded, one node stands for all of them. Without a name it goes by its number. */
export interface Group {
  id: string;
  name: string;
  ids: readonly string[];
  isFolded: boolean;
}

export interface Camera {
  zoom: number;
  x: number;
  y: number;
}

export const overview: Base = { query: 'overview', parameters: {} };

/** Nodes that one expansion brings at first; each further one brings as many again. */
export const expandBy = 25;
/** Neighbours that one node may bring at most, which is also the server's limit. */
export const expandMost = 1_000;
/** Hops of a path unless the reader asks for others. */
export const usualHops = 6;

export const base = signal<Base>(overview);
export const steps = signal<readonly Step[]>([]);
export const layout = signal<Layout>('given');
/** Positions that differ from what the data set ships: placed, moved or laid out ones. */
export const positions = signal<ReadonlyMap<string, Point>>(new Map());
/** Nodes that no layout moves. */
export const pins = signal<ReadonlySet<string>>(new Set());
export const groups = signal<readonly Group[]>([]);

/** Labels that the legend filters out. */
export const labelsOff = signal<ReadonlySet<string>>(new Set());
export const typesOff = signal<ReadonlySet<string>>(new Set());
/** `stated` or `derived`, where one of them is filtered out. */
export const basesOff = signal<ReadonlySet<string>>(new Set());
/** A node that stands for a programme: only what belongs to it is shown. */
export const facet = signal<string | null>(null);
/** An ISO date: dated facts that begin later or have ended before are held back. */
export const asOf = signal<string | null>(null);
/** Two ISO dates, the earlier first: what was added and what ended between them stands out. */
export const compared = signal<readonly [string, string] | null>(null);

/** What the size of a node says: its relationships on screen, nothing, or the number in a property. */
export const sizeBy = signal<string>('degree');
/** What the colour of a node says: its label, its relationships on screen, or the value of a property. */
export const colourBy = signal<string>('label');

/** How nodes of a label look where the reader chose it: a colour of the page's choice, the property that names them. */
export interface Appearance {
  colour: ColourName | null;
  caption: string | null;
}

/** By label; labels that look as the data set says are not in it. */
export const appearances = signal<ReadonlyMap<string, Appearance>>(new Map());

/** The selected node's or relationship's id; all else about it is derived. */
export const selectedId = signal<string | null>(null);
/** Nodes that are selected together; fewer than two is none. */
export const selectedIds = signal<ReadonlySet<string>>(new Set());
/** What was selected before, newest last, for the way back in the inspector. */
export const trail = signal<readonly string[]>([]);
/** What the reader asked to see: the canvas brings it into sight, all together, then lets it go. */
export const soughtIds = signal<readonly string[]>([]);
/** Nodes all of which the reader asked to see, from however far away: the canvas shows them, then lets them go. */
export const framedIds = signal<readonly string[]>([]);
/** Where the reader looks; null is the whole picture. */
export const camera = signal<Camera | null>(null);
/** Which twin of the picture is shown beside it, or in its place where there is no room for both; null is none. */
export const twin = signal<Twin | null>(null);
export const twins = ['list', 'outline', 'table', 'figures', 'reading'] as const;
export type Twin = (typeof twins)[number];
/** Address of the passage at which the document is being read; null before it is. */
export const passageInSight = signal<string | null>(null);
/**
 * Sections of the document, by their ids, of which only the heading is shown; where `everySection` is among them, it is all but
 * these of which only the heading is.
 */
export const everySection = '*';
export const foldedSections = signal<ReadonlySet<string>>(new Set());
/** Whether the picture follows the passage in sight, as the reader scrolls. */
export const isFollowing = signal(false);
/** What stands in the middle of the page: the picture, or the organisation chart. */
export const surface = signal<Surface>('picture');
export const surfaces = ['picture', 'chart'] as const;
export type Surface = (typeof surfaces)[number];
/** Whether what is dated stands along an axis below the picture. */
export const isTimelineOpen = signal(false);
/** Bodies of the chart below which nothing is shown. */
export const branchesFolded = signal<ReadonlySet<string>>(new Set());
/** Whether leaves of the chart stand below one another, to take less width. */
export const isChartCompact = signal(false);
/** On a small screen, which panel lies over the picture: they have no room beside it. */
export const sheet = signal<'legend' | 'introduction' | 'details' | null>(null);
/** Whether scenes are presented, and the rest of the page is put away. */
export const isPresenting = signal(false);
/** The scene that the picture is, or began as. */
export const sceneId = signal<string | null>(null);
/** The node from which a path is being picked. */
export const pathFrom = signal<string | null>(null);

/** All of the view that an act may change and that undoing sets back: looking round and selecting are not in it. */
export interface Snapshot {
  sceneId: string | null;
  base: Base;
  steps: readonly Step[];
  layout: Layout;
  positions: ReadonlyMap<string, Point>;
  pins: ReadonlySet<string>;
  groups: readonly Group[];
  labelsOff: ReadonlySet<string>;
  typesOff: ReadonlySet<string>;
  basesOff: ReadonlySet<string>;
  facet: string | null;
  asOf: string | null;
  compared: readonly [string, string] | null;
  sizeBy: string;
  colourBy: string;
  appearances: ReadonlyMap<string, Appearance>;
  surface: Surface;
  branchesFolded: ReadonlySet<string>;
  isChartCompact: boolean;
}

export function takeSnapshot(): Snapshot {
  return {
    sceneId: sceneId.peek(),
    base: base.peek(),
    steps: steps.peek(),
    layout: layout.peek(),
    positions: positions.peek(),
    pins: pins.peek(),
    groups: groups.peek(),
    labelsOff: labelsOff.peek(),
    typesOff: typesOff.peek(),
    basesOff: basesOff.peek(),
    facet: facet.peek(),
    asOf: asOf.peek(),
    compared: compared.peek(),
    sizeBy: sizeBy.peek(),
    colourBy: colourBy.peek(),
    appearances: appearances.peek(),
    surface: surface.peek(),
    branchesFolded: branchesFolded.peek(),
    isChartCompact: isChartCompact.peek(),
  };
}

/** Sets all of the view that a snapshot has, in one step. */
export function setSnapshot(snapshot: Snapshot): void {
  batch(() => {
    sceneId.value = snapshot.sceneId;
    base.value = snapshot.base;
    steps.value = snapshot.steps;
    layout.value = snapshot.layout;
    positions.value = snapshot.positions;
    pins.value = snapshot.pins;
    groups.value = snapshot.groups;
    labelsOff.value = snapshot.labelsOff;
    typesOff.value = snapshot.typesOff;
    basesOff.value = snapshot.basesOff;
    facet.value = snapshot.facet;
    asOf.value = snapshot.asOf;
    compared.value = snapshot.compared;
    sizeBy.value = snapshot.sizeBy;
    colourBy.value = snapshot.colourBy;
    appearances.value = snapshot.appearances;
    surface.value = snapshot.surface;
    branchesFolded.value = snapshot.branchesFolded;
    isChartCompact.value = snapshot.isChartCompact;
  });
}

/** A picture as it opens: nothing done to it, filtered or moved. How labels look is the reader's own, and stays. */
export function freshSnapshot(start: Base, startLayout: Layout): Snapshot {
  return {
    sceneId: null,
    base: start,
    steps: [],
    layout: startLayout,
    positions: new Map(),
    pins: new Set(),
    groups: [],
    labelsOff: new Set(),
    typesOff: new Set(),
    basesOff: new Set(),
    facet: null,
    asOf: null,
    compared: null,
    sizeBy: 'degree',
    colourBy: 'label',
    appearances: appearances.peek(),
    surface: 'picture',
    branchesFolded: new Set(),
    isChartCompact: false,
  };
}

/** How much of a node's neighbourhood the steps ask for, in one choice of kinds; 0 when it is not expanded so. */
export function expansionOf(id: string, kinds: readonly string[] | null = null): number {
  const step = steps.value.find((other) => other.kind === 'expand' && other.id === id && isSame(other.kinds, kinds));
  return step?.kind === 'expand' ? step.limit : 0;
}

/** Whether any of a node's neighbourhood is asked for. */
export const isExpanded = (id: string): boolean =>
  steps.value.some(
    (step) => (step.kind === 'expand' && step.id === id) || (step.kind === 'bring' && step.source === id),
  );

/** The path that is asked for. */
export const pathStep = (): PathStep | undefined => steps.value.find((step) => step.kind === 'path');

/**
 * The steps after one more. Expanding again replaces the earlier expansion of the same kinds; one path at a time; what is
 * brought is no longer hidden.
 */
export function withStep(before: readonly Step[], step: Step): Step[] {
  const kept = before.filter((other) => !isReplaced(other, step));
  if (step.kind !== 'expand' && step.kind !== 'bring') return [...kept, step];
  const unhidden = kept.flatMap((other): Step[] => {
    if (other.kind !== 'hide' || !other.ids.includes(step.id)) return [other];
    const ids = other.ids.filter((id) => id !== step.id);
    return ids.length === 0 ? [] : [{ ...other, ids }];
  });
  return [...unhidden, step];
}

function isReplaced(other: Step, step: Step): boolean {
  if (step.kind === 'path') return other.kind === 'path';
  if (step.kind === 'expand') return other.kind === 'expand' && other.id === step.id && isSame(other.kinds, step.kinds);
  return JSON.stringify(other) === JSON.stringify(step);
}

const isSame = (one: readonly string[] | null, other: readonly string[] | null): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** The steps without the path that was asked for. */
export function withoutPath(before: readonly Step[]): Step[] {
  return before.filter((step) => step.kind !== 'path');
}

/** Takes one more step. */
export function addStep(step: Step): void {
  steps.value = withStep(steps.value, step);
}

/** What acts are about: the nodes selected together, or the one thing that is selected. */
export function chosenIds(): string[] {
  if (selectedIds.value.size > 0) return [...selectedIds.value];
  return selectedId.value === null ? [] : [selectedId.value];
}

/** The id of a group. No node of a graph has such a one, for it holds a line break. */
export const groupId = (number: number): string => `group\n${number}`;
export const isGroupId = (id: string): boolean => /^group\n\d+$/.test(id);
export const groupNumber = (id: string): number => Number(id.split('\n')[1]);
