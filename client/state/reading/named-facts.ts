import { signal } from '@preact/signals-core';
import type { Relationship } from '../../../server/contract/graph.ts';
import type { Text } from '../../../server/contract/text.ts';
import { inLocale } from '../locale.ts';

/** A relationship as far as a sentence tells it: of its properties it has none but its time. */
export type NamedRelationship = Pick<Relationship, 'type' | 'start' | 'end' | 'properties'>;

/**
 * Facts of the whole document by what names them, whether or not they have arrived. Nothing takes these for the facts themselves:
 * where more of one is shown than its name, it is fetched.
 */
export const namedFacts = signal<{
  nodes: ReadonlyMap<string, Text>;
  relationships: ReadonlyMap<string, NamedRelationship>;
}>({ nodes: new Map(), relationships: new Map() });

/** The name of a node in the reader's language; undefined where it is not known. */
export function nameOfNamed(id: string): string | undefined {
  const name = namedFacts.value.nodes.get(id);
  return name && inLocale(name);
}

export const namedRelationship = (id: string): NamedRelationship | undefined => namedFacts.value.relationships.get(id);

export const isNamed = (id: string): boolean =>
  namedFacts.value.nodes.has(id) || namedFacts.value.relationships.has(id);
