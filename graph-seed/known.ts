import { everyEntry } from './entries.ts';
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
  const labels = labelsById(seed, withParents);
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
    labelsOf: (id) => labels.get(id),
    withParents,
  };
}

/** Labels with all their parents by id, without the ids that come twice: which of the two is meant cannot be told. */
function labelsById(
  seed: Seed,
  withParents: (labels: Iterable<string>) => ReadonlySet<string>,
): Map<string, ReadonlySet<string>> {
  const byId = new Map<string, ReadonlySet<string>>();
  const twice = new Set<string>();
  // Many nodes have the same labels.
  const sets = new Map<string, ReadonlySet<string>>();
  for (const [id, labels] of labelled(seed)) {
    if (byId.has(id)) twice.add(id);
    const text = labels.join('|');
    const set = sets.get(text) ?? withParents(labels);
    sets.set(text, set);
    byId.set(id, set);
  }
  for (const id of twice) byId.delete(id);
  return byId;
}

/** The ids of all nodes, with the labels that the files give them. */
function* labelled(seed: Seed): Generator<[id: string, labels: string[]]> {
  for (const { id, value } of everyEntry(seed.nodes)) if (id !== undefined && value.labels) yield [id, value.labels];
  const { document, section, passage, figure } = structureLabels;
  for (const id of seed.figures.keys) yield [id, [figure]];
  for (const id of seed.sections.keys) yield [id, [section]];
  for (const id of seed.document.keys) yield [id, [document]];
  for (const id of passageIdsIn(seed)) yield [id, [passage]];
}
