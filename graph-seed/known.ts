import { namesOf, passageIdsIn } from './names.ts';
import type { NameKind } from './names.ts';
import type { Seed } from './read-files.ts';
import type { Flaw } from './seed-error.ts';
import { structureLabels } from './structure.ts';

/** What the files of a data set define, to look up what they refer to. */
export interface Known {
  /** False only for a name that certainly is not there: not where the file that may define it could not be read. */
  hasId(id: string): boolean;
  hasAddress(address: string): boolean;
  hasLabel(label: string): boolean;
  hasType(type: string): boolean;
  hasMeasure(measure: string): boolean;
  hasProperty(property: string): boolean;
  hasFigure(id: string): boolean;
  /** What is wrong with a name that is not there; nothing with one that is. */
  unknown(kind: NameKind, name: string): Flaw[];
  /** The label that all nodes share: as an end of a type it stands for any node. */
  keyLabel: string | undefined;
  /** The labels of a node with all their parents; undefined where the node is not known well enough to say. */
  labelsOf(id: string): ReadonlySet<string> | undefined;
  /** Labels with all their parents. */
  withParents(labels: Iterable<string>): ReadonlySet<string>;
}

/** Gathers what a data set defines. */
export function knownOf(seed: Seed): Known {
  const parents = new Map(
    seed.labels.entries.flatMap(({ value: { name, parent } }) => (name && parent ? [[name, parent]] : [])),
  );
  const withParents = (labels: Iterable<string>) => {
    const all = new Set(labels);
    for (const label of all) {
      const parent = parents.get(label);
      if (parent !== undefined) all.add(parent);
    }
    return all;
  };
  const labels = labelsById(seed);
  const names = namesOf(seed);
  return {
    hasId: names.node.has,
    hasAddress: names.address.has,
    hasLabel: names.label.has,
    hasType: names.type.has,
    hasMeasure: names.measure.has,
    hasProperty: names.property.has,
    hasFigure: names.figure.has,
    unknown: (kind, name) => names[kind].flaws(name),
    keyLabel: seed.ontology.entries[0]?.value.key?.label,
    labelsOf: (id) => {
      const own = labels.get(id);
      return own && withParents(own);
    },
    withParents,
  };
}

/** Labels by id, without the ids that come twice: which of the two is meant cannot be told. */
function labelsById(seed: Seed): Map<string, string[]> {
  const { document, section, passage, figure } = structureLabels;
  const all: Labelled[] = [
    ...seed.nodes.entries.map(({ id, value: { labels } }) => ({ id, labels })),
    ...labelled(seed.figures.keys, figure),
    ...labelled(seed.sections.keys, section),
    ...labelled(seed.document.keys, document),
    ...labelled(passageIdsIn(seed), passage),
  ];
  const byId = new Map<string, string[]>();
  const twice = new Set<string>();
  for (const { id, labels } of all) {
    if (id === undefined || !labels) continue;
    if (byId.has(id)) twice.add(id);
    byId.set(id, labels);
  }
  for (const id of twice) byId.delete(id);
  return byId;
}

function labelled(ids: Iterable<string>, label: string): Labelled[] {
  return Array.from(ids, (id) => ({ id, labels: [label] }));
}

interface Labelled {
  id: string | undefined;
  labels: string[] | undefined;
}
