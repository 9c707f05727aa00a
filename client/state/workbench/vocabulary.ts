import { signal } from '@preact/signals-core';
import type { Ontology } from '../../../server/contract/data-set/ontology.ts';
import type { Vocabulary } from '../../../server/contract/vocabulary.ts';
import { getVocabulary } from '../../api/vocabulary.ts';
import { ontology } from '../ontology.ts';

/** The words that a query may use; null until they have arrived. */
export const vocabulary = signal<Vocabulary | null>(null);

/** Fetches them, once. Where the server does not tell them, those of the ontology serve. */
export async function loadVocabulary(): Promise<void> {
  if (vocabulary.peek()?.functions.length) return;
  vocabulary.value = await getVocabulary().catch(() => ontology.peek() && wordsOf(ontology.peek()));
}

const wordsOf = (known: Ontology | null): Vocabulary | null =>
  known && {
    labels: known.labels.map(({ name }) => ({ name, count: 0 })),
    types: known.types.map(({ name }) => ({ name, count: 0 })),
    properties: known.properties.map(({ name }) => name),
    functions: [],
    procedures: [],
  };
