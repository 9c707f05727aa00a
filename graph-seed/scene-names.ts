import type { Scene } from '../server/contract.ts';
import { passageId } from './address.ts';
import type { Entry } from './entries.ts';
import { hint } from './hint.ts';
import type { Known } from './known.ts';
import type { Seed } from './read-files.ts';
import type { SeedProblem } from './seed-error.ts';

/** A scene of the file, as far as it is right. */
export type SceneEntry = Entry<Partial<Scene>>;

/** What a name of some kind must be, and what it may have been meant to be. */
export interface Names {
  isKnown: (name: string) => boolean;
  all: Iterable<string>;
}

export type Kind = 'node' | 'label' | 'type' | 'measure' | 'evidence';

const words: Record<Kind, string> = {
  node: 'node',
  label: 'label',
  type: 'type',
  measure: 'measure',
  evidence: 'passage, relationship, figure or other node',
};

/** All names of a data set, by kind. */
export function namesOf(seed: Seed, known: Known): Record<Kind, Names> {
  const passages = [...seed.passages.keys].map(passageId);
  const ids = [...seed.nodes.keys, ...seed.figures.keys, ...seed.sections.keys, ...seed.document.keys, ...passages];
  const relationships = seed.relationships;
  const isRelationship = (id: string): boolean => !relationships.complete || relationships.keys.has(id);
  return {
    node: { isKnown: (id) => known.hasId(id), all: ids },
    label: { isKnown: (label) => known.hasLabel(label), all: seed.labels.keys },
    type: { isKnown: (type) => known.hasType(type), all: seed.types.keys },
    measure: { isKnown: (measure) => known.hasMeasure(measure), all: seed.measures.keys },
    evidence: { isKnown: (id) => known.hasId(id) || isRelationship(id), all: [...ids, ...relationships.keys] },
  };
}

/** One problem for each name that is not there, at a path of the scene. */
export function unknownIn(
  { problem }: SceneEntry,
  kind: Kind,
  wanted: readonly string[],
  names: Record<Kind, Names>,
  ...path: (string | number)[]
): SeedProblem[] {
  const { isKnown, all } = names[kind];
  return wanted
    .filter((name) => !isKnown(name))
    .map((name) => problem(`there is no ${words[kind]} ${name}${hint(name, all)}`, ...path));
}
