import { computed } from '@preact/signals-core';
import type { TypeStyle } from '../../../server/contract/data-set/styles.ts';
import type { Node } from '../../../server/contract/graph.ts';
import { changeOf, holdsAt, spanOf } from '../timeline/dates.ts';
import type { Change } from '../timeline/dates.ts';
import { basisOf } from '../reading/evidence.ts';
import { labelSize } from './label-node.ts';
import { inLocale } from '../locale.ts';
import { captionOf, isFacet, labelStyleOf, legendLabelOf, ontology, typeStyleOf } from '../ontology.ts';
import { degrees, picture } from './picture.ts';
import { asOf, basesOff, compared, facet, labelsOff, typesOff } from '../view/view.ts';

/** What the filters let through of the picture, and what there is to filter by, with counts. */

/** Whether the filters let a node through. */
export function isShown(node: Node): boolean {
  if (labelsOff.value.has(legendLabelOf(node).name)) return false;
  if (facetMembers.value && !facetMembers.value.has(node.id)) return false;
  return isLetThrough(node.properties);
}

/** Whether the filters of basis and of time let through what has these properties. */
export function isLetThrough(properties: Node['properties']): boolean {
  if (basesOff.value.has(basisOf(properties))) return false;
  const span = spanOf(properties);
  if (asOf.value !== null && !holdsAt(span, asOf.value)) return false;
  return compared.value === null || span === null || changeOf(span, compared.value) !== null;
}

/** Ids of the nodes and relationships that the filters let through; a relationship needs both of its ends. */
export const shownIds = computed<ReadonlySet<string>>(() => {
  const { nodes, relationships } = picture.value;
  const shown = new Set([...nodes.values()].filter(isShown).map(({ id }) => id));
  for (const { id, type, start, end, properties } of relationships.values()) {
    if (!shown.has(start) || !shown.has(end) || typesOff.value.has(type)) continue;
    if (isLetThrough(properties)) shown.add(id);
  }
  return shown;
});

/** What each node on screen holds: its children in the hierarchy, and its parts. */
export const heldBy = computed(() => {
  const held = new Map<string, string[]>();
  for (const { type, start, end } of picture.value.relationships.values()) {
    const { hierarchy, isPart } = typeStyleOf(type);
    if (!hierarchy && !isPart) continue;
    const [whole, part] = hierarchy ? [start, end] : [end, start];
    const parts = held.get(whole);
    if (parts) parts.push(part);
    else held.set(whole, [part]);
  }
  return held;
});

/** Nodes on screen that belong to the chosen programme: what it holds, at all levels, and what that meets. */
const facetMembers = computed<ReadonlySet<string> | null>(() => {
  if (facet.value === null) return null;
  const relationships = [...picture.value.relationships.values()];
  const held = new Set([facet.value]);
  // What is added while the set is walked is walked too.
  for (const id of held) for (const below of heldBy.value.get(id) ?? []) held.add(below);
  const met = relationships.flatMap(({ start, end }) => (held.has(start) || held.has(end) ? [start, end] : []));
  return new Set([...held, ...met]);
});

/** Nodes on screen by which the picture can be narrowed to one programme. */
export const facets = computed(() =>
  [...picture.value.nodes.values()].filter((node) => isFacet(node)).map(({ id }) => id),
);

/** The dates on screen, each once, in their order. */
export const dates = computed(() => {
  const { nodes, relationships } = picture.value;
  const found = new Set<string>();
  for (const { properties } of [...nodes.values(), ...relationships.values()]) {
    const span = spanOf(properties);
    if (span?.begin) found.add(span.begin);
    if (span?.end) found.add(span.end);
  }
  return [...found].toSorted();
});

/** What became of each dated thing on screen between the two dates that are compared. */
export const changes = computed<ReadonlyMap<string, Change>>(() => {
  const marks = new Map<string, Change>();
  const between = compared.value;
  if (!between) return marks;
  const { nodes, relationships } = picture.value;
  for (const { id, properties } of [...nodes.values(), ...relationships.values()]) {
    const change = changeOf(spanOf(properties), between);
    if (change) marks.set(id, change);
  }
  return marks;
});

export interface FilterEntry {
  name: string;
  count: number;
  isOff: boolean;
}

/**
 * The labels on screen with their counts, in the ontology's order. A node that stands for its label counts for all of its
 * nodes, and those that are on screen beside it are among them.
 */
export const legend = computed(() => {
  const order = ontology.value?.labels.map(({ name }) => name) ?? [];
  const nodes = [...picture.value.nodes.values()];
  const names = nodes.map((node) => legendLabelOf(node).name);
  const sizes = new Map(
    nodes.flatMap((node) => {
      const size = labelSize(node);
      return size === undefined ? [] : [[legendLabelOf(node).name, size] as const];
    }),
  );
  return entriesOf(names, labelsOff.value, order).map(({ name, count, isOff }) => ({
    name,
    count: sizes.get(name) ?? count,
    isOff,
  }));
});

/** The relationship types on screen with their counts, in the ontology's order. */
export const typeLegend = computed(() => {
  const order = ontology.value?.types.map(({ name }) => name) ?? [];
  const names = [...picture.value.relationships.values()].map(({ type }) => type);
  return entriesOf(names, typesOff.value, order);
});

/** How many relationships on screen are stated, and how many derived. */
export const basisLegend = computed(() => {
  const names = [...picture.value.relationships.values()].map(({ properties }) => basisOf(properties));
  return entriesOf(names, basesOff.value, ['stated', 'derived']);
});

function entriesOf(names: string[], off: ReadonlySet<string>, order: string[]): FilterEntry[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  return [...counts]
    .map(([name, count]) => ({ name, count, isOff: off.has(name) }))
    .toSorted((a, b) => place(a.name) - place(b.name) || a.name.localeCompare(b.name));
}

export interface LineEntry {
  line: TypeStyle['line'];
  /** Titles of the types that are drawn so, the most frequent first. */
  titles: string[];
}

const lines = ['solid', 'dashed', 'dotted'] as const satisfies TypeStyle['line'][];

/** The strokes on screen, each with the relationship types that it stands for. */
export const lineLegend = computed<LineEntry[]>(() => {
  const styles = typeLegend.value.toSorted((a, b) => b.count - a.count).map(({ name }) => typeStyleOf(name));
  return lines
    .map((line) => ({
      line,
      titles: styles.filter((style) => style.line === line).map(({ title }) => inLocale(title)),
    }))
    .filter(({ titles }) => titles.length > 0);
});

/** The nodes on screen that the filters hold back. */
export const filteredCount = computed(
  () => [...picture.value.nodes.keys()].filter((id) => !shownIds.value.has(id)).length,
);

export interface ListGroup {
  label: string;
  nodes: { id: string; caption: string; relationships: number; style: string }[];
}

/** The text twin: what is shown, by label, with the number of relationships of each node. */
export const listGroups = computed<ListGroup[]>(() => {
  const shown = [...picture.value.nodes.values()].filter(({ id }) => shownIds.value.has(id));
  return legend.value
    .map(({ name }) => ({ label: name, nodes: shown.filter((node) => legendLabelOf(node).name === name).map(lineOf) }))
    .filter(({ nodes }) => nodes.length > 0);
});

function lineOf(node: Node): ListGroup['nodes'][number] {
  return {
    id: node.id,
    caption: captionOf(node).replaceAll('\n', ' '),
    relationships: degrees.value.get(node.id) ?? 0,
    style: labelStyleOf(node).name,
  };
}
